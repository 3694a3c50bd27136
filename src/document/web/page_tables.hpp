#pragma once

#include <vector>

#include "document/web/page_tree.hpp"

namespace fazhi {

/// For every node whether it is a table that holds data: none that sets out a
/// page, which has tables inside it, one column only, or a cell with whole
/// paragraphs.
[[nodiscard]] std::vector<bool> data_tables_of(const PageTree& tree);

}  // namespace fazhi
