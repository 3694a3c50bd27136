#include "text/numerals.hpp"

#include <cmath>

#include "../fuzz.hpp"
#include "../targets.hpp"
#include "text/normalize.hpp"
#include "text/write_numeral.hpp"

namespace fazhi::fuzz {
namespace {

const UnitLexicon& units() {
  static const UnitLexicon lexicon({"起", "件", "件次", "人次", "人", "个", "年", "日", "万元", "%", "次", "场", "km"});
  return lexicon;
}

void check_numbers(std::string_view normal, TextRange window) {
  std::uint32_t end = window.begin;
  std::vector<Number> numbers;
  append_numbers(normal, window, units(), numbers);
  for (const Number& each : numbers) {
    require(is_range_of(each.range, normal) && is_range_of(each.digits, normal), "a number is a range of the text");
    require(each.range.begin >= end, "numbers ascend and do not overlap");
    require(window.contains(each.range), "a number lies in its window");
    require(!each.digits.empty() && each.range.contains(each.digits), "a number holds its digits");
    require(each.unit_range.empty() || each.range.contains(each.unit_range), "a number holds its unit");
    require(each.unit >= -1 && each.unit < static_cast<std::int32_t>(units().size()), "a unit is one of those given");
    require(std::isfinite(each.value) && each.value >= 0, "a value is finite and not below zero");
    require(each.decimals >= -1, "decimals are counted");
    end = each.range.end;
  }
}

void check_written(std::int32_t value) {
  if (value < 0 || value >= 100'000'000) return;
  require(parse_numeral(write_chinese(value)) == value, "a numeral that is written is read");
  require(parse_numeral(std::to_string(value)) == value, "digits that are written are read");
}

}  // namespace

void numerals(std::string_view bytes) {
  const std::string text = as_utf8(bytes);
  const NormalText normal = fazhi::normalize(text, lines_of(text));
  check_numbers(normal.text, {0, static_cast<std::uint32_t>(normal.text.size())});
  for (const TextRange& each : normal.paragraphs) {
    check_numbers(normal.text, each);
    check_written(parse_numeral(each.of(normal.text)));
  }
}

}  // namespace fazhi::fuzz
