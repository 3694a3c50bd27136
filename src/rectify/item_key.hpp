#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "audit/rectification.hpp"
#include "rectify/read_filled_list.hpp"

namespace fazhi {

/// An id as it is compared: in lower case, without white space and apostrophes.
[[nodiscard]] std::string normal_id(std::string_view cell);

/// A unit and a problem as they are compared where an id is lost: without white
/// space, control characters and differences of width.
[[nodiscard]] std::string problem_key(std::string_view unit, std::string_view problem);

/// The documents that an item rests on, one a line.
[[nodiscard]] std::string basis_lines(const RectificationItem& item);

/// "〔整改清单〕"; "" where the file has one sheet without name.
[[nodiscard]] std::string sheet_words(const FilledList& list);

/// A message on a row: source, sheet, row, then `more`.
[[nodiscard]] Message row_message(MessageId id, const FilledList& list, std::size_t row, std::vector<std::string> more);

}  // namespace fazhi
