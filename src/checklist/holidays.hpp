#pragma once

#include <string>
#include <string_view>

#include "base/working_days.hpp"
#include "checklist/load_rules.hpp"

namespace fazhi {

/// Loads days off and worked weekends (rules/holidays.toml) from text, as if it
/// stood in the file `path`.
[[nodiscard]] LoadedRules<WorkCalendar> load_holidays_text(std::string_view toml, const std::string& path);
/// The file at `path`; the built-in one where it is "".
[[nodiscard]] LoadedRules<WorkCalendar> load_holidays(const std::string& path);

}  // namespace fazhi
