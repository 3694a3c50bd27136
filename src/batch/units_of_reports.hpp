#pragma once

#include <optional>

#include "audit/batch_summary.hpp"

namespace fazhi {

/// The year that most reports are of, the later one of equals; none where no report says.
[[nodiscard]] std::optional<int> year_of_most(const std::vector<ReportRecord>& reports);

/// Without a roster: one unit for each that sent a report, in the reports' order.
/// Sets `units`, `unowned` (reports that name no unit) and each report's `unit`. Of
/// several reports of `summary.year` the one with the latest signature counts, of
/// equals the last.
void take_units_from_reports(BatchSummary& summary);

}  // namespace fazhi
