#pragma once

#include "evaluate/compiled_checklist.hpp"
#include "outline/report.hpp"
#include "present/site_report.hpp"

namespace fazhi {

/// A report's text as its page shows it. A sentence is touched where a pattern
/// of the checklist's elements or defects, or of its measures, matches in it.
[[nodiscard]] ReportText report_text_of(const Report& report, const CompiledChecklist& compiled);

}  // namespace fazhi
