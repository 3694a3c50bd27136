#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fazhi {

/// A number as it is written in Chinese: 十二, 一百零五, 一万两千; 2 alone is 两
/// where it counts something. Below 0 and from 1e8 on: "".
[[nodiscard]] std::string write_chinese(std::int64_t value, bool counts = false);

/// Digit by digit: 2024 gives 二〇二四, with 〇 or another character for 0.
[[nodiscard]] std::string write_chinese_digits(std::string_view digits, std::string_view zero);

}  // namespace fazhi
