#include "present/list_document.hpp"

#include <string>

#include "audit/points.hpp"
#include "present/notice_parts.hpp"
#include "present/printable.hpp"

namespace fazhi {
namespace {

constexpr double kListPoints = 9;  // 小五: eleven columns on a sheet across

std::vector<TableColumn> columns_of(const TableTexts& texts) {
  return {{texts.number, 9, true}, {texts.category, 15, true}, {texts.problem, 51},           {texts.basis, 34},
          {texts.demand, 29},      {texts.gain, 9, true},     {texts.responsible, 15, true}, {texts.due, 15, true},
          {texts.progress, 17},    {texts.review, 15},         {texts.state, 16, true}};
}

void add_line(std::string& cell, const std::string& line) {
  if (line.empty()) return;
  if (!cell.empty()) cell += '\n';
  cell += line;
}

std::string lines_of(const std::vector<std::string>& lines) {
  std::string cell;
  for (const std::string& line : lines) add_line(cell, printable(line));
  return cell;
}

std::string word_of(ItemState state, const TableTexts& texts) {
  switch (state) {
    case ItemState::not_started:
      return texts.not_started;
    case ItemState::under_way:
      return texts.under_way;
    case ItemState::to_review:
      return texts.to_review;
    case ItemState::closed:
      return texts.closed;
    case ItemState::relapsed:
      return texts.relapsed;
  }
  return texts.not_started;
}

/// A date in a narrow column: the year on a line of its own.
std::string date_cell(std::string_view iso) {
  std::string date = date_text(iso);
  const std::size_t year = date.find("年");
  if (year != std::string::npos) date.insert(year + std::string_view("年").size(), "\n");
  return date;
}

std::string problem_cell(const RectificationItem& item, const ItemTexts& texts) {
  std::string cell;
  add_line(cell, printable(item.title));
  add_line(cell, notices::problem_text(item));
  for (const std::string& quote : notices::quote_sentences(item, texts)) add_line(cell, quote);
  add_line(cell, notices::further_places(item, texts));
  return cell;
}

TableRow row_of(const RectificationItem& item, std::size_t number, const TableTexts& table, const ItemTexts& texts) {
  const ItemProgress& progress = item.progress;
  std::string state = word_of(progress.state, table);
  add_line(state, date_cell(printable(progress.closed_on)));
  return {{std::to_string(number), printable(item.category), problem_cell(item, texts), notices::basis_text(item),
           printable(item.demand), item.gain_hundredths > 0 ? points_text(item.gain_hundredths) : "—",
           lines_of({progress.responsible_unit, progress.responsible_person}), date_cell(item.due),
           lines_of({progress.progress, progress.material, progress.remark}),
           lines_of({progress.reviewer, progress.review}), state}};
}

TableRow unit_row(const RectificationList& list, std::size_t unit, std::size_t items, const TableTexts& texts) {
  std::vector<Fact> facts = {{"unit", printable(list.units[unit].unit)}, {"items", std::to_string(items)}};
  notices::add_score(facts, list.units[unit].score);
  return {{fill(texts.unit_row, facts)}, true};
}

}  // namespace

std::vector<DocumentBlock> list_blocks(const RectificationList& list, std::optional<std::size_t> unit,
                                       const TableTexts& table, const ItemTexts& item) {
  DocumentTable out;
  out.points = kListPoints;
  out.columns = columns_of(table);
  std::size_t number = 0;
  for (std::size_t index = 0; index < list.units.size(); ++index) {
    if (unit && *unit != index) continue;
    const auto items = notices::items_of(list, index);
    if (!unit && !items.empty()) out.rows.push_back(unit_row(list, index, items.size(), table));
    for (const RectificationItem* each : items) out.rows.push_back(row_of(*each, ++number, table, item));
  }
  std::vector<DocumentBlock> blocks;
  const std::string head = fill(table.head, notices::list_facts(list));
  if (!head.empty()) blocks.emplace_back(DocumentText{DocumentText::Kind::caption, head});
  blocks.emplace_back(std::move(out));
  return blocks;
}

OfficialDocument list_document(const RectificationList& list, const NoticeTexts& texts) {
  OfficialDocument out;
  out.title = list.title;
  out.blocks = list_blocks(list, std::nullopt, texts.table, texts.item);
  out.issuer = list.issuer;
  out.date = list.made_on;
  out.is_signed = false;
  out.is_across = true;
  return out;
}

}  // namespace fazhi
