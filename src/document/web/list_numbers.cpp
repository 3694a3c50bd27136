#include "document/web/list_numbers.hpp"

#include <algorithm>
#include <initializer_list>

#include "document/number_forms.hpp"
#include "text/write_numeral.hpp"

namespace fazhi {
namespace {

bool is_in(std::string_view type, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), type) != names.end();
}

}  // namespace

std::string list_number(int value, std::string_view type) {
  if (is_in(type, {"none", "disc", "circle", "square"})) return {};
  constexpr int kRomanEnd = 4000;
  if (value > 0) {
    if (is_in(type, {"a", "lower-alpha", "lower-latin"})) return number_forms::letters(value, 'a') + ". ";
    if (is_in(type, {"A", "upper-alpha", "upper-latin"})) return number_forms::letters(value, 'A') + ". ";
    if (value < kRomanEnd && is_in(type, {"i", "lower-roman"})) return number_forms::roman(value, false) + ". ";
    if (value < kRomanEnd && is_in(type, {"I", "upper-roman"})) return number_forms::roman(value, true) + ". ";
    if (is_in(type, {"cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal"})) {
      return write_chinese(value) + "、";
    }
  }
  return std::to_string(value) + ". ";
}

}  // namespace fazhi
