#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit.hpp"
#include "base/range.hpp"
#include "base/role.hpp"
#include "evaluate/compiled_checklist.hpp"
#include "outline/report.hpp"
#include "present/site_report.hpp"
#include "similarity/comparable_text.hpp"
#include "text/normalize.hpp"

namespace fazhi {

/// What of a report is kept beside its audit: its text, and how it was parted.
struct StoredText {
  struct Paragraph {
    TextRange range;        ///< in `text`
    ReportParagraph shown;  ///< for its page, without the text itself
  };
  struct Part {
    TextRange range;              ///< in the normal form of `text`
    std::uint32_t paragraph = 0;  ///< index into `paragraphs`
    Role role = Role::other;
    std::uint32_t section = kNone;  ///< index into `headings`
  };

  std::uint32_t siblings = 1;  ///< reports in its input, itself included
  std::string unit;            ///< that the report names as its own
  std::string text;            ///< the original
  std::vector<Paragraph> paragraphs;
  std::vector<Part> parts;  ///< its sentences but for head, tail and furniture; ascending
  std::vector<std::string> headings;
};

[[nodiscard]] StoredText stored_text_of(const Report& report, const CompiledChecklist& compiled);

/// What a page shows of it.
[[nodiscard]] ReportText report_text_of(const StoredText& stored);

/// As bytes for a file; `key` comes back only from bytes that were made with it.
[[nodiscard]] std::string bytes_of(const StoredText& text, std::string_view key);
/// Nothing where the bytes are not whole, or were made with another key.
[[nodiscard]] std::optional<StoredText> stored_text_from(std::string_view bytes, std::string_view key);

/// A stored text made ready to be compared.
struct PreparedText {
  StoredText stored;
  NormalText normal;
  ComparableText comparable;
};
[[nodiscard]] PreparedText prepare(StoredText stored, const SetPhrases& set_phrases);

/// The passage as in the report: what of `range` (in the normal form) stands in
/// the paragraph in which it begins.
[[nodiscard]] Evidence quote(const PreparedText& text, TextRange range);

}  // namespace fazhi
