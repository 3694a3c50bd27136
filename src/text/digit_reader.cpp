#include "text/digit_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::u32string_view kNumeralSigns = U"0123456789〇○零一二两三四五六七八九十百千万亿廿卅数几";

/// One bit for each code point of the Basic Multilingual Plane.
consteval auto numeral_masks() {
  std::array<std::uint64_t, 1024> masks{};
  for (const char32_t sign : kNumeralSigns) masks[sign >> 6] |= std::uint64_t{1} << (sign & 63);
  return masks;
}

constexpr auto kNumeralMasks = numeral_masks();

/// Whether the code point of `size_bytes` that begins at `at` is one; all but the digits of ASCII have three.
bool is_numeral_sign(std::string_view text, std::size_t at, unsigned size_bytes) {
  if (size_bytes != 3) return is_digit(text[at]);
  const std::uint64_t mask =
      kNumeralMasks[(utf8::byte_at(text, at) & 0x0F) << 6 | (utf8::byte_at(text, at + 1) & 0x3F)];
  return mask != 0 && (mask >> (utf8::byte_at(text, at + 2) & 0x3F) & 1) != 0;
}

/// No report counts further; longer runs of digits stay at this, so that every value is finite and exact.
constexpr double kLargestCount = 1e15;

/// More decimals than a double holds are cut off.
constexpr int kMostDecimals = 15;

/// `value` as its digits tell it, without what adding up tenths leaves.
double rounded(double value, int decimals) {
  if (decimals > kMostDecimals || value >= 1e15) return value;
  double scale = 1;
  for (int place = 0; place < decimals; ++place) scale *= 10;
  if (value * scale >= 1e15) return value;
  return static_cast<double>(std::llround(value * scale)) / scale;
}

}  // namespace

std::uint32_t next_numeral(std::string_view text, std::uint32_t at) {
  while (at < text.size()) {
    const unsigned size_bytes = code_point_length(text[at]);
    if (is_numeral_sign(text, at, size_bytes)) break;
    at += size_bytes;
  }
  return at;
}

std::uint32_t DigitReader::plain_end(std::uint32_t at) const {
  while (digit_at(at)) ++at;
  return at;
}

void DigitReader::read_arabic(Number& number) const {
  std::uint32_t at = number.digits.begin;
  double value = 0;
  const auto take_digits = [&](std::uint32_t end) {
    for (; at < end; ++at) value = std::min(10 * value + (text_[at] - '0'), kLargestCount);
  };
  take_digits(plain_end(at));
  if (at - number.digits.begin <= 3) {
    for (std::uint32_t group = group_begin(at); group > 0; group = group_begin(at)) {
      at = group;
      take_digits(group + 3);
    }
  }
  if (at + 1 < text_.size() && text_[at] == '.' && digit_at(at + 1)) {
    double place = 0.1;
    for (++at; digit_at(at); ++at) {
      value += place * (text_[at] - '0');
      place /= 10;
      ++number.decimals;
    }
  }
  number.value = rounded(value, number.decimals);
  number.digits.end = at;
  take_magnitudes(number);
}

/// Where the three digits of a thousands group begin behind a separator at
/// `at`; 0 where there are none.
std::uint32_t DigitReader::group_begin(std::uint32_t at) const {
  for (const std::string_view separator : {",", "，"}) {
    if (!stands(separator, at)) continue;
    const auto group = at + static_cast<std::uint32_t>(separator.size());
    return plain_end(group) == group + 3 ? group : 0;
  }
  return 0;
}

void DigitReader::read_han_decimals(Number& number, const HanNumeral& integer) const {
  if (!stands("点", number.digits.end) || integer.approximate) return;
  std::uint32_t at = number.digits.end + 3;
  double place = 0.1;
  double value = number.value;
  int decimals = 0;
  for (;; ++decimals) {
    const auto [sign, size] = utf8::decode(text_, at);
    if (han_digit(sign) < 0) break;
    value += place * han_digit(sign);
    place /= 10;
    at += size;
  }
  if (decimals == 0) return;
  number.value = rounded(value, decimals);
  number.decimals = decimals;
  number.digits.end = at;
  take_magnitudes(number);
}

void DigitReader::take_magnitudes(Number& number) const {
  for (;;) {
    const auto [sign, size] = utf8::decode(text_, number.digits.end);
    const double magnitude = han_magnitude(sign);
    if (magnitude == 0 || stands("百分", number.digits.end)) return;
    number.value *= magnitude;
    number.digits.end += size;
    if (number.notation == Notation::arabic) number.notation = Notation::mixed;
  }
}

}  // namespace fazhi
