#include "base/working_days.hpp"

#include <algorithm>

#include "base/iso_date.hpp"

namespace fazhi {
namespace {

template <class Value>
bool holds(const std::vector<Value>& ascending, Value value) {
  return std::binary_search(ascending.begin(), ascending.end(), value);
}

int year_of(std::chrono::sys_days day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

}  // namespace

bool WorkCalendar::is_working_day(std::chrono::sys_days day) const {
  const std::chrono::weekday weekday(day);
  const bool is_weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
  return is_weekend ? holds(work, day) : !holds(off, day);
}

WorkingDeadline working_days_after(std::string_view from, int count, const WorkCalendar& calendar) {
  WorkingDeadline out;
  std::chrono::sys_days day = day_from(from);
  for (int counted = 0; counted < count;) {
    day += std::chrono::days{1};
    const int year = year_of(day);
    if (!holds(calendar.years, year) && (out.unknown_years.empty() || out.unknown_years.back() != year)) {
      out.unknown_years.push_back(year);
    }
    if (calendar.is_working_day(day)) ++counted;
  }
  out.day = iso_date_of(day);
  return out;
}

}  // namespace fazhi
