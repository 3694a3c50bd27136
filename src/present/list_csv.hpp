#pragma once

#include <string>

#include "present/list_workbook.hpp"

namespace fazhi {

/// The list as CSV (RFC 4180) that spreadsheet programs open right: UTF-8 with
/// BOM, CRLF, the columns of the workbook. Text that could be a formula is
/// defused as csv_text() says. read_filled_list reads it back without change.
[[nodiscard]] std::string list_csv(const RectificationList& list, const ListViewOptions& options);

}  // namespace fazhi
