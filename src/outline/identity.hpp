#pragma once

#include <cstddef>
#include <string_view>

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

/// Byte behind the last 县, 区, 市, 旗, 州 that ends a place's name and is not at
/// the very end of `name`; 0 where there is none. 市 of 市场监督管理局 and of
/// 城市管理局 ends none: a place's own name has a character at least before 县,
/// and two before 市. Nor does one within a lower place's own name: 云州市, 红旗街道.
[[nodiscard]] std::size_t end_of_places(std::string_view name);

}  // namespace fazhi
