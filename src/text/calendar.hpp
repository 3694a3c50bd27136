#pragma once

#include <cstdint>
#include <string_view>

namespace fazhi {

/// Where the date, clock time, year or ordinal of the calendar ends that begins
/// with a numeral at `at` in a normal form: 2024年, 2021—2025年, 6月15日, 3、7月,
/// 2024-01-22, 16:08, 12·4, 3.15消费者, 三季度, 〔2024〕5号. `at` where none does.
/// Lengths of time (3年, 15日内, 4个月) are none. `end` bounds the reading;
/// `date_end` is where the last one ended before `at`, for 1日至5日.
[[nodiscard]] std::uint32_t calendar_end(std::string_view normal, std::uint32_t at, std::uint32_t end,
                                         std::uint32_t date_end);

}  // namespace fazhi
