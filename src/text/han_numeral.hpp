#pragma once

#include <cstdint>
#include <string_view>

namespace fazhi {

/// A run of the characters that Chinese numerals are made of.
struct HanNumeral {
  std::uint32_t end = 0;  ///< byte offset behind the run; where it begins if there is none
  int characters = 0;
  bool valid = false;  ///< it is a numeral; `value` is its value
  double value = 0;
  bool has_magnitude = false;         ///< 十, 百, 千, 万 or 亿 is in it
  bool leads_with_magnitude = false;  ///< 百, 千万: no number by itself; 十 leads like a digit
  bool has_zero = false;
  bool approximate = false;  ///< 三四, 七八十: the lower one is the value
};

/// The longest run at `at`, before `end`.
[[nodiscard]] HanNumeral read_han_numeral(std::string_view text, std::uint32_t at, std::uint32_t end);

/// 〇 … 九, 两 as 0 … 9; -1 for other characters.
[[nodiscard]] int han_digit(char32_t value);

/// 10 for 十 … 1e8 for 亿; 0 for other characters.
[[nodiscard]] double han_magnitude(char32_t value);

}  // namespace fazhi
