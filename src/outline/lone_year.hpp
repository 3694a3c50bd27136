#pragma once

#include <optional>
#include <string_view>

#include "outline/years.hpp"

namespace fazhi {

/// The year of a line that says nothing else, such as stands below a title:
/// 2024年度, （2024）, ——二〇二四年, 报告年度：2024, 2024年1月—12月. The mention's
/// range is within `line`. None where the line is a date or names two years.
[[nodiscard]] std::optional<YearMention> lone_year(std::string_view line);

}  // namespace fazhi
