#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit.hpp"
#include "base/range.hpp"

namespace fazhi {

/// A paragraph of a report as its page shows it. Ranges are of bytes of `text`,
/// lie within it and end between code points.
struct ReportParagraph {
  std::string text;          ///< the original, byte for byte
  Role role = Role::other;   ///< of its first sentence
  int heading_level = 0;     ///< 1 … 9 where a heading begins it, else 0
  TextRange heading;         ///< that heading; shorter than the text where it runs in
  bool is_title = false;     ///< a line of the report's title
  int page = 0;              ///< of the file, from 1; 0 where its format has no pages
  std::optional<int> confidence;   ///< per cent, of recognition; none for text that was never a picture
  std::vector<TextRange> touched;  ///< sentences in which a rule of the checklist found something; ascending, apart
};

/// A report's whole text; `paragraphs[n]` is what findings call paragraph n + 1.
struct ReportText {
  std::vector<ReportParagraph> paragraphs;
};

/// One page with reports in it, for a browser: the full text of each with every
/// piece of evidence marked and numbered, and its findings beside it. A page is
/// whole in itself and loads nothing. The same calls give the same bytes.
/// It grows with the text of its reports: it is for a few, not for a county.
class ReportBook {
 public:
  explicit ReportBook(Language language) : language_(language) {}

  /// An input that could not be read is listed with its reason; it has no text.
  void add(const Audit& audit, const ReportText& text);
  /// The page; `index` is the relative address of a summary to go back to, or "".
  [[nodiscard]] std::string page(std::string_view index = {}) const;

 private:
  Language language_;
  std::size_t count_ = 0;
  std::string title_;     ///< of the first report
  std::string contents_;  ///< markup: a line each
  std::string sections_;  ///< markup: a report each
};

/// The page of one report.
[[nodiscard]] std::string report_page(const Audit& audit, const ReportText& text, Language language,
                                      std::string_view index = {});

}  // namespace fazhi
