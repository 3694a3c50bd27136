#include "present/list_workbook.hpp"

#include <algorithm>

#include "present/list_sheets.hpp"
#include "present/replacement.hpp"

namespace fazhi {
namespace {

/// Rows of the first sheet that are no items: above them, and below.
constexpr std::uint32_t kOtherRows = kFirstItemRow + 2;

}  // namespace

std::optional<Message> write_list_workbook(const RectificationList& list, const std::string& path, const ListViewOptions& options,
                                           std::uint32_t sheet_rows) {
  Replacement replacement(path);
  if (replacement.error()) return replacement.error();
  Spreadsheet file(replacement.temporary(), replacement.folder(),
                   {list.title, list.made_on,
                    say(MessageId::sheet_pages, options.language, std::string("{0}"), std::string("{1}")), false});
  const std::size_t room = sheet_rows > kOtherRows ? sheet_rows - kOtherRows : 0;
  const ListContext context{list, options, file, std::min(room, list.items.size())};
  write_items_sheet(context);
  write_units_sheet(context);
  write_guide_sheet(context);
  if (const std::optional<std::string> reason = file.close()) return replacement.failure(*reason);
  return replacement.put_in_place();
}

}  // namespace fazhi
