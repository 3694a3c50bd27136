#pragma once

#include <cstddef>
#include <vector>

#include "document/fixed/page_model.hpp"

namespace fazhi::layout {

/// Where the table that begins with the row `at` ends; `at` where none begins
/// there. A table is rows in which texts stand apart, one below the other, with
/// the lines of wrapped cells between them.
[[nodiscard]] std::size_t table_end(const std::vector<Row>& rows, std::size_t at);

/// The cells of the table in rows[begin, end), row by row, each with its lines
/// joined.
[[nodiscard]] std::vector<Segment> cells_of(const std::vector<Row>& rows, std::size_t begin, std::size_t end);

}  // namespace fazhi::layout
