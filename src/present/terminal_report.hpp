#pragma once

#include <span>
#include <string>

#include "audit/audit.hpp"
#include "present/terminal_options.hpp"

namespace fazhi {

/// What a run shows in a terminal: the table, with `details` each report that
/// could be read, and the line that counts them. Safe to print: nothing in a
/// report or a file's name reaches the terminal as a control character.
[[nodiscard]] std::string terminal_report(std::span<const Audit> audits, const TerminalOptions& options);

/// One report: its heading, what is to be put right or looked into, the
/// defects, and a compact list of what is met or not counted. Nothing for an
/// input that could not be read.
[[nodiscard]] std::string terminal_details(const Audit& audit, const TerminalOptions& options);

}  // namespace fazhi
