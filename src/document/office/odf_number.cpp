#include "document/office/odf_number.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "document/number_forms.hpp"
#include "text/write_numeral.hpp"

namespace fazhi {
namespace {

using Writer = std::string (*)(std::int64_t);

/// What a row can't write is left to Arabic digits.
constexpr std::int64_t kLargestRoman = 32'767;
constexpr std::int64_t kLargestLetters = 26 * 12;
constexpr std::int64_t kLargestChinese = 99'999;

template <char32_t first, std::int64_t count>
std::string in_block(std::int64_t value) {
  return number_forms::in_block(value, first, count);
}

std::string letters(std::int64_t value, char first, bool letter_sync) {
  if (value > kLargestLetters) return {};
  return letter_sync ? number_forms::repeated_letters(value, first) : number_forms::letters(value, first);
}

std::string roman(std::int64_t value, bool upper) {
  return value > kLargestRoman ? std::string() : number_forms::roman(value, upper);
}

std::string chinese(std::int64_t value) {
  return value < 0 || value > kLargestChinese ? std::string() : write_chinese(value);
}

std::string of_cheques(std::int64_t value, std::u32string_view forms) {
  return number_forms::of_cheques(chinese(value), forms);
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
    {"甲", [](std::int64_t v) { return number_forms::in_row(v, U"甲乙丙丁戊己庚辛壬癸"); }},
    {"子", [](std::int64_t v) { return number_forms::in_row(v, U"子丑寅卯辰巳午未申酉戌亥"); }},
    {"①", number_forms::circled},
    {"❶", in_block<U'❶', 10>},
    {"⑴", in_block<U'⑴', 20>},
    {"⒈", in_block<U'⒈', 20>},
    {"㈠", in_block<U'㈠', 10>},
    {"㊀", in_block<U'㊀', 10>},
    {"１", number_forms::full_width},
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
