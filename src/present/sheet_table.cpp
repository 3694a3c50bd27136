#include "present/sheet_table.hpp"

#include <xlsxwriter.h>

#include <algorithm>

#include "present/cell_text.hpp"
#include "present/display_width.hpp"

namespace fazhi {
namespace {

constexpr double kLinePoints = 13.5;

/// Room on both sides of a cell's text, in columns.
constexpr int kPadding = 2;

/// A heading needs room for the filter's button too.
constexpr int kFilterButton = 3;

template <class Visit>
void each_line(std::string_view text, Visit visit) {
  while (true) {
    const std::size_t end = text.find('\n');
    visit(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

int widest_line(std::string_view text) {
  int widest = 0;
  each_line(text, [&](std::string_view line) { widest = std::max(widest, display_width(line, true)); });
  return widest;
}

int lines_in(std::string_view text, int columns) {
  int lines = 0;
  // A wide character that does not fit at the end of a line leaves a column empty.
  const int usable = std::max(2, columns - 1);
  each_line(text, [&](std::string_view line) { lines += std::max(1, (display_width(line, true) + usable - 1) / usable); });
  return lines;
}

double height_of(int lines) { return std::min(409.0, kLinePoints * lines + 4); }

double sheet_width(int columns) { return columns + kPadding; }

SheetTable::SheetTable(Spreadsheet& file, const std::string& name, std::string_view header,
                       std::vector<SheetColumn> columns, std::uint32_t rows)
    : file_(file), sheet_(file.add_sheet(name, header)), columns_(std::move(columns)), rows_(rows) {
  int lines = 1;
  for (const SheetColumn& each : columns_) {
    const int heading = widest_line(each.heading) + kFilterButton;
    widths_.push_back(std::min(each.most, std::max(each.least, heading)));
    lines = std::max(lines, lines_in(each.heading, widths_.back() - kFilterButton));
  }
  if (sheet_ == nullptr) return;
  for (std::uint16_t column = 0; column < columns_.size(); ++column) {
    worksheet_write_string(sheet_, 0, column, cell_text(columns_[column].heading).c_str(),
                           file_.format(Tone::heading, CellForm::centred));
  }
  worksheet_set_row(sheet_, 0, height_of(lines) + 4, nullptr);
  worksheet_freeze_panes(sheet_, 1, 0);
  worksheet_repeat_rows(sheet_, 0, 0);
}

bool SheetTable::begin_row() {
  writes_ = row_ + 1 < rows_;
  column_ = 0;
  if (writes_) {
    ++row_;
    if (is_table_) last_of_table_ = row_;
  } else {
    ++left_out_;
  }
  return writes_;
}

void SheetTable::widen(std::string_view text) {
  if (column_ >= widths_.size() || widths_[column_] >= columns_[column_].most) return;
  widths_[column_] = std::min(columns_[column_].most, std::max(widths_[column_], widest_line(text)));
}

void SheetTable::text(std::string_view text, Tone tone, CellForm form) {
  if (text.empty()) {
    blank(tone);
    return;
  }
  const std::string safe = cell_text(text);
  widen(safe);
  if (sheet_ != nullptr && writes_) worksheet_write_string(sheet_, row_, column_, safe.c_str(), file_.format(tone, form));
  ++column_;
}

void SheetTable::number(double value, CellForm form, Tone tone) {
  if (sheet_ != nullptr && writes_) worksheet_write_number(sheet_, row_, column_, value, file_.format(tone, form));
  ++column_;
}

void SheetTable::blank(Tone tone) {
  if (sheet_ != nullptr && writes_) {
    worksheet_write_blank(sheet_, row_, column_, file_.format(tone, CellForm::text));
  }
  ++column_;
}

void SheetTable::end_table() { is_table_ = false; }

void SheetTable::line(std::string_view text, Tone tone) {
  if (!begin_row() || sheet_ == nullptr) return;
  const auto last = static_cast<std::uint16_t>(columns_.size() - 1);
  lxw_format* const format = file_.format(tone, CellForm::text);
  const std::string safe = cell_text(text);
  int width = 0;
  for (const int each : widths_) width += each + kPadding;
  worksheet_set_row(sheet_, row_, height_of(lines_in(safe, width)), nullptr);
  worksheet_merge_range(sheet_, row_, 0, row_, last, safe.c_str(), format);
}

void SheetTable::bars(std::uint16_t column) {
  if (sheet_ == nullptr || last_of_table_ == 0) return;
  add_bars(sheet_, 1, last_of_table_, column);
}

void SheetTable::finish() {
  if (sheet_ == nullptr) return;
  for (std::uint16_t column = 0; column < widths_.size(); ++column) {
    worksheet_set_column(sheet_, column, column, sheet_width(widths_[column]), nullptr);
  }
  if (last_of_table_ > 0) {
    worksheet_autofilter(sheet_, 0, 0, last_of_table_, static_cast<std::uint16_t>(columns_.size() - 1));
  }
}

}  // namespace fazhi
