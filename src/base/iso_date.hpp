#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace fazhi {

/// Whether `text` is a day of the calendar in the form 2026-03-01.
[[nodiscard]] bool is_iso_date(std::string_view text);

/// The day that `iso` names. Precondition: is_iso_date(iso).
[[nodiscard]] std::chrono::sys_days day_from(std::string_view iso);

/// The day as 2026-03-01; "" before the year 1 and behind the year 9999.
[[nodiscard]] std::string iso_date_of(std::chrono::sys_days day);

}  // namespace fazhi
