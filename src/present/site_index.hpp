#pragma once

#include <string>

#include "audit/batch_summary.hpp"

namespace fazhi {

/// index.html of a batch: counts, ranking, distribution of scores, the rate at
/// which each element is met, units × elements, roster, copied reports, files
/// that no unit owes, notes. It is whole in itself, loads nothing, and links to
/// reports/STEM.html beside it. The matrix is drawn by the page's own script,
/// as much of it as is in view; everything else is in the markup. The same
/// summary gives the same bytes. O(n log n) in units and reports.
[[nodiscard]] std::string index_page(const BatchSummary& batch, Language language);

}  // namespace fazhi
