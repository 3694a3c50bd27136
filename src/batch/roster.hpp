#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "checklist/roster_rules.hpp"

namespace fazhi {

/// A unit that owes a report, as its row of the roster says.
struct RosterUnit {
  std::string unit;          ///< never ""
  std::string level;         ///< as worded, maybe ""
  std::string superior;      ///< maybe ""
  std::string contact;       ///< name and telephone number, maybe ""
  std::string deadline;      ///< ISO date, maybe ""
  std::string submitted_on;  ///< ISO date, maybe ""
  std::string published_on;  ///< ISO date, maybe ""
  std::string published_at;  ///< address, maybe ""
  bool publication_unclear = false;  ///< its cell for the day of publication holds something that is no date
  std::size_t row = 0;               ///< from 1
};

struct Roster {
  std::vector<RosterUnit> units;     ///< in the roster's order; no unit twice
  bool has_publication_days = false; ///< the roster has a column for the day of publication
  std::vector<Message> notes;        ///< what was read otherwise than it stands there
};

/// Reads the roster `bytes`: a workbook (.xlsx), or text with cells parted by
/// commas, semicolons or tabs in UTF-8, UTF-16 or GB18030, as spreadsheet
/// programs save it. `name` stands in messages.
///
/// The header is the first row with a cell that names the column of units, below
/// titles; columns are told by their names (`rules.columns`), whatever their
/// order, and others are passed over. A second row of headers below merged ones
/// is taken in. Of a workbook the first visible sheet with a header is read.
///
/// A date that cannot be read leaves its cell empty, and a unit that stands
/// there twice with the same superior counts once, each with a note. Fails with
/// `table_file_too_large`, `table_file_other_kind`, `table_file_open_quote`,
/// `table_file_too_many_rows`, `roster_no_unit_column`, `roster_no_rows`, with what
/// `decode` fails with, or with what a damaged package fails with.
[[nodiscard]] Result<Roster> read_roster(std::string_view bytes, std::string_view name,
                                         const RosterRules& rules = builtin_roster_rules());

/// The day that a cell of a roster names as ISO date, "" where it names none in
/// full: 2025-03-01, 2025/3/1, 2025.3.1, 2025年3月1日, 二〇二五年三月一日, 20250301, each
/// with a time or 前 behind it, or a spreadsheet's number of the day. What leaves
/// open which number is the day (3/1/2025), or has no year, names none.
[[nodiscard]] std::string roster_date(std::string_view cell, bool is_1904 = false);

}  // namespace fazhi
