#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "present/cell_text.hpp"
#include "present/list_cells.hpp"
#include "present/list_sheets.hpp"
#include "present/sheet_table.hpp"

namespace fazhi {
namespace {

constexpr double kHundredths = 100;
constexpr lxw_row_t kHeadingRow = 1;
constexpr std::size_t kStates = kItemStatesInOrder.size();

enum Column : lxw_col_t { kNumber, kUnit, kScore, kItems, kPoints, kFirstState, kOverdue = kFirstState + kStates, kShare };

/// What the items of one unit come to, by its name: the formulas know no more.
struct UnitFigures {
  std::string unit;
  const ListedUnit* listed = nullptr;
  std::size_t items = 0;
  std::int64_t gain_hundredths = 0;
  std::array<std::size_t, kStates> states{};
  std::size_t overdue = 0;
};

void add(UnitFigures& figures, const RectificationItem& item, std::string_view today) {
  ++figures.items;
  figures.gain_hundredths += item.gain_hundredths;
  ++figures.states[static_cast<std::size_t>(item.progress.state)];
  if (lateness_of(item, today) == Lateness::overdue) ++figures.overdue;
}

std::vector<UnitFigures> figures_of(const ListContext& context) {
  std::vector<UnitFigures> out;
  std::unordered_map<std::string_view, std::size_t> places;
  for (const ListedUnit& unit : context.list.units) {
    if (!places.emplace(unit.unit, out.size()).second) continue;
    out.push_back({unit.unit, &unit});
  }
  for (std::size_t index = 0; index < context.items; ++index) {
    const RectificationItem& item = context.list.items[index];
    if (item.unit >= context.list.units.size()) continue;
    add(out[places.at(context.list.units[item.unit].unit)], item, context.options.today);
  }
  return out;
}

/// 汇总: a row for each unit, its figures computed from the first sheet.
class UnitsSheet {
 public:
  explicit UnitsSheet(const ListContext& context)
      : context_(context), sheet_(context.file.add_sheet(context.word(MessageId::sheet_summary), "")) {}

  void write() {
    if (sheet_ == nullptr) return;
    const std::vector<UnitFigures> units = figures_of(context_);
    head(units);
    for (const UnitFigures& each : units) row(each);
    total(units);
    if (!units.empty()) add_bars(sheet_, kHeadingRow + 1, kHeadingRow + static_cast<lxw_row_t>(units.size()), kShare);
    notes();
  }

 private:
  [[nodiscard]] std::string word(MessageId id) const { return context_.word(id); }
  [[nodiscard]] lxw_format* format(Tone tone, CellForm form) const { return context_.file.format(tone, form); }

  void head(const std::vector<UnitFigures>& units) {
    int widest = 20;
    for (const UnitFigures& each : units) widest = std::max(widest, std::min(40, widest_line(cell_text(each.unit))));
    const std::vector<std::pair<std::string, int>> columns = headings(widest);
    for (std::size_t column = 0; column < columns.size(); ++column) {
      worksheet_set_column(sheet_, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column), sheet_width(columns[column].second),
                           nullptr);
      columns_ += columns[column].second + 1;
    }
    unit_columns_ = widest;
    worksheet_set_row(sheet_, 0, 30, nullptr);
    worksheet_merge_range(sheet_, 0, 0, 0, kShare, cell_text(context_.list.title).c_str(), format(Tone::title, CellForm::centred));
    for (std::size_t column = 0; column < columns.size(); ++column) {
      worksheet_write_string(sheet_, kHeadingRow, static_cast<lxw_col_t>(column), columns[column].first.c_str(),
                             format(Tone::heading, CellForm::centred));
    }
    worksheet_set_row(sheet_, kHeadingRow, 24, nullptr);
    worksheet_freeze_panes(sheet_, kHeadingRow + 1, 2);
    worksheet_repeat_rows(sheet_, kHeadingRow, kHeadingRow);
  }

  [[nodiscard]] std::vector<std::pair<std::string, int>> headings(int unit_columns) const {
    std::vector<std::pair<std::string, int>> out{{word(MessageId::listing_number), 5},
                                                 {word(MessageId::listing_unit), unit_columns},
                                                 {word(MessageId::listing_score), 10},
                                                 {word(MessageId::listing_items), 8},
                                                 {word(MessageId::listing_points_to_gain), 10}};
    for (const ItemState each : kItemStatesInOrder) out.emplace_back(word_of(each, context_.options.language), 11);
    out.emplace_back(word(MessageId::listing_overdue), 8);
    out.emplace_back(word(MessageId::listing_closed_share), 14);
    return out;
  }

  /// "(units=this unit)" as numbers: no wildcard or operator in a name can mislead it.
  [[nodiscard]] std::string is_unit() const {
    return "(" + range_of(context_, ListField::unit) + "=$B" + std::to_string(row_ + 1) + ")";
  }

  void figure(lxw_col_t column, const std::string& formula, double value, CellForm form, Tone tone = Tone::none) {
    worksheet_write_formula_num(sheet_, row_, column, ("=" + formula).c_str(), format(tone, form), value);
  }

  void row(const UnitFigures& unit) {
    worksheet_write_number(sheet_, row_, kNumber, row_ - kHeadingRow, format(Tone::none, CellForm::integer));
    worksheet_write_string(sheet_, row_, kUnit, cell_text(unit.unit).c_str(), format(Tone::none, CellForm::text));
    if (unit.listed != nullptr && unit.listed->score.possible_hundredths > 0) {
      worksheet_write_number(sheet_, row_, kScore, unit.listed->score.awarded_hundredths / kHundredths,
                             format(Tone::none, CellForm::decimal));
    } else {
      worksheet_write_blank(sheet_, row_, kScore, format(Tone::none, CellForm::decimal));
    }
    if (context_.items == 0) {
      for (lxw_col_t column = kItems; column <= kShare; ++column) worksheet_write_blank(sheet_, row_, column, format(Tone::none, CellForm::integer));
    } else {
      figures(unit);
    }
    worksheet_set_row(sheet_, row_, height_of(lines_in(cell_text(unit.unit), unit_columns_)) + 2, nullptr);
    ++row_;
  }

