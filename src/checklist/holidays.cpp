#include "checklist/holidays.hpp"

#include <algorithm>
#include <chrono>

#include "base/iso_date.hpp"

namespace fazhi {
namespace {

using std::chrono::sys_days;

constexpr std::string_view kBuiltinPath = "holidays.toml";
constexpr int kFirstYear = 2000;
constexpr int kLastYear = 2100;

/// One year's notice on its way into the calendar.
class NoticeReader {
 public:
  NoticeReader(int year, WorkCalendar& calendar)
      : first_(std::chrono::year{year - 1} / std::chrono::December / 1),
        last_(std::chrono::year{year} / std::chrono::December / 31),
        calendar_(calendar) {}

  void read(TableReader& holiday) {
    static_cast<void>(holiday.text("name", Need::required));
    const std::string from = holiday.date("from", Need::required);
    const std::string to = holiday.date("to", Need::required);
    if (!from.empty() && !to.empty()) read_days_off(holiday, from, to);
    for (const TomlNode* node : holiday.strings("work", Need::optional)) read_worked(holiday, *node);
    holiday.finish();
  }

 private:
  bool is_of_the_year(TableReader& holiday, Place place, const std::string& iso) const {
    const sys_days day = day_from(iso);
    if (day >= first_ && day <= last_) return true;
    holiday.error(place, {MessageId::holidays_other_year, {iso, iso_date_of(first_), iso_date_of(last_)}});
    return false;
  }

  void read_days_off(TableReader& holiday, const std::string& from, const std::string& to) {
    const bool fits = is_of_the_year(holiday, holiday.value_place("from"), from) &&
                      is_of_the_year(holiday, holiday.value_place("to"), to);
    if (!fits) return;
    if (from > to) {
      holiday.error(holiday.value_place("to"), {MessageId::checklist_years_order, {from, to}});
      return;
    }
    for (sys_days day = day_from(from); day <= day_from(to); day += std::chrono::days{1}) calendar_.off.push_back(day);
  }

  void read_worked(TableReader& holiday, const TomlNode& node) {
    if (!is_iso_date(node.text)) {
      holiday.error(node.place, {MessageId::checklist_bad_date, {node.text}});
      return;
    }
    if (!is_of_the_year(holiday, node.place, node.text)) return;
    const sys_days day = day_from(node.text);
    const std::chrono::weekday weekday(day);
    if (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday) {
      holiday.error(node.place, {MessageId::holidays_no_weekend, {node.text}});
      return;
    }
    calendar_.work.push_back(day);
  }

  sys_days first_;
  sys_days last_;
  WorkCalendar& calendar_;
};

template <class Value>
void put_in_order(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

void load(TableReader& root, WorkCalendar& calendar) {
  IdRegistry years;
  for (TableReader& table : root.tables("year", Need::required)) {
    const auto year = table.integer("year", kFirstYear, kLastYear, Need::required);
    static_cast<void>(table.text("notice", Need::required));
    std::vector<TableReader> holidays = table.tables("holiday", Need::required);
    table.finish();
    if (!year) continue;
    years.claim("year", std::to_string(*year), table.file(), table.value_place("year"), table.diagnostics());
    calendar.years.push_back(*year);
    NoticeReader reader(*year, calendar);
    for (TableReader& holiday : holidays) reader.read(holiday);
  }
  put_in_order(calendar.years);
  put_in_order(calendar.off);
  put_in_order(calendar.work);
  for (const sys_days day : calendar.work) {
    if (!std::binary_search(calendar.off.begin(), calendar.off.end(), day)) continue;
    root.error({}, {MessageId::holidays_off_and_worked, {iso_date_of(day)}});
  }
}

}  // namespace

LoadedRules<WorkCalendar> load_holidays_text(std::string_view toml, const std::string& path) {
  return load_rules_text<WorkCalendar>(toml, path, load);
}

LoadedRules<WorkCalendar> load_holidays(const std::string& path) {
  return load_rules_file<WorkCalendar>(path, kBuiltinPath, load);
}

}  // namespace fazhi
