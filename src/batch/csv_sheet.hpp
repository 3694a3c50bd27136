#pragma once

#include <cstddef>
#include <limits>
#include <string_view>

#include "base/result.hpp"
#include "batch/sheet.hpp"

namespace fazhi {

/// Reads `text` (valid UTF-8, lines ending in LF) as rows of cells parted by
/// `separator` (RFC 4180): a cell in quotation marks may hold separators, line
/// breaks and doubled quotation marks; what stands behind its closing mark
/// belongs to it. A quotation mark inside a cell that does not begin with one is
/// a character. Stops after `most_rows`. Fails with `roster_open_quote` where a
/// quotation mark is never closed. `name` stands in messages.
[[nodiscard]] Result<Sheet> read_csv(std::string_view text, char separator, std::string_view name,
                                     std::size_t most_rows = std::numeric_limits<std::size_t>::max());

}  // namespace fazhi
