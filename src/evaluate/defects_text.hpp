#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "evaluate/reading.hpp"
#include "text/term_match.hpp"

/// Small questions that the detectors of defects ask of a text.
namespace fazhi::defects {

/// Code points of a defect's quote at most.
inline constexpr std::size_t kLongestDefectQuote = 25;

/// Whether the report itself speaks there: not furniture, head or tail.
[[nodiscard]] bool is_own_text(Role role);

[[nodiscard]] bool holds_any(std::string_view text, WordList words);

/// `text` without any of `words` at its begin, as often as they stand there.
[[nodiscard]] std::string_view strip_front(std::string_view text, WordList words);
/// The same at its end.
[[nodiscard]] std::string_view strip_back(std::string_view text, std::span<const std::string_view> words);

/// The last `count` code points of `text`; all of it where it has no more.
[[nodiscard]] std::string_view last_points(std::string_view text, std::size_t count);

/// `range` cut to `points` code points, without punctuation at its end.
[[nodiscard]] TextRange clip(const Report& report, TextRange range, std::size_t points = kLongestDefectQuote);

/// Whether `range` stands inside 《》 of its sentence; `title` gets what the
/// brackets hold, without them.
[[nodiscard]] bool is_in_title(const Report& report, const Sentence& sentence, TextRange range, TextRange& title);

/// The matches of `group` in one sentence, ascending.
[[nodiscard]] std::span<const Match> matches_in_sentence(const Report& report, GroupId group, std::uint32_t sentence);
/// Whether a match of `group` overlaps `range` of the sentence.
[[nodiscard]] bool overlaps_match(const Report& report, GroupId group, std::uint32_t sentence, TextRange range);
/// Whether a match of `group` lies in `range` of the sentence.
[[nodiscard]] bool holds_match(const Report& report, GroupId group, std::uint32_t sentence, TextRange range);

}  // namespace fazhi::defects
