#include "document/number_forms.hpp"

#include <array>
#include <utility>

#include "base/ascii.hpp"
#include "text/utf8.hpp"

namespace fazhi::number_forms {
namespace {

std::string one_character(char32_t value) {
  std::string out;
  utf8::append(out, value);
  return out;
}

}  // namespace

std::string roman(std::int64_t value, bool upper) {
  constexpr auto kSteps = std::to_array<std::pair<std::int64_t, std::string_view>>(
      {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"},
       {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}});
  std::string out;
  for (const auto& [step, digits] : kSteps) {
    for (; value >= step; value -= step) out += digits;
  }
  return upper ? out : ascii::lower(out);
}

std::string letters(std::int64_t value, char first) {
  std::string out;
  for (; value > 0; value = (value - 1) / 26) out.insert(out.begin(), static_cast<char>(first + (value - 1) % 26));
  return out;
}

std::string repeated_letters(std::int64_t value, char first) {
  if (value < 1) return {};
  return std::string(static_cast<std::size_t>((value - 1) / 26 + 1), static_cast<char>(first + (value - 1) % 26));
}

std::string circled(std::int64_t value) {
  if (value <= 20) return in_block(value, U'①', 20);
  return value <= 35 ? in_block(value - 20, U'㉑', 15) : in_block(value - 35, U'㊱', 15);
}

std::string full_width(std::int64_t value) {
  if (value < 0) return {};
  std::string out;
  for (const char each : std::to_string(value)) utf8::append(out, U'０' + static_cast<char32_t>(each - '0'));
  return out;
}

std::string in_block(std::int64_t value, char32_t first, std::int64_t count) {
  if (value < 1 || value > count) return {};
  return one_character(first + static_cast<char32_t>(value - 1));
}

std::string in_row(std::int64_t value, std::u32string_view row) {
  if (value < 1 || value > static_cast<std::int64_t>(row.size())) return {};
  return one_character(row[static_cast<std::size_t>(value - 1)]);
}

std::string of_cheques(std::string_view chinese, std::u32string_view forms) {
  constexpr std::u32string_view kPlain = U"零一二三四五六七八九十百千万";
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

}  // namespace fazhi::number_forms
