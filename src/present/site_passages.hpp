#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "present/site_report.hpp"

namespace fazhi::site {

/// A piece of evidence where it stands in the text.
struct Passage {
  std::uint32_t paragraph = 0;  ///< index into ReportText::paragraphs
  TextRange range;              ///< bytes of the paragraph's text
  std::size_t finding = 0;      ///< index into Audit::findings
  std::size_t evidence = 0;     ///< index into its evidence
};

/// The evidence of all findings in the order of the text; a passage's number is
/// its index plus 1. Evidence that the text does not bear out word for word (it
/// is another text) is left out.
[[nodiscard]] std::vector<Passage> passages_of(const Audit& audit, const ReportText& text);

/// The kind of a finding as style sheets and filters name it: a status's name
/// or "defect".
[[nodiscard]] std::string_view kind_of(const Finding& finding);

/// Shares of a text's own sentences; titles, heads, tails and furniture apart.
struct TouchedShare {
  std::uint64_t touched = 0;  ///< code points
  std::uint64_t all = 0;
};
[[nodiscard]] TouchedShare touched_share(const ReportText& text);

/// Writes a report's text. `prefix` begins the ids of its elements: evidence
/// is PREFIXe1, findings PREFIXf1, paragraphs PREFIXp1.
void append_report_text(std::string& out, const Audit& audit, const ReportText& text,
                        const std::vector<Passage>& passages, std::string_view prefix, Language language);

}  // namespace fazhi::site
