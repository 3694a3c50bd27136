#include "present/sheet_table.hpp"

#include <xlsxwriter.h>

#include <algorithm>

#include "present/cell_text.hpp"
#include "present/display_width.hpp"
#include "present/wording.hpp"
#include "present/wrap.hpp"

namespace fazhi {
namespace {

constexpr double kLinePoints = 13.5;
constexpr double kRowPadding = 5;

/// The highest row that spreadsheet programs take.
constexpr double kHighestRow = 409;

/// Room beside a cell's text, in columns.
constexpr int kPadding = 1;

/// What wrap() breaks into at least.
constexpr int kLeastWrapped = 10;

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

/// Lines of a column too narrow to mind where they break: one more than needed,
/// since punctuation may not begin one.
std::size_t filled_lines(std::string_view line, int columns) {
  const int even = std::max(2, columns - columns % 2);
  return static_cast<std::size_t>(display_width(line, true) / even) + 1;
}

}  // namespace

int widest_line(std::string_view text) {
  int widest = 0;
  each_line(text, [&](std::string_view line) { widest = std::max(widest, display_width(line, true)); });
  return widest;
}

int lines_in(std::string_view text, int columns) {
  const int usable = std::max(1, columns);
  std::size_t lines = 0;
  each_line(text, [&](std::string_view line) {
    if (display_width(line, true) <= usable) {
      ++lines;
    } else {
      lines += usable < kLeastWrapped ? filled_lines(line, usable) : wrap(line, usable, true).size();
    }
  });
  return static_cast<int>(lines);
}

double height_of(int lines) { return std::min(kHighestRow, kLinePoints * lines + kRowPadding); }

double sheet_width(int columns) { return columns + kPadding; }

SheetTable::SheetTable(Spreadsheet& file, const std::string& name, std::string_view header,
                       std::vector<SheetColumn> columns, std::uint32_t rows)
    : file_(file), sheet_(file.add_sheet(name, header)), columns_(std::move(columns)), rows_(rows) {
  int lines = 1;
  for (const SheetColumn& each : columns_) {
    const int heading = widest_line(each.heading) + kFilterButton;
    widths_.push_back(std::min(each.most, std::max(each.least, heading)));
    lines = std::max(lines, lines_in(each.heading, std::max(kLeastWrapped, widths_.back() - kFilterButton)));
  }
  if (sheet_ == nullptr) return;
  const auto count = static_cast<std::uint16_t>(columns_.size());
  for (std::uint16_t column = 0; column < count; ++column) {
    worksheet_write_string(sheet_, 0, column, cell_text(columns_[column].heading).c_str(),
                           file_.format(Tone::heading, CellForm::centred));
  }
  worksheet_set_row(sheet_, 0, height_of(lines) + 4, nullptr);
  worksheet_freeze_panes(sheet_, 1, 0);
  worksheet_repeat_rows(sheet_, 0, 0);
}

void SheetTable::set_large_paper() {
  if (sheet_ != nullptr) worksheet_set_paper(sheet_, 8);  // A3
}

void SheetTable::set_height() {
  // Readers do not fit the height of a row that comes without one to wrapped text.
  if (sheet_ != nullptr && lines_ > 0) worksheet_set_row(sheet_, row_, height_of(lines_), nullptr);
  lines_ = 0;
}

bool SheetTable::begin_row() {
  set_height();
  writes_ = !is_full();
  column_ = 0;
  if (writes_) {
    ++row_;
    if (is_table_) last_of_table_ = row_;
  } else {
    ++left_out_;
  }
  return writes_;
}

void SheetTable::fit(std::string_view text) {
  if (!writes_ || column_ >= widths_.size()) return;
  // A line that is wrapped is wider than `most`, so that the column will be that wide.
  const int most = columns_[column_].most;
  lines_ = std::max(lines_, lines_in(text, most));
  widths_[column_] = std::min(most, std::max(widths_[column_], widest_line(text)));
}

void SheetTable::text(std::string_view text, Tone tone, CellForm form) {
  if (text.empty()) {
    blank(tone);
    return;
  }
  const std::string safe = cell_text(text);
  fit(safe);
  if (sheet_ != nullptr && writes_) worksheet_write_string(sheet_, row_, column_, safe.c_str(), file_.format(tone, form));
  ++column_;
}

void SheetTable::number(double value, CellForm form, Tone tone) {
  lines_ = std::max(lines_, 1);
  if (sheet_ != nullptr && writes_) worksheet_write_number(sheet_, row_, column_, value, file_.format(tone, form));
  ++column_;
}

void SheetTable::blank(Tone tone) {
  if (sheet_ != nullptr && writes_) {
    worksheet_write_blank(sheet_, row_, column_, file_.format(tone, CellForm::text));
  }
  ++column_;
}

void SheetTable::end_table() {
  if (!is_table_) return;
  is_table_ = false;
  // Now: rows that have been handed on can't be named any more.
  if (sheet_ != nullptr && last_of_table_ > 0) {
    worksheet_autofilter(sheet_, 0, 0, last_of_table_, static_cast<std::uint16_t>(columns_.size() - 1));
  }
}

void SheetTable::line(std::string_view text, Tone tone) {
  if (begin_row()) merged(text, tone);
}

void SheetTable::merged(std::string_view text, Tone tone) {
  if (sheet_ == nullptr) return;
  const auto last = static_cast<std::uint16_t>(columns_.size() - 1);
  lxw_format* const format = file_.format(tone, CellForm::text);
  const std::string safe = cell_text(text);
  int width = 0;
  for (const int each : widths_) width += each + kPadding;
  lines_ = lines_in(safe, width);
  worksheet_merge_range(sheet_, row_, 0, row_, last, safe.c_str(), format);
}

void SheetTable::bars(std::uint16_t column) {
  if (sheet_ == nullptr || last_of_table_ == 0) return;
  add_bars(sheet_, 1, last_of_table_, column);
}

void SheetTable::choices(std::uint16_t column, const std::vector<std::string>& words) {
  if (sheet_ == nullptr || last_of_table_ == 0) return;
  std::vector<std::string> own = words;
  std::vector<char*> list;
  for (std::string& each : own) list.push_back(each.data());
  list.push_back(nullptr);
  lxw_data_validation validation{};
  validation.validate = LXW_VALIDATION_TYPE_LIST;
  validation.value_list = list.data();
  worksheet_data_validation_range(sheet_, 1, column, last_of_table_, column, &validation);
}

void SheetTable::finish(Language language) {
  end_table();
  if (sheet_ == nullptr) return;
  set_height();
  if (left_out_ > 0 && row_ + 1 < rows_) {
    ++row_;
    merged(say(MessageId::sheet_rows_left_out, language, std::to_string(left_out_)), Tone::poor);
    set_height();
  }
  const auto columns = static_cast<std::uint16_t>(widths_.size());
  for (std::uint16_t column = 0; column < columns; ++column) {
    worksheet_set_column(sheet_, column, column, sheet_width(widths_[column]), nullptr);
  }
}

}  // namespace fazhi
