#include "document/office/list_number.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "document/number_forms.hpp"
#include "text/utf8.hpp"
#include "text/write_numeral.hpp"

namespace fazhi {
namespace {

using Writer = std::string (*)(std::int64_t);

/// What a format can't write is left to Arabic digits.
constexpr std::int64_t kLargestRoman = 32'767;
constexpr std::int64_t kLargestLetters = 780;
constexpr std::int64_t kLargestCounting = 99'999;

std::string letters(std::int64_t value, char first) {
  return value > kLargestLetters ? std::string() : number_forms::repeated_letters(value, first);
}

std::string roman(std::int64_t value, bool upper) {
  return value > kLargestRoman ? std::string() : number_forms::roman(value, upper);
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

std::string legal(std::int64_t value, std::u32string_view forms) {
  return number_forms::of_cheques(counting(value), forms);
}

std::string circled(std::int64_t value) { return value == 0 ? "⓪" : number_forms::circled(value); }

/// 甲子 … 癸亥.
std::string stem_and_branch(std::int64_t value) {
  if (value < 1 || value > 60) return {};
  return number_forms::in_row((value - 1) % 10 + 1, U"甲乙丙丁戊己庚辛壬癸") + number_forms::in_row((value - 1) % 12 + 1, U"子丑寅卯辰巳午未申酉戌亥");
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
    {"ideographTraditional", [](std::int64_t v) { return number_forms::in_row(v, U"甲乙丙丁戊己庚辛壬癸"); }},
    {"ideographZodiac", [](std::int64_t v) { return number_forms::in_row(v, U"子丑寅卯辰巳午未申酉戌亥"); }},
    {"ideographZodiacTraditional", stem_and_branch},
    {"ideographEnclosedCircle", [](std::int64_t v) { return number_forms::in_block(v, U'㊀', 10); }},
    {"decimalEnclosedCircle", circled},
    {"decimalEnclosedCircleChinese", circled},
    {"decimalEnclosedParen", [](std::int64_t v) { return number_forms::in_block(v, U'⑴', 20); }},
    {"decimalEnclosedFullstop", [](std::int64_t v) { return number_forms::in_block(v, U'⒈', 20); }},
    {"decimalFullWidth", number_forms::full_width},
    {"decimalFullWidth2", number_forms::full_width},
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
