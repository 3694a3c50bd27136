#pragma once

#include "audit/batch_summary.hpp"
#include "base/result.hpp"

namespace fazhi::test {

/// A county of eight units on the fifth day behind the deadline: two with the
/// same score, one with undecided elements, one late and twice, one of the wrong
/// year, one unreadable, two absent; a report that nobody owes, text shared
/// between two reports and with last year's.
[[nodiscard]] BatchSummary county_summary();

/// The audit of a report of county_summary().
[[nodiscard]] Result<Audit> audit_of(const ReportRecord& report);

}  // namespace fazhi::test
