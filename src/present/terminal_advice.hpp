#pragma once

#include <string>

#include "audit/advice.hpp"
#include "present/terminal_options.hpp"

namespace fazhi {

/// What the writer of a report should put right, as a terminal shows it: its
/// heading, then each item of `advice` with its points, where it belongs, what
/// is asked, and why what stands there did not do. No words to paste in.
/// Nothing for an input that could not be read. Safe to print, as terminal_report is.
[[nodiscard]] std::string terminal_advice(const Audit& audit, const Advice& advice, const TerminalOptions& options);

}  // namespace fazhi
