#include "batch/units_of_reports.hpp"

#include <boost/test/unit_test.hpp>

namespace fazhi {
namespace {

ReportRecord report(const std::string& unit, std::optional<int> year, const std::string& signed_on = {}) {
  ReportRecord out;
  out.identity.unit = unit;
  out.identity.year = year;
  out.identity.signature_date = signed_on;
  return out;
}

BOOST_AUTO_TEST_SUITE(units_of_reports)

BOOST_AUTO_TEST_CASE(the_year_is_that_of_most_and_the_later_of_equals) {
  BOOST_TEST(!year_of_most({}).has_value());
  BOOST_TEST(year_of_most({report("a", 2023), report("b", 2024), report("c", {})}).value_or(0) == 2024);
  BOOST_TEST(year_of_most({report("a", 2023), report("b", 2024), report("c", 2023)}).value_or(0) == 2023);
}

BOOST_AUTO_TEST_CASE(one_unit_for_each_that_sent_a_report) {
  BatchSummary summary;
  summary.year = 2024;
  summary.reports = {report("甲镇", 2024, "2025-01-05"), report("乙镇", 2023), report("", 2024), report("甲镇", 2024, "2025-01-10"),
                     report("甲镇", 2023)};
  take_units_from_reports(summary);
  BOOST_REQUIRE(summary.units.size() == 2U);
  const UnitRecord& first = summary.units[0];
  BOOST_TEST(first.unit == "甲镇");
  BOOST_TEST(first.duplicate);
  BOOST_TEST((first.state == Submission::submitted));
  BOOST_TEST(first.report.value_or(9) == 3U);
  BOOST_TEST(first.other_reports.size() == 2U);
  const UnitRecord& second = summary.units[1];
  BOOST_TEST((second.state == Submission::wrong_year));
  BOOST_TEST(!second.report.has_value());
  BOOST_TEST(summary.unowned == std::vector<std::size_t>{2}, boost::test_tools::per_element());
  BOOST_TEST(summary.reports[4].unit.value_or(9) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace fazhi
