#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace fazhi {

/// What the State Council's yearly notices change in the working week: days off
/// that are no weekend, and weekends that are worked.
struct WorkCalendar {
  std::vector<int> years;                    ///< that there is a notice for, ascending
  std::vector<std::chrono::sys_days> off;    ///< ascending
  std::vector<std::chrono::sys_days> work;   ///< Saturdays and Sundays, ascending; none of them is in `off`

  /// A day of work: Monday to Friday but for `off`, and `work`.
  [[nodiscard]] bool is_working_day(std::chrono::sys_days day) const;
};

/// The last day of a time that is counted in working days.
struct WorkingDeadline {
  std::string day;                 ///< ISO date; "" where it lies behind the year 9999
  std::vector<int> unknown_years;  ///< years that it runs through without a notice: weekends alone were left out of them
};

/// The day that ends `count` working days behind `from`, itself a working day;
/// `from` does not count (《中华人民共和国民法典》第二百零一条). `count` from 1.
/// O(count). Precondition: is_iso_date(from).
[[nodiscard]] WorkingDeadline working_days_after(std::string_view from, int count, const WorkCalendar& calendar);

}  // namespace fazhi
