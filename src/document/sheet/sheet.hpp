#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fazhi {

struct SheetRow {
  std::size_t number = 0;          ///< as the program that made the sheet counts, from 1
  std::vector<std::string> cells;  ///< from column A on; valid UTF-8, cut to what the caller asked for
};

/// A table of texts, as a file of a spreadsheet program holds it. Days stand in it as 2025-03-01.
struct Sheet {
  std::string name;  ///< "" where the file has one sheet without name
  bool is_1904 = false;  ///< days written as numbers count from 1904 on (ISO/IEC 29500-1, 18.17.4.1)
  std::vector<SheetRow> rows;     ///< ascending; rows without any text may be left out
  std::size_t first_cut_row = 0;  ///< the first row of which a cell was cut to the limit; 0 where there is none
};

/// A, B … Z, AA … for the columns from 0 on.
[[nodiscard]] std::string column_letters(std::size_t column);

/// Cuts `cell` to `most_bytes` at a code point; whether it was longer.
bool cut_cell(std::string& cell, std::size_t most_bytes);

/// The day with the number `serial` of a spreadsheet as an ISO date; "" outside
/// of the years 2000 to 2099, where it is no day of a table of ours. In the 1900 system
/// number 61 is 1 March 1900.
[[nodiscard]] std::string day_of_serial(double serial, bool is_1904);

}  // namespace fazhi
