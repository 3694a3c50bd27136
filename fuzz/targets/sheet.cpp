#include "document/sheet/sheet.hpp"

#include "../fuzz.hpp"
#include "../parts.hpp"
#include "../targets.hpp"
#include "batch/roster.hpp"
#include "rectify/read_filled_list.hpp"

namespace fazhi::fuzz {

/// A table as a roster and as a list that came back: text, or the parts of a workbook.
void sheet(std::string_view bytes) {
  const std::string file = bytes.starts_with(kPartMark) ? package_of(bytes) : std::string(bytes);
  const Result<Roster> roster = read_roster(file, "x.xlsx");
  if (roster) {
    require(!roster->units.empty(), "a roster has units");
    for (const RosterUnit& each : roster->units) {
      require(!each.unit.empty() && is_utf8(each.unit), "a unit has a name");
      require(each.deadline.empty() || each.deadline.size() == 10, "a deadline is an ISO date");
      require(each.row > 0, "rows count from 1");
    }
  }
  const Result<FilledList> list = read_filled_list(file, "x.xlsx");
  if (list) {
    require(!list->rows.empty(), "a list has rows");
    std::size_t last = 0;
    for (const FilledRow& each : list->rows) {
      require(each.row > last, "rows ascend");
      require(is_utf8(each.unit) && is_utf8(each.problem) && is_utf8(each.progress.progress), "cells are UTF-8");
      last = each.row;
    }
  }
}

}  // namespace fazhi::fuzz
