#include "document/office/odf_number.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.hpp"
#include "text/write_numeral.hpp"

namespace fazhi {
namespace {

using Writer = std::string (*)(std::int64_t);

/// What a row can't write is left to Arabic digits.
constexpr std::int64_t kLargestRoman = 32'767;
constexpr std::int64_t kLargestLetters = 26 * 12;
constexpr std::int64_t kLargestChinese = 99'999;

std::string one_character(char32_t value) {
  std::string out;
  utf8::append(out, value);
  return out;
}

template <char32_t first, std::int64_t count>
std::string in_block(std::int64_t value) {
  if (value < 1 || value > count) return {};
  return one_character(first + static_cast<char32_t>(value - 1));
}

std::string in_row(std::int64_t value, std::u32string_view row) {
  if (value < 1 || value > static_cast<std::int64_t>(row.size())) return {};
  return one_character(row[static_cast<std::size_t>(value - 1)]);
}

std::string letters(std::int64_t value, char first, bool letter_sync) {
  if (value < 1 || value > kLargestLetters) return {};
  const auto letter = [first](std::int64_t place) { return static_cast<char>(first + place); };
  if (letter_sync) return std::string(static_cast<std::size_t>((value - 1) / 26 + 1), letter((value - 1) % 26));
  std::string out;
  for (std::int64_t rest = value; rest > 0; rest = (rest - 1) / 26) out.insert(out.begin(), letter((rest - 1) % 26));
  return out;
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
  if (!upper) std::transform(out.begin(), out.end(), out.begin(), [](char c) { return static_cast<char>(c - 'A' + 'a'); });
  return out;
}

std::string chinese(std::int64_t value) {
  return value < 0 || value > kLargestChinese ? std::string() : write_chinese(value);
}

/// The forms of cheques; `forms` stand for 零一二三四五六七八九十百千万.
std::string of_cheques(std::int64_t value, std::u32string_view forms) {
  constexpr std::u32string_view kPlain = U"零一二三四五六七八九十百千万";
  const std::string plain = chinese(value);
  std::string out;
  for (std::size_t at = 0; at < plain.size();) {
    const auto [point, size] = utf8::decode(plain, at);
    if (at == 0 && point == U'十') utf8::append(out, forms[1]);
    const std::size_t place = kPlain.find(point == U'两' ? U'二' : point);
    if (place < forms.size()) utf8::append(out, forms[place]);
    at += size;
  }
  return out;
}

std::string circled(std::int64_t value) {
  if (value <= 20) return in_block<U'①', 20>(value);
  return value <= 35 ? in_block<U'㉑', 15>(value - 20) : in_block<U'㊱', 15>(value - 35);
}

std::string full_width(std::int64_t value) {
  if (value < 0) return {};
  std::string out;
  for (const char each : std::to_string(value)) utf8::append(out, U'０' + static_cast<char32_t>(each - '0'));
  return out;
}

/// Arabic digits with zeros before them, `width` at least.
template <std::size_t width>
std::string padded(std::int64_t value) {
  const std::string digits = std::to_string(value);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

/// Rows by the number that they begin with.
constexpr auto kRows = std::to_array<std::pair<std::string_view, Writer>>({
    {"一", chinese},
    {"壹", [](std::int64_t v) { return of_cheques(v, U"零壹贰叁肆伍陆柒捌玖拾佰仟万"); }},
    {"甲", [](std::int64_t v) { return in_row(v, U"甲乙丙丁戊己庚辛壬癸"); }},
    {"子", [](std::int64_t v) { return in_row(v, U"子丑寅卯辰巳午未申酉戌亥"); }},
    {"①", circled},
    {"❶", in_block<U'❶', 10>},
    {"⑴", in_block<U'⑴', 20>},
    {"⒈", in_block<U'⒈', 20>},
    {"㈠", in_block<U'㈠', 10>},
    {"㊀", in_block<U'㊀', 10>},
    {"１", full_width},
    {"01", padded<2>},
    {"001", padded<3>},
    {"0001", padded<4>},
    {"00001", padded<5>},
});

std::string written(std::string_view row, std::int64_t value, bool letter_sync) {
  if (row == "a" || row == "A") return letters(value, row[0], letter_sync);
  if (row == "i" || row == "I") return roman(value, row == "I");
  const auto known = std::find_if(kRows.begin(), kRows.end(), [row](const auto& each) { return each.first == row; });
  return known == kRows.end() ? std::string() : known->second(value);
}

}  // namespace

std::string write_odf_number(std::string_view format, std::int64_t value, bool letter_sync) {
  if (format.empty()) return {};
  const std::string_view row = format.substr(0, format.find(','));
  std::string out = written(row, value, letter_sync || row.size() < format.size());
  return out.empty() ? std::to_string(value) : out;
}

}  // namespace fazhi
