#include "evaluate/defects_ordinals.hpp"

#include <array>

#include "base/utf8.hpp"
#include "evaluate/defects_text.hpp"

namespace fazhi::defects {
namespace {

constexpr std::string_view kDigits = "一二三四五六七八九";
constexpr std::int32_t kTen = 10;

/// 12 as 十二; values from 1 to 99.
std::string han(std::int32_t value) {
  const auto digit = [](std::int32_t each) {
    return std::string(kDigits.substr(static_cast<std::size_t>(each - 1) * 3, 3));
  };
  std::string out;
  if (value >= 2 * kTen) out += digit(value / kTen);
  if (value >= kTen) out += "十";
  if (value % kTen > 0) out += digit(value % kTen);
  return out;
}

std::string circled(std::int32_t value) {
  // ① is U+2460, ⑳ U+2473.
  return {'\xE2', '\x91', static_cast<char>(0xA0 + value - 1)};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 4.5 goes on as a number, 4.2026年工作安排 does not.
bool begins_number(std::string_view behind) {
  constexpr std::size_t kYearDigits = 4;
  if (behind.empty() || !is_digit(behind.front())) return false;
  std::size_t digits = 0;
  while (digits < behind.size() && is_digit(behind[digits])) ++digits;
  return digits != kYearDigits || !behind.substr(digits).starts_with("年");
}

}  // namespace

std::vector<std::string> spellings(OrdinalStyle style, std::int32_t value) {
  const std::string arabic = std::to_string(value);
  switch (style) {
    case OrdinalStyle::part:
      return {"第" + han(value) + "部分"};
    case OrdinalStyle::chinese_comma:
      return {han(value) + "、", han(value) + "."};
    case OrdinalStyle::chinese_parentheses:
      return {"（" + han(value) + "）"};
    case OrdinalStyle::arabic_point:
      return {arabic + ".", arabic + "、"};
    case OrdinalStyle::arabic_parentheses:
      return {"（" + arabic + "）", arabic + "）"};
    case OrdinalStyle::circled:
      return {circled(value)};
    case OrdinalStyle::chinese_is:
      return {han(value) + "是", han(value) + "要", "其" + han(value)};
    case OrdinalStyle::sequence:
      return {"第" + han(value)};
    case OrdinalStyle::adverb:
      return {"首先"};
  }
  return {};
}

bool is_no_item(const Ordinal& ordinal, std::string_view behind) {
  static constexpr auto kOtherWords = word_table({"素", "点", "件", "求", "义", "闻"});
  static constexpr auto kCounted =
      word_table({"月", "季", "级", "组", "类", "日", "号", "期", "、", "和", "及", "至", "年级", "楼"});
  if (ordinal.style == OrdinalStyle::chinese_is) return starts_with_any(behind, kOtherWords);
  if (ordinal.style != OrdinalStyle::arabic_point && ordinal.style != OrdinalStyle::chinese_comma) return false;
  std::size_t length = 0;
  while (length < behind.size()) {
    const std::size_t step = code_point_length(behind[length]);
    const std::string_view point = behind.substr(length, step);
    const bool numeral = (behind[length] >= '0' && behind[length] <= '9') || is_mark(point, kDigits) || point == "十";
    if (!numeral) break;
    length += step;
  }
  return length > 0 && length <= 6 && starts_with_any(behind.substr(length), kCounted);
}

bool stands_in(std::string_view text, std::string_view way) {
  for (std::size_t at = text.find(way); at != std::string_view::npos; at = text.find(way, at + 1)) {
    const std::string_view behind = text.substr(at + way.size());
    const bool in_number = is_digit(way.front()) && ((at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '.')) ||
                                                     (way.back() == '.' && begins_number(behind)));
    if (!in_number) return true;
  }
  return false;
}

}  // namespace fazhi::defects
