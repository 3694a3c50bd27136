#pragma once

#include <string>

#include "audit/verification.hpp"
#include "present/terminal_options.hpp"

namespace fazhi {

/// A verification as a terminal shows it: unit by unit the points before and
/// after, then each item with its change, what was asked, and both drafts'
/// sentences; of a unit without a second draft the numbers alone. Safe to print, as terminal_report is.
[[nodiscard]] std::string verification_text(const Verification& verification, const TerminalOptions& options);

}  // namespace fazhi
