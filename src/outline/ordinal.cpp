#include "outline/ordinal.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "text/numerals.hpp"
#include "text/term_match.hpp"

namespace fazhi {
namespace {

constexpr std::int32_t kLargestOrdinal = 60;
constexpr std::int32_t kLast = 99;

constexpr std::string_view kHan = "一二三四五六七八九十";

/// What an ordinal of any style begins with.
constexpr auto kBegins =
    word_table({"（", "0",  "1",  "2",  "3",  "4", "5", "6", "7", "8",  "9",    "一",   "二",   "三",  "四", "五",
                "六", "七", "八", "九", "十", "①", "②", "③", "④", "⑤",  "⑥",    "⑦",    "⑧",    "⑨",   "⑩",  "⑪",
                "⑫",  "⑬",  "⑭",  "⑮",  "⑯",  "⑰", "⑱", "⑲", "⑳", "第", "首先", "其次", "再次", "最后"});

bool starts(std::string_view text, std::string_view with) { return text.starts_with(with); }

/// Length in bytes of the run of Chinese numerals, or of Arabic digits, at the start.
std::size_t numeral_length(std::string_view text, bool chinese) {
  std::size_t length = 0;
  while (length < text.size()) {
    if (chinese) {
      const std::string_view next = text.substr(length, 3);
      if (next.size() < 3 || kHan.find(next) == std::string_view::npos) break;
      length += 3;
    } else {
      if (text[length] < '0' || text[length] > '9') break;
      ++length;
    }
  }
  return length;
}

std::optional<std::pair<std::int32_t, std::size_t>> numeral(std::string_view text, bool chinese) {
  const std::size_t length = numeral_length(text, chinese);
  if (length == 0 || length > 9) return std::nullopt;
  const std::int32_t value = parse_numeral(text.substr(0, length));
  if (value < 1 || value > kLargestOrdinal) return std::nullopt;
  return std::pair{value, length};
}

Ordinal made(OrdinalStyle style, std::int32_t value, std::uint32_t at, std::size_t length) {
  return Ordinal{style, value, {at, at + static_cast<std::uint32_t>(length)}, true};
}

std::optional<Ordinal> parenthesised(std::string_view rest, std::uint32_t at) {
  constexpr std::string_view kOpen = "（";
  constexpr std::string_view kClose = "）";
  const bool open = starts(rest, kOpen);
  const std::string_view inside = open ? rest.substr(kOpen.size()) : rest;
  const std::size_t before = open ? kOpen.size() : 0;
  for (const bool chinese : {true, false}) {
    const auto found = numeral(inside, chinese);
    if (!found || !starts(inside.substr(found->second), kClose)) continue;
    std::size_t length = before + found->second + kClose.size();
    if (starts(rest.substr(length), "、")) length += std::string_view("、").size();
    return made(chinese ? OrdinalStyle::chinese_parentheses : OrdinalStyle::arabic_parentheses, found->first, at, length);
  }
  return std::nullopt;
}

std::optional<Ordinal> with_mark(std::string_view rest, std::uint32_t at) {
  if (const auto found = numeral(rest, true)) {
    const std::string_view behind = rest.substr(found->second);
    for (const std::string_view mark : {std::string_view("、"), std::string_view("."), std::string_view("，")}) {
      if (starts(behind, mark)) return made(OrdinalStyle::chinese_comma, found->first, at, found->second + mark.size());
    }
    for (const std::string_view mark : {std::string_view("是"), std::string_view("要")}) {
      if (starts(behind, mark)) return made(OrdinalStyle::chinese_is, found->first, at, found->second + mark.size());
    }
  }
  if (const auto found = numeral(rest, false)) {
    const std::string_view behind = rest.substr(found->second);
    // 2.3 is a number; 22.12345热线 is an ordinal before the name of a hotline.
    constexpr std::size_t kLongestFraction = 3;
    const bool point = starts(behind, ".");
    const std::size_t fraction = point ? numeral_length(behind.substr(1), false) : 0;
    if (point && (fraction == 0 || fraction > kLongestFraction)) return made(OrdinalStyle::arabic_point, found->first, at, found->second + 1);
    if (starts(behind, "、")) return made(OrdinalStyle::arabic_point, found->first, at, found->second + 3);
  }
  return std::nullopt;
}

std::optional<Ordinal> circled(std::string_view rest, std::uint32_t at) {
  // ① is U+2460, ⑳ U+2473: E2 91 A0 to E2 91 B3.
  if (rest.size() < 3 || rest[0] != '\xE2' || rest[1] != '\x91') return std::nullopt;
  const auto last = static_cast<unsigned char>(rest[2]);
  if (last < 0xA0 || last > 0xB3) return std::nullopt;
  return made(OrdinalStyle::circled, last - 0xA0 + 1, at, 3);
}

std::optional<Ordinal> sequence(std::string_view rest, std::uint32_t at) {
  constexpr std::string_view kMark = "第";
  if (starts(rest, kMark)) {
    const auto found = numeral(rest.substr(kMark.size()), true);
    if (!found) return std::nullopt;
    const std::size_t length = kMark.size() + found->second;
    constexpr std::string_view kPart = "部分";
    if (starts(rest.substr(length), kPart)) {
      const std::string_view behind = rest.substr(length + kPart.size());
      const bool has_mark = is_mark(behind.substr(0, std::min<std::size_t>(behind.size(), 3)), "：、，");
      return made(OrdinalStyle::part, found->first, at, length + kPart.size() + (has_mark ? 3 : 0));
    }
    for (const std::string_view mark : {std::string_view("，"), std::string_view("、"), std::string_view("：")}) {
      if (starts(rest.substr(length), mark)) return made(OrdinalStyle::sequence, found->first, at, length + mark.size());
    }
    return std::nullopt;
  }
  constexpr std::array<std::pair<std::string_view, std::int32_t>, 4> kAdverbs{
      {{"首先", 1}, {"其次", 2}, {"再次", 3}, {"最后", kLast}}};
  for (const auto& [word, value] : kAdverbs) {
    if (starts(rest, word)) return made(OrdinalStyle::adverb, value, at, word.size());
  }
  return std::nullopt;
}

}  // namespace

bool numbers_headings(OrdinalStyle style) {
  switch (style) {
    case OrdinalStyle::part:
    case OrdinalStyle::chinese_comma:
    case OrdinalStyle::chinese_parentheses:
    case OrdinalStyle::arabic_point:
    case OrdinalStyle::arabic_parentheses:
    case OrdinalStyle::circled:
      return true;
    case OrdinalStyle::chinese_is:
    case OrdinalStyle::sequence:
    case OrdinalStyle::adverb:
      return false;
  }
  return false;
}

std::optional<Ordinal> ordinal_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  const std::string_view rest = text.substr(at, end - at);
  if (!kBegins.first_points.may_begin(rest)) return std::nullopt;
  if (const auto found = parenthesised(rest, at)) return found;
  if (const auto found = with_mark(rest, at)) return found;
  if (const auto found = circled(rest, at)) return found;
  return sequence(rest, at);
}

}  // namespace fazhi
