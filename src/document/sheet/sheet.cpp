#include "document/sheet/sheet.hpp"

#include <algorithm>
#include <chrono>

#include "text/utf8.hpp"

namespace fazhi {
namespace {

constexpr int kFirstYear = 2000;
constexpr int kLastYear = 2099;
constexpr double kMostDays = 100'000;

std::string two_digits(unsigned value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters;
}

bool cut_cell(std::string& cell, std::size_t most_bytes) {
  if (cell.size() <= most_bytes) return false;
  std::size_t end = most_bytes;
  while (end > 0 && utf8::is_continuation(cell[end])) --end;
  cell.resize(end);
  return true;
}

std::string day_of_serial(double serial, bool is_1904) {
  using namespace std::chrono;
  if (!(serial >= 1 && serial <= kMostDays)) return {};
  const sys_days epoch = is_1904 ? sys_days{year{1904} / January / 1} : sys_days{year{1899} / December / 30};
  const year_month_day day{epoch + days{static_cast<int>(serial)}};
  if (int{day.year()} < kFirstYear || int{day.year()} > kLastYear) return {};
  return std::to_string(int{day.year()}) + '-' + two_digits(unsigned{day.month()}) + '-' + two_digits(unsigned{day.day()});
}

}  // namespace fazhi
