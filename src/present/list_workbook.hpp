#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "audit/rectification.hpp"
#include "base/limits.hpp"

namespace fazhi {

struct ListViewOptions {
  Language language = Language::zh;
  /// ISO date, by which it is told what is overdue; a workbook's formulas tell it
  /// anew on the day it is opened.
  std::string today;
};

/// Writes the list as a workbook (.xlsx) to fill in and send back: 整改清单 with
/// one row an item, 汇总 by unit with live figures, 填写说明.
///
/// The columns to fill in are marked by colour and by the heading above them; the
/// state is chosen from a list, what is overdue is told by a formula in words and
/// marked. Nothing is locked. All texts of reports and people are text, never
/// formulas. `path` appears whole or not at all; the same list and options give
/// the same bytes. Items beyond what a sheet holds are told as a number. Fails
/// with `output_failed`.
[[nodiscard]] std::optional<Message> write_list_workbook(const RectificationList& list, const std::string& path,
                                                         const ListViewOptions& options, std::uint32_t sheet_rows = limits::kSheetRows);

}  // namespace fazhi
