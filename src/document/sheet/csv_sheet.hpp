#pragma once

#include <cstddef>
#include <string_view>

#include "base/limits.hpp"
#include "base/result.hpp"
#include "document/sheet/sheet.hpp"

namespace fazhi {

struct CsvBounds {
  std::size_t rows = limits::kTableRows + 1;  ///< one more than a table may have tells that there are more
  std::size_t cell_bytes = limits::kTableCellBytes;
};

/// Reads `text` (valid UTF-8, lines ending in LF) as rows of cells parted by
/// `separator` (RFC 4180): a cell in quotation marks may hold separators, line
/// breaks and doubled quotation marks; what stands behind its closing mark
/// belongs to it. A quotation mark inside a cell that does not begin with one is
/// a character. Stops after `bounds.rows`; cells are cut to `bounds.cell_bytes`.
/// Fails with `table_file_open_quote` where a quotation mark is never closed.
/// `name` stands in messages.
[[nodiscard]] Result<Sheet> read_csv(std::string_view text, char separator, std::string_view name,
                                     CsvBounds bounds = {});

}  // namespace fazhi
