#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "present/spreadsheet.hpp"

namespace fazhi {

/// A column of a table; its width is that of its longest line between the two
/// bounds, in columns of a terminal (a Han character has two).
struct SheetColumn {
  std::string heading;
  int least = 6;
  int most = 20;
};

/// A sheet that is one table: a heading row that stays in view and is repeated
/// on every page, a filter, rows written from left to right and top to bottom.
/// A sheet that could not be made takes everything and writes nothing.
class SheetTable {
 public:
  /// `rows`: how many the sheet may have, its heading included.
  SheetTable(Spreadsheet& file, const std::string& name, std::string_view header, std::vector<SheetColumn> columns,
             std::uint32_t rows);

  /// Begins a row; false, and what follows is not written, where the sheet is full.
  bool begin_row();
  void text(std::string_view text, Tone tone = Tone::none, CellForm form = CellForm::text);
  void number(double value, CellForm form, Tone tone = Tone::none);
  void blank(Tone tone = Tone::none);
  /// Ends the table proper and sets its filter: what follows is neither filtered
  /// nor sorted with it.
  void end_table();
  /// A row of one text over the whole width, where there is room.
  void line(std::string_view text, Tone tone);
  /// Bars behind the shares in a column of the table; behind end_table().
  void bars(std::uint16_t column);

  /// A drop-down of these words in a column of the table, beside which nothing
  /// else may be typed; behind end_table().
  void choices(std::uint16_t column, const std::vector<std::string>& words);

  /// Prints on A3, for tables of many columns.
  void set_large_paper();

  /// Whether begin_row() would refuse: the last row is kept for what is left out.
  [[nodiscard]] bool is_full() const { return row_ + 2 >= rows_; }
  /// Ends the table, says how many rows are left out, and sets widths.
  void finish(Language language);

 private:
  void fit(std::string_view text);
  void set_height();
  void merged(std::string_view text, Tone tone);

  Spreadsheet& file_;
  lxw_worksheet* sheet_ = nullptr;
  std::vector<SheetColumn> columns_;
  std::vector<int> widths_;
  std::uint32_t rows_;
  std::uint32_t row_ = 0;
  std::uint32_t last_of_table_ = 0;
  std::uint32_t left_out_ = 0;
  std::uint16_t column_ = 0;
  int lines_ = 0;  ///< of the highest cell of the row that is being written
  bool writes_ = true;
  bool is_table_ = true;
};

/// Columns of the widest line of `text`.
[[nodiscard]] int widest_line(std::string_view text);

/// Lines that `text` takes in a cell of `columns`.
[[nodiscard]] int lines_in(std::string_view text, int columns);

/// Height of a row of so many lines, in points.
[[nodiscard]] double height_of(int lines);

/// Width of a column of a sheet that has room for so many columns of a terminal.
[[nodiscard]] double sheet_width(int columns);

}  // namespace fazhi
