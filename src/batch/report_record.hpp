#pragma once

#include <vector>

#include "audit/batch_summary.hpp"
#include "checklist/checklist.hpp"

namespace fazhi {

/// What the batch keeps of an audit; `file_stem` and `unit` are left to the
/// caller. `checklist` is the one that the report was held against; null where
/// the audit is an error.
[[nodiscard]] ReportRecord record_of(const Audit& audit, const Checklist* checklist);

/// How often each element is met, over the reports that were held against its
/// checklist and count for a unit; `checklists` in the order of the result.
[[nodiscard]] std::vector<ElementRate> rates_of(const std::vector<ReportRecord>& reports, const std::vector<std::size_t>& counting,
                                                const std::vector<const Checklist*>& checklists, Language language);

}  // namespace fazhi
