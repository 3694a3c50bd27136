#pragma once

#include "outline/outline_rules.hpp"
#include "outline/report.hpp"
#include "outline/structure.hpp"

namespace fazhi {

/// Unit, level, title, document number and signature date. Needs sentences and parts.
void read_identity(Report& report, const ParagraphParts& parts, const OutlineRules& rules);

/// The report year by majority of title, opening, announcement, headings, plan
/// year less one and signature. Needs sections; with `roles` off (before roles
/// are assigned) only places that need none are asked.
void read_years(Report& report, const ParagraphParts& parts, const OutlineRules& rules, bool roles);

}  // namespace fazhi
