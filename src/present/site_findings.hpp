#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "present/site_passages.hpp"

namespace fazhi::site {

/// What a status or a defect is told by beside its colour: a sign and a word.
[[nodiscard]] std::string tag_of(const Finding& finding, Language language);

/// Writes a report's findings, what is to be put right first: each with its
/// points, reasons, passages (linked to their places in the text), basis and remedy.
/// Ids as in append_report_text.
void append_findings(std::string& out, const Audit& audit, const std::vector<Passage>& passages,
                     std::string_view prefix, Language language);

}  // namespace fazhi::site
