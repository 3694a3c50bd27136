#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/range.hpp"

namespace fazhi {

/// Points of one shingle: what two authors write alike by chance is shorter, and
/// an edited sentence still keeps some of them (Broder 1997 calls w consecutive
/// tokens a w-shingle).
inline constexpr std::size_t kShinglePoints = 8;

/// Phrases that every office writes, and that tell nothing of copying.
class SetPhrases {
 public:
  SetPhrases() = default;
  /// `phrases` in normal form; the figures and punctuation in them do not matter.
  /// One of fewer than two points is left out.
  explicit SetPhrases(std::span<const std::string> phrases);

  /// Marks with 1 the points of `points` that stand in a phrase.
  [[nodiscard]] std::vector<std::uint8_t> mark(std::span<const char32_t> points) const;

 private:
  std::vector<std::u32string> phrases_;  ///< ascending
};

/// A text as copies are compared by: Han characters and small Latin letters one
/// after the other, without punctuation. A run of digits or Han numerals is one
/// point, whatever it says, and so are the unit's own names and the title of a
/// document in 《》. A copy with other figures, years and names is the same.
struct ComparableText {
  std::vector<char32_t> points;
  std::vector<TextRange> ranges;         ///< of each point, in the text that it was made from
  std::vector<std::uint8_t> set_phrase;  ///< of each point: 1 where it stands in a set phrase
  std::vector<std::uint32_t> shingles;   ///< of each point, the hash of the shingle that begins there; fewer by kShinglePoints - 1
  std::vector<std::uint32_t> by_hash;    ///< begins of shingles, ordered by hash, then by place
};

/// Makes `text` comparable. `text` is a normal form (text/normalize) of under
/// 4 GB; `parts` are its sentences that count, ascending, each inside `text`:
/// what stands in none of them (title, salutation, signature, page furniture) is
/// left out. `own_names` as `names_of_unit` gives them, longest first. Costs
/// n log n in the text, whatever it says.
[[nodiscard]] ComparableText comparable_text(std::string_view text, std::span<const TextRange> parts,
                                             std::span<const std::string> own_names, const SetPhrases& set_phrases);

}  // namespace fazhi
