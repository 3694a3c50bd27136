#pragma once

#include <span>
#include <string>
#include <vector>

#include "present/terminal_options.hpp"

namespace fazhi {

/// A table of printable cells under a header, the columns as wide as their
/// widest cell and two apart; all columns but the first are aligned to the
/// right. Every row has as many cells as the header.
[[nodiscard]] std::string plain_table(const std::vector<std::string>& header,
                                      std::span<const std::vector<std::string>> rows, const TerminalOptions& options);

}  // namespace fazhi
