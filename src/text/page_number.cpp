#include "text/page_number.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "text/utf8.hpp"

namespace fazhi {
namespace {

/// Most digits of a page number that stands without any mark around it: four
/// are a year.
constexpr int kBareDigits = 3;
constexpr int kDigits = 4;

/// Shapes of a line, one sign for each part: 9 a number, - a row of dashes or
/// dots, d 第, y 页, g 共.
constexpr auto kShapes = std::to_array<std::string_view>(
    {"9", "-9-", "9/9", "-9/9-", "d9y", "-d9y-", "d9yg9y", "g9yd9y", "d9y/g9y", "-d9yg9y-"});

/// The sign of a character: ' ' where it does not count, nothing where no page
/// number holds it.
std::optional<char> sign_of(char32_t value) {
  if (utf8::is_white_space(value)) return ' ';
  if ((value >= U'0' && value <= U'9') || (value >= U'０' && value <= U'９')) return '9';
  if (value >= 0x2010 && value <= 0x2015) return '-';
  switch (value) {
    case U'-':
    case U'－':
    case U'−':
    case U'·':
    case U'•':
    case U'・':
    case U'~':
    case U'～':
      return '-';
    case U'/':
    case U'／':
      return '/';
    case U'，':
    case U',':
    case U'\uFEFF':
      return ' ';
    case U'第':
      return 'd';
    case U'页':
    case U'頁':
      return 'y';
    case U'共':
      return 'g';
    default:
      return std::nullopt;
  }
}

}  // namespace

bool is_page_number_line(std::string_view line) {
  if (line.size() > kPageNumberLineBytes) return false;
  std::string shape;
  char last = ' ';
  int digits = 0;
  for (std::size_t at = 0; at < line.size();) {
    const auto [value, size] = utf8::decode(line, at);
    at += size;
    const std::optional<char> sign = sign_of(value);
    if (!sign) return false;
    const bool continues = *sign == last && (*sign == '9' || *sign == '-');
    digits = *sign != '9' ? digits : continues ? digits + 1 : 1;
    if (digits > kDigits) return false;
    last = *sign;
    if (*sign != ' ' && !continues) shape += *sign;
  }
  if (shape == "9" && digits > kBareDigits) return false;
  return std::find(kShapes.begin(), kShapes.end(), shape) != kShapes.end();
}

}  // namespace fazhi
