#pragma once

#include <string>

#include "present/list_workbook.hpp"

namespace fazhi {

/// The list as one HTML page that needs nothing else: filtered by unit, category,
/// state and words, sorted by any column, printed as A4 landscape with its header
/// on every page. What is filtered out is not printed. On narrow screens each
/// item is a card. Nothing in it is loaded or sent (see present/site_markup).
[[nodiscard]] std::string list_page(const RectificationList& list, const ListViewOptions& options);

}  // namespace fazhi
