#pragma once

#include <cstdint>
#include <string_view>

#include "text/han_numeral.hpp"
#include "text/numerals.hpp"

namespace fazhi {

[[nodiscard]] constexpr bool is_digit(char each) { return each >= '0' && each <= '9'; }

/// Where the first character at or behind `at` stands that a number can begin
/// with: a digit of either kind, 数 or 几; the size of `text` where there is none.
[[nodiscard]] std::uint32_t next_numeral(std::string_view text, std::uint32_t at);

/// Reads the digits of numbers in a text.
class DigitReader {
 public:
  explicit DigitReader(std::string_view text) : text_(text) {}

  [[nodiscard]] bool digit_at(std::uint32_t at) const { return at < text_.size() && is_digit(text_[at]); }

  /// Where the row of ASCII digits at `at` ends.
  [[nodiscard]] std::uint32_t plain_end(std::uint32_t at) const;

  /// Arabic digits at `number.digits.begin` with thousands separators, decimal
  /// point and magnitude: sets the end of `digits`, `value`, `decimals` and
  /// `notation`.
  void read_arabic(Number& number) const;

  /// 点五 behind the Chinese numeral `integer` that `number.digits` holds, with
  /// a magnitude; nothing where there is none.
  void read_han_decimals(Number& number, const HanNumeral& integer) const;

  /// 十 … 亿 behind `number.digits`.
  void take_magnitudes(Number& number) const;

 private:
  [[nodiscard]] std::uint32_t group_begin(std::uint32_t at) const;
  [[nodiscard]] bool stands(std::string_view word, std::uint32_t at) const {
    return text_.substr(at).starts_with(word);
  }

  std::string_view text_;
};

}  // namespace fazhi
