#include "base/iso_date.hpp"

#include <cstddef>

namespace fazhi {
namespace {

int digits_at(std::string_view text, std::size_t at, std::size_t count) {
  int number = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

bool is_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = digits_at(text, 0, 4);
  const int month = digits_at(text, 5, 2);
  const int day = digits_at(text, 8, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= kDays[month - 1] + (month == 2 && is_leap ? 1 : 0);
}

std::chrono::sys_days day_from(std::string_view iso) {
  return std::chrono::year{digits_at(iso, 0, 4)} / std::chrono::month{static_cast<unsigned>(digits_at(iso, 5, 2))} /
         std::chrono::day{static_cast<unsigned>(digits_at(iso, 8, 2))};
}

std::string iso_date_of(std::chrono::sys_days day) {
  constexpr int kLastYear = 9999;
  const std::chrono::year_month_day date(day);
  const int year = static_cast<int>(date.year());
  if (year < 1 || year > kLastYear) return {};
  const auto padded = [](unsigned number, std::size_t digits) {
    const std::string text = std::to_string(number);
    return std::string(digits - text.size(), '0') + text;
  };
  return padded(static_cast<unsigned>(year), 4) + '-' + padded(static_cast<unsigned>(date.month()), 2) + '-' +
         padded(static_cast<unsigned>(date.day()), 2);
}

}  // namespace fazhi
