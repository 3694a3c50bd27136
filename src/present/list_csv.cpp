#include "present/list_csv.hpp"

#include "audit/csv_text.hpp"
#include "present/cell_text.hpp"
#include "present/list_cells.hpp"
#include "present/wording.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kLineEnd = "\r\n";

void append_cell(std::string& out, std::string_view text) {
  if (text.find_first_of(",;\"\r\n\t") == std::string_view::npos && !text.starts_with(' ') && !text.ends_with(' ')) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += c;
    out += c;
  }
  out += '"';
}

}  // namespace

std::string list_csv(const RectificationList& list, const ListViewOptions& options) {
  std::string out(kByteOrderMark);
  for (const ListFieldForm& each : list_fields()) {
    if (each.field != ListField::number) out += ',';
    append_cell(out, say(each.title, options.language));
  }
  out += kLineEnd;
  for (std::size_t index = 0; index < list.items.size(); ++index) {
    const ListCells cells = cells_of(list, index, options.today, options.language);
    for (const ListFieldForm& each : list_fields()) {
      if (each.field != ListField::number) out += ',';
      const std::string text = plain_cell_text(at(cells, each.field));
      append_cell(out, each.field == ListField::id ? csv_id(text) : csv_text(text));
    }
    out += kLineEnd;
  }
  return out;
}

}  // namespace fazhi
