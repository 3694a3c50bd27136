#include "document/web/list_numbers.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/write_numeral.hpp"

namespace fazhi {
namespace {

std::string letters(int value, char first) {
  std::string out;
  for (; value > 0; value = (value - 1) / 26) out.insert(out.begin(), static_cast<char>(first + (value - 1) % 26));
  return out;
}

std::string roman(int value, bool upper) {
  constexpr std::array<std::pair<int, std::string_view>, 13> kSteps{{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"},
      {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}};
  std::string out;
  for (const auto& [step, text] : kSteps) {
    for (; value >= step; value -= step) out += text;
  }
  if (upper) {
    for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

bool is_in(std::string_view type, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), type) != names.end();
}

}  // namespace

std::string list_number(int value, std::string_view type) {
  if (is_in(type, {"none", "disc", "circle", "square"})) return {};
  constexpr int kRomanEnd = 4000;
  if (value > 0) {
    if (is_in(type, {"a", "lower-alpha", "lower-latin"})) return letters(value, 'a') + ". ";
    if (is_in(type, {"A", "upper-alpha", "upper-latin"})) return letters(value, 'A') + ". ";
    if (value < kRomanEnd && is_in(type, {"i", "lower-roman"})) return roman(value, false) + ". ";
    if (value < kRomanEnd && is_in(type, {"I", "upper-roman"})) return roman(value, true) + ". ";
    if (is_in(type, {"cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal"})) {
      return write_chinese(value) + "、";
    }
  }
  return std::to_string(value) + ". ";
}

}  // namespace fazhi
