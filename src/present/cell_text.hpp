#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/limits.hpp"

namespace fazhi {

/// `text` as it may go into a cell of a spreadsheet (ECMA-376, 22.9.2.19,
/// ST_Xstring): control characters but tab and line feed, bidirectional
/// controls, noncharacters and bytes that are not UTF-8 are dropped, and _x0041_
/// is escaped, which would be read as the character U+0041. Longer than `units`
/// UTF-16 units, as it will be read, it is cut and ends with ….
[[nodiscard]] std::string cell_text(std::string_view text, std::size_t units = limits::kCellUnits);

/// The same for files in which nothing is escaped, such as CSV.
[[nodiscard]] std::string plain_cell_text(std::string_view text, std::size_t units = limits::kCellUnits);

/// A passage of a report as one line, cut to kCellPassageCharacters.
[[nodiscard]] std::string cell_passage(std::string_view quote);

}  // namespace fazhi
