#pragma once

#include <span>
#include <string>

#include "audit/audit.hpp"
#include "present/terminal_options.hpp"

namespace fazhi {

/// The table of reports, a row each in the order given: unit, year, score,
/// grade, verdict, missing and partial elements, defects. A unit that is too
/// long is cut with …. An input that could not be read has a row under its
/// file's name, with the reason below it. The score is of 100 where it does
/// not say of how many. Nothing where there are no audits.
[[nodiscard]] std::string terminal_table(std::span<const Audit> audits, const TerminalOptions& options);

/// The line that counts the reports: how many pass, fall short, are undecided
/// (named only where there are any) and could not be read.
[[nodiscard]] std::string terminal_summary(std::span<const Audit> audits, Language language);

}  // namespace fazhi