  void figures(const UnitFigures& unit) {
    const std::string unit_rows = is_unit();
    figure(kItems, "SUMPRODUCT(1*" + unit_rows + ")", static_cast<double>(unit.items), CellForm::integer);
    figure(kPoints, "SUMPRODUCT(1*" + unit_rows + "," + range_of(context_, ListField::points) + ")",
           static_cast<double>(unit.gain_hundredths) / kHundredths, CellForm::points);
    const std::string states = range_of(context_, ListField::state);
    for (std::size_t index = 0; index < kStates; ++index) {
      const std::string state = formula_text(word_of(kItemStatesInOrder[index], context_.options.language));
      std::string formula = "SUMPRODUCT(";
      ((((formula += unit_rows) += "*(") += states) += "=") += state;
      formula += "))";
      figure(static_cast<lxw_col_t>(kFirstState + index), formula,
             static_cast<double>(unit.states[index]), CellForm::integer);
    }
    figure(kOverdue, overdue_formula(unit_rows), static_cast<double>(unit.overdue), CellForm::integer);
    share(unit.items, unit.states[static_cast<std::size_t>(ItemState::closed)], Tone::none);
  }

  [[nodiscard]] std::string overdue_formula(const std::string& unit_rows) const {
    const std::string due = range_of(context_, ListField::due);
    const std::string states = range_of(context_, ListField::state);
    const auto is_not = [&](ItemState state) {
      return "*(" + states + "<>" + formula_text(word_of(state, context_.options.language)) + ")";
    };
    return "SUMPRODUCT(" + unit_rows + "*ISNUMBER(" + due + ")*(" + due + "<TODAY())" + is_not(ItemState::to_review) +
           is_not(ItemState::closed) + ")";
  }

  void share(std::size_t items, std::size_t closed, Tone tone) {
    const std::string number = std::to_string(row_ + 1);
    const auto closed_column = static_cast<char>('A' + kFirstState + static_cast<int>(ItemState::closed));
    const auto items_column = static_cast<char>('A' + kItems);
    const std::string formula = "IF(" + (items_column + number) + "=0,0," + (closed_column + number) + "/" + (items_column + number) + ")";
    figure(kShare, formula, items == 0 ? 0 : static_cast<double>(closed) / static_cast<double>(items), CellForm::per_cent, tone);
  }

  void total(const std::vector<UnitFigures>& units) {
    if (units.size() < 2 || context_.items == 0) return;
    UnitFigures all;
    for (const UnitFigures& each : units) {
      all.items += each.items;
      all.gain_hundredths += each.gain_hundredths;
      all.overdue += each.overdue;
      for (std::size_t index = 0; index < kStates; ++index) all.states[index] += each.states[index];
    }
    for (const lxw_col_t column : {kNumber, kScore}) worksheet_write_blank(sheet_, row_, column, format(Tone::label, CellForm::text));
    worksheet_write_string(sheet_, row_, kUnit, word(MessageId::listing_total).c_str(), format(Tone::label, CellForm::centred));
    const auto sum = [&](lxw_col_t column, double value, CellForm form) {
      const auto letter = static_cast<char>('A' + column);
      figure(column, std::string("SUM(") + letter + std::to_string(kHeadingRow + 2) + ":" + letter + std::to_string(row_) + ")", value, form,
             Tone::label);
    };
    sum(kItems, static_cast<double>(all.items), CellForm::integer);
    sum(kPoints, static_cast<double>(all.gain_hundredths) / kHundredths, CellForm::points);
    for (std::size_t index = 0; index < kStates; ++index) {
      sum(static_cast<lxw_col_t>(kFirstState + index), static_cast<double>(all.states[index]), CellForm::integer);
    }
    sum(kOverdue, static_cast<double>(all.overdue), CellForm::integer);
    share(all.items, all.states[static_cast<std::size_t>(ItemState::closed)], Tone::label);
    worksheet_set_row(sheet_, row_, 20, nullptr);
    ++row_;
  }

  void notes() {
    const Language language = context_.options.language;
    std::vector<std::string> texts;
    if (context_.items > 0) texts.push_back(say(MessageId::listing_live_figures, language, word(MessageId::listing_sheet)));
    if (!context_.list.absent.empty()) {
      std::string names;
      for (const std::string& each : context_.list.absent) names.append(names.empty() ? "" : word(MessageId::listing_comma)).append(each);
      texts.push_back(say(MessageId::listing_absent, language, std::to_string(context_.list.absent.size()), names));
    }
    for (const Message& each : context_.list.notes) texts.push_back(render(each, language));
    ++row_;
    for (const std::string& each : texts) {
      const std::string safe = cell_text(each);
      worksheet_merge_range(sheet_, row_, 0, row_, kShare, safe.c_str(), format(Tone::subtitle, CellForm::text));
      worksheet_set_row(sheet_, row_, height_of(lines_in(safe, columns_)), nullptr);
      ++row_;
    }
  }

  const ListContext& context_;
  lxw_worksheet* sheet_;
  lxw_row_t row_ = kHeadingRow + 1;
  int columns_ = 0;
  int unit_columns_ = 0;
};

}  // namespace

void write_units_sheet(const ListContext& context) { UnitsSheet(context).write(); }

}  // namespace fazhi
