#include "document/office/list_number.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.hpp"
#include "text/write_numeral.hpp"

namespace fazhi {
namespace {

using Writer = std::string (*)(std::int64_t);

/// What a format can't write is left to Arabic digits.
constexpr std::int64_t kLargestRoman = 32'767;
constexpr std::int64_t kLargestLetters = 780;
constexpr std::int64_t kLargestCounting = 99'999;

std::string one_character(char32_t value) {
  std::string out;
  utf8::append(out, value);
  return out;
}

/// The characters from `first` on, one for each of 1 … `count`.
std::string in_block(std::int64_t value, char32_t first, std::int64_t count) {
  if (value < 1 || value > count) return {};
  return one_character(first + static_cast<char32_t>(value - 1));
}

std::string from_list(std::int64_t value, std::u32string_view characters) {
  if (value < 1 || value > static_cast<std::int64_t>(characters.size())) return {};
  return one_character(characters[static_cast<std::size_t>(value - 1)]);
}

std::string letters(std::int64_t value, char first) {
  if (value < 1 || value > kLargestLetters) return {};
  return std::string(static_cast<std::size_t>((value - 1) / 26 + 1), static_cast<char>(first + (value - 1) % 26));
}

std::string roman(std::int64_t value, bool upper) {
  constexpr auto kSteps = std::to_array<std::pair<std::int64_t, std::string_view>>(
      {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"},
       {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}});
  if (value < 1 || value > kLargestRoman) return {};
  std::string out;
  for (const auto& [step, digits] : kSteps) {
    for (; value >= step; value -= step) out += digits;
  }
  if (!upper) std::transform(out.begin(), out.end(), out.begin(), [](char c) { return static_cast<char>(c + ('a' - 'A')); });
  return out;
}

std::string full_width(std::int64_t value) {
  std::string out;
  for (const char each : std::to_string(value)) {
    if (each == '-') return {};
    utf8::append(out, U'０' + static_cast<char32_t>(each - '0'));
  }
  return out;
}

std::string digit_by_digit(std::int64_t value, std::string_view zero) {
  return write_chinese_digits(std::to_string(value), zero);
}

std::string counting(std::int64_t value) { return value > kLargestCounting ? std::string() : write_chinese(value); }

/// 一 … 九十九, digits beyond.
std::string counting_below_hundred(std::int64_t value) {
  return value < 100 ? counting(value) : digit_by_digit(value, "○");
}

/// 百 and 千 need no 一, and gaps no 零.
std::string japanese_counting(std::int64_t value) {
  std::string out;
  const std::string chinese = value < 10'000 ? counting(value) : std::string();
  for (std::size_t at = 0; at < chinese.size();) {
    const auto [point, size] = utf8::decode(chinese, at);
    const char32_t next = utf8::decode(chinese, at + size).value;
    const bool bare_one = point == U'一' && (next == U'十' || next == U'百' || next == U'千');
    if (!bare_one && (point != U'零' || value == 0)) utf8::append(out, point == U'两' ? U'二' : point);
    at += size;
  }
  return out;
}

/// The forms of cheques: `forms` stands for 零一二三四五六七八九十百千万.
std::string legal(std::int64_t value, std::u32string_view forms) {
  constexpr std::u32string_view kPlain = U"零一二三四五六七八九十百千万";
  const std::string chinese = counting(value);
  std::string out;
  for (std::size_t at = 0; at < chinese.size();) {
    const auto [point, size] = utf8::decode(chinese, at);
    if (at == 0 && point == U'十') utf8::append(out, forms[1]);
    const std::size_t place = kPlain.find(point == U'两' ? U'二' : point);
    if (place < forms.size()) utf8::append(out, forms[place]);
    at += size;
  }
  return out;
}

std::string circled(std::int64_t value) {
  if (value == 0) return "⓪";
  if (value <= 20) return in_block(value, U'①', 20);
  return value <= 35 ? in_block(value - 20, U'㉑', 15) : in_block(value - 35, U'㊱', 15);
}

/// 甲子 … 癸亥.
std::string stem_and_branch(std::int64_t value) {
  if (value < 1 || value > 60) return {};
  return from_list((value - 1) % 10 + 1, U"甲乙丙丁戊己庚辛壬癸") + from_list((value - 1) % 12 + 1, U"子丑寅卯辰巳午未申酉戌亥");
}

constexpr auto kWriters = std::to_array<std::pair<std::string_view, Writer>>({
    {"decimalZero", [](std::int64_t v) { return v >= 0 && v < 10 ? '0' + std::to_string(v) : std::to_string(v); }},
    {"chineseCounting", counting_below_hundred},
    {"taiwaneseCounting", counting_below_hundred},
    {"chineseCountingThousand", counting},
    {"taiwaneseCountingThousand", counting},
    {"japaneseCounting", japanese_counting},
    {"ideographDigital", [](std::int64_t v) { return digit_by_digit(v, "〇"); }},
    {"japaneseDigitalTenThousand", [](std::int64_t v) { return digit_by_digit(v, "〇"); }},
    {"taiwaneseDigital", [](std::int64_t v) { return digit_by_digit(v, "○"); }},
    {"chineseLegalSimplified", [](std::int64_t v) { return legal(v, U"零壹贰叁肆伍陆柒捌玖拾佰仟万"); }},
    {"ideographLegalTraditional", [](std::int64_t v) { return legal(v, U"零壹貳參肆伍陸柒捌玖拾佰仟萬"); }},
    {"ideographTraditional", [](std::int64_t v) { return from_list(v, U"甲乙丙丁戊己庚辛壬癸"); }},
    {"ideographZodiac", [](std::int64_t v) { return from_list(v, U"子丑寅卯辰巳午未申酉戌亥"); }},
    {"ideographZodiacTraditional", stem_and_branch},
    {"ideographEnclosedCircle", [](std::int64_t v) { return in_block(v, U'㊀', 10); }},
    {"decimalEnclosedCircle", circled},
    {"decimalEnclosedCircleChinese", circled},
    {"decimalEnclosedParen", [](std::int64_t v) { return in_block(v, U'⑴', 20); }},
    {"decimalEnclosedFullstop", [](std::int64_t v) { return in_block(v, U'⒈', 20); }},
    {"decimalFullWidth", full_width},
    {"decimalFullWidth2", full_width},
    {"upperRoman", [](std::int64_t v) { return roman(v, true); }},
    {"lowerRoman", [](std::int64_t v) { return roman(v, false); }},
    {"upperLetter", [](std::int64_t v) { return letters(v, 'A'); }},
    {"lowerLetter", [](std::int64_t v) { return letters(v, 'a'); }},
    {"numberInDash", [](std::int64_t v) { return "- " + std::to_string(v) + " -"; }},
});

}  // namespace

std::string write_list_number(std::string_view format, std::int64_t value) {
  if (format == "bullet" || format == "none") return {};
  const auto known = std::find_if(kWriters.begin(), kWriters.end(), [&](const auto& each) { return each.first == format; });
  const std::string written = known == kWriters.end() ? std::string() : known->second(value);
  return written.empty() ? std::to_string(value) : written;
}

}  // namespace fazhi
