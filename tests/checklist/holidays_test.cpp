#include <boost/test/unit_test.hpp>
#include <string>

#include "base/iso_date.hpp"
#include "checklist/holidays.hpp"

namespace fazhi {
namespace {

const WorkCalendar& builtin() {
  static const LoadedRules<WorkCalendar> loaded = load_holidays("");
  BOOST_REQUIRE(loaded.rules.has_value());
  return *loaded.rules;
}

std::string after(const char* from, int days) { return working_days_after(from, days, builtin()).day; }

/// Days of work in a year.
int days_in(int year) {
  int count = 0;
  const std::string digits = std::to_string(year);
  for (auto day = day_from(digits + "-01-01"); day <= day_from(digits + "-12-31"); day += std::chrono::days{1}) {
    count += builtin().is_working_day(day) ? 1 : 0;
  }
  return count;
}

std::string first_code(const std::string& holidays, const std::string& head = "format = 1\n[[year]]\nyear = 2025\nnotice = \"通知\"\n") {
  const auto loaded = load_holidays_text(head + "holiday = [" + holidays + "]\n", "own.toml");
  return loaded.rules ? "accepted" : std::string(code_of(loaded.diagnostics.front().message.id));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(holidays)

/// What the notices leave of each year: 52 weeks of five days and the odd days, less the
/// days off by law that fall on them.
BOOST_AUTO_TEST_CASE(working_days_of_the_years) {
  BOOST_TEST(days_in(2024) == 251);
  BOOST_TEST(days_in(2025) == 248);
  BOOST_TEST(days_in(2026) == 248);
}

BOOST_AUTO_TEST_CASE(the_day_of_issue_does_not_count) {
  BOOST_TEST(after("2025-04-10", 1) == "2025-04-11");
  BOOST_TEST(after("2025-04-10", 2) == "2025-04-14");
  BOOST_TEST(after("2025-04-12", 1) == "2025-04-14");
}

BOOST_AUTO_TEST_CASE(days_off_are_left_out_and_worked_weekends_count) {
  BOOST_TEST(after("2025-04-10", 10) == "2025-04-24");
  BOOST_TEST(after("2025-04-25", 1) == "2025-04-27");
  BOOST_TEST(after("2025-04-30", 1) == "2025-05-06");
  BOOST_TEST(after("2025-09-26", 5) == "2025-10-10");
  BOOST_TEST(after("2024-02-09", 1) == "2024-02-18");
  BOOST_TEST(after("2025-12-31", 1) == "2026-01-04");
}

BOOST_AUTO_TEST_CASE(a_year_without_a_notice_is_told) {
  const WorkingDeadline deadline = working_days_after("2026-12-30", 5, builtin());
  BOOST_TEST(deadline.day == "2027-01-06");
  BOOST_REQUIRE(deadline.unknown_years.size() == 1U);
  BOOST_TEST(deadline.unknown_years.front() == 2027);
  BOOST_TEST(working_days_after("2025-04-10", 10, builtin()).unknown_years.empty());
  BOOST_TEST(working_days_after("9999-12-31", 1, builtin()).day == "");
}

BOOST_AUTO_TEST_CASE(wrong_files) {
  BOOST_TEST(first_code("{ name = \"元旦\", from = \"2025-01-01\", to = \"2025-01-01\" }") == "accepted");
  BOOST_TEST(first_code("{ name = \"元旦\", from = \"2025-01-03\", to = \"2025-01-01\" }") == "checklist.years-order");
  BOOST_TEST(first_code("{ name = \"元旦\", from = \"2025-02-30\", to = \"2025-01-01\" }") == "checklist.bad-date");
  BOOST_TEST(first_code("{ name = \"元旦\", from = \"2024-01-01\", to = \"2025-01-01\" }") == "holidays.other-year");
  BOOST_TEST(first_code("{ name = \"元旦\", from = \"2025-01-01\", to = \"2025-01-01\", work = [\"2025-01-06\"] }") == "holidays.no-weekend");
  BOOST_TEST(first_code("{ name = \"元旦\", from = \"2025-01-01\", to = \"2025-01-01\", work = [\"1月5日\"] }") == "checklist.bad-date");
  BOOST_TEST(first_code("{ name = \"元旦\", from = \"2025-01-01\", to = \"2025-01-05\", work = [\"2025-01-05\"] }") == "holidays.off-and-worked");
  BOOST_TEST(first_code("{ name = \"元旦\", from = \"2025-01-01\", to = \"2025-01-01\", day = 1 }") == "checklist.unknown-key");
}

BOOST_AUTO_TEST_CASE(dates_and_days) {
  BOOST_TEST(iso_date_of(day_from("2024-02-29")) == "2024-02-29");
  BOOST_TEST(iso_date_of(day_from("0001-01-01")) == "0001-01-01");
  BOOST_TEST(iso_date_of(day_from("0001-01-01") - std::chrono::days{1}) == "");
  BOOST_TEST((day_from("2025-03-01") - day_from("2025-02-01")).count() == 28);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
