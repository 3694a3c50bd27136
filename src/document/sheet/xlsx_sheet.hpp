#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>

#include "base/limits.hpp"
#include "base/result.hpp"
#include "document/sheet/sheet.hpp"

namespace fazhi {

/// The first visible sheet of the workbook `bytes` (ISO/IEC 29500, .xlsx, both
/// conformance classes) that `is_wanted` takes; none where it takes none.
///
/// Cells give their text: shared and inline strings, results of formulas,
/// numbers as written, and days (by the cell's number format, 18.8.30) as ISO
/// dates. A cell that is merged over several rows gives its text in each of
/// them; a cell with a link to a web page that does not show its address gives
/// the address. Hidden rows and columns are read: filters hide what still
/// counts. Cells are cut to `cell_bytes`. Fails with the messages of `Package` and `parse_xml`, with
/// `table_file_other_kind` where `bytes` are another package, and with
/// `table_file_too_many_rows`.
[[nodiscard]] Result<std::optional<Sheet>> find_xlsx_sheet(std::string_view bytes, std::string_view name,
                                                           const std::function<bool(const Sheet&)>& is_wanted,
                                                           std::size_t cell_bytes = limits::kTableCellBytes);

}  // namespace fazhi
