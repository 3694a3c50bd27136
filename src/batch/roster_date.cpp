#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "base/iso_date.hpp"
#include "batch/roster.hpp"
#include "document/sheet/sheet.hpp"
#include "text/normalize.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

/// Of at most nine digits.
int number_of(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::string iso(int year, int month, int day) {
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  std::string date = std::to_string(year) + '-' + two(month) + '-' + two(day);
  return is_iso_date(date) ? date : std::string();
}

/// Whether `text` behind a date leaves the day as it is: nothing, a time, 前.
bool may_follow(std::string_view text) {
  constexpr auto kWords = std::to_array<std::string_view>({"", "前", "以前", "之前", "止", "截止", "24时前", "24时", "24点前", "18时前", "18:00前", "下班前"});
  if (std::find(kWords.begin(), kWords.end(), text) != kWords.end()) return true;
  if (text.starts_with("T")) text.remove_prefix(1);
  while (text.starts_with(" ")) text.remove_prefix(1);
  constexpr std::string_view kColon = "：";
  std::size_t at = 0;
  bool has_colon = false;
  while (at < text.size()) {
    if (text.substr(at).starts_with(kColon)) {
      at += kColon.size();
      has_colon = true;
    } else if (is_digit(text[at]) || text[at] == ':' || text[at] == '.' || text[at] == 'Z') {
      has_colon = has_colon || text[at] == ':';
      ++at;
    } else {
      return false;
    }
  }
  return has_colon;
}

/// Text up to `separator`, and what stands behind it.
bool take_until(std::string_view& text, std::string_view separator, std::string_view& part) {
  const std::size_t at = text.find(separator);
  if (at == std::string_view::npos) return false;
  part = text.substr(0, at);
  text.remove_prefix(at + separator.size());
  return true;
}

std::string chinese_date(std::string_view text) {
  std::string_view year;
  std::string_view month;
  std::string_view day;
  if (!take_until(text, "年", year) || !take_until(text, "月", month)) return {};
  if (!take_until(text, "日", day) && !take_until(text, "号", day)) return {};
  if (!may_follow(text)) return {};
  const int year_number = parse_numeral(year);
  return year_number < 1000 ? std::string() : iso(year_number, parse_numeral(month), parse_numeral(day));
}

std::string separated_date(std::string_view text) {
  constexpr std::size_t kYearDigits = 4;
  if (text.size() <= kYearDigits || !is_all_digits(text.substr(0, kYearDigits))) return {};
  const char separator = text[kYearDigits];
  if (separator != '-' && separator != '/' && separator != '.') return {};
  std::size_t at = kYearDigits + 1;
  const auto number = [&] {
    int value = 0;
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at]) && at - begin < 2) value = value * 10 + (text[at++] - '0');
    return at == begin ? -1 : value;
  };
  const int month = number();
  if (month < 0 || at >= text.size() || text[at] != separator) return {};
  ++at;
  const int day = number();
  if (day < 0 || !may_follow(text.substr(at))) return {};
  return iso(number_of(text.substr(0, kYearDigits)), month, day);
}

std::string numbered_date(std::string_view text, bool is_1904) {
  constexpr std::size_t kCompactDigits = 8;
  constexpr std::size_t kSerialDigits = 5;
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (!is_all_digits(whole) || (point != std::string_view::npos && !is_all_digits(text.substr(point + 1)))) return {};
  if (whole.size() == kCompactDigits && point == std::string_view::npos) {
    const int number = number_of(whole);
    return iso(number / 10'000, number / 100 % 100, number % 100);
  }
  if (whole.size() != kSerialDigits) return {};
  return day_of_serial(number_of(whole), is_1904);
}

/// Without what stands in brackets, such as the day of the week.
std::string without_brackets(std::string_view text) {
  std::string out;
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint point = utf8::decode(text, at);
    if (point.value == U'（' || point.value == U'(') ++depth;
    if (depth == 0) out += text.substr(at, point.size_bytes);
    if ((point.value == U'）' || point.value == U')') && depth > 0) --depth;
    at += point.size_bytes;
  }
  return out;
}

}  // namespace

std::string roster_date(std::string_view cell, bool is_1904) {
  const std::string text = without_brackets(normalize_phrase(cell));
  for (std::string date : {chinese_date(text), separated_date(text), numbered_date(text, is_1904)}) {
    if (!date.empty()) return date;
  }
  return {};
}

}  // namespace fazhi
