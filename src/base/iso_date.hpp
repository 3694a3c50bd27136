#pragma once

#include <string_view>

namespace fazhi {

/// Whether `text` is a day of the calendar in the form 2026-03-01.
[[nodiscard]] bool is_iso_date(std::string_view text);

}  // namespace fazhi
