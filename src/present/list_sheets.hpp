#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "present/list_cells.hpp"
#include "present/list_workbook.hpp"
#include "present/spreadsheet.hpp"
#include "present/wording.hpp"

namespace fazhi {

/// What the sheets of a list's workbook are written from.
struct ListContext {
  const RectificationList& list;
  const ListViewOptions& options;
  Spreadsheet& file;
  std::size_t items;  ///< that the first sheet has room for

  [[nodiscard]] std::string word(MessageId id) const { return say(id, options.language); }
};

/// Row, from 0, of the first item in the first sheet.
inline constexpr std::uint32_t kFirstItemRow = 4;

/// "'整改清单'!$Q$5:$Q$34": the cells of a column of the items, of which there is one at least.
[[nodiscard]] std::string range_of(const ListContext& context, ListField field);
/// A text as it stands in a formula, quotation marks included.
[[nodiscard]] std::string formula_text(std::string_view text);

void write_items_sheet(const ListContext& context);
void write_units_sheet(const ListContext& context);
void write_guide_sheet(const ListContext& context);

}  // namespace fazhi
