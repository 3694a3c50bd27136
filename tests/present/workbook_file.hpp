#pragma once

#include <map>
#include <string>
#include <vector>

namespace fazhi::test {

/// Cells of a sheet by their names: "A1".
using Cells = std::map<std::string, std::string>;

/// What a program that reads .xlsx would get out of one.
struct WorkbookFile {
  std::vector<std::string> sheets;      ///< names in order
  std::vector<Cells> cells;             ///< texts and numbers of each sheet
  std::vector<std::string> sheet_xml;   ///< of each sheet
  std::string core_xml;                 ///< docProps/core.xml
  std::size_t formulas = 0;             ///< cells with one, of all sheets
};

[[nodiscard]] WorkbookFile read_workbook(const std::string& path);

}  // namespace fazhi::test
