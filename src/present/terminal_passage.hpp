#pragma once

#include <string>
#include <string_view>

#include "audit/audit.hpp"
#include "present/terminal_options.hpp"

namespace fazhi {

/// A quote on one line, printable; a long one is cut, since the XML has the whole.
[[nodiscard]] std::string shown_quote(std::string_view quote);

/// Where a passage stands, its words, and the reason for which it did not do.
[[nodiscard]] std::string shown_passage(const Evidence& evidence, Language language);

/// The heading of a report: a rule, its name and year, score, grade, verdict,
/// source and notes.
void append_report_heading(std::string& out, const Audit& audit, const TerminalOptions& options);

/// The sentences that say why a finding came out as it did, the checklist's own note behind them.
[[nodiscard]] std::string sentences_of(const Finding& finding, Language language);

}  // namespace fazhi
