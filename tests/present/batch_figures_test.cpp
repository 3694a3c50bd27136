#include "present/batch_figures.hpp"

#include <boost/test/unit_test.hpp>

#include "present/batch_wording.hpp"
#include "present/sample_summary.hpp"

namespace fazhi {

BOOST_AUTO_TEST_SUITE(batch_figures)

BOOST_AUTO_TEST_CASE(a_county) {
  const BatchSummary summary = test::county_summary();
  const BatchFigures figures = figures_of(summary, 3);
  BOOST_TEST(figures.states == (std::array<std::size_t, 5>{3, 1, 2, 1, 1}), boost::test_tools::per_element());
  BOOST_TEST(figures.duplicates == 1U);
  BOOST_TEST(figures.doubts == 1U);
  BOOST_TEST(figures.ranked == 4U);
  BOOST_TEST(figures.passed == 2U);
  BOOST_TEST(figures.failed == 1U);
  BOOST_TEST(figures.open == 1U);
  BOOST_REQUIRE(figures.grades.size() == 3U);
  BOOST_TEST(figures.grades[0].grade == "优秀");
  BOOST_TEST(figures.grades[0].reports == 2U);
  BOOST_TEST(figures.grades[2].grade == "");
  BOOST_REQUIRE(figures.scores.has_value());
  BOOST_TEST(figures.scores->mean == 7273);    // (9005 + 9005 + 6250 + 4830) / 4 = 7272.5
  BOOST_TEST(figures.scores->median == 7628);  // (6250 + 9005) / 2 = 7627.5
  BOOST_TEST(figures.scores->highest == 9005);
  BOOST_TEST(figures.scores->lowest == 4830);
  BOOST_TEST(figures.published == 1U);
  BOOST_TEST(figures.not_published == 1U);
  BOOST_TEST(figures.publication_unknown == 6U);
}

BOOST_AUTO_TEST_CASE(best_and_worst_elements) {
  BatchSummary summary;
  const auto rate = [](std::size_t met, std::size_t missing, std::size_t partial) {
    ElementRate out;
    out.met = met;
    out.missing = missing;
    out.partial = partial;
    return out;
  };
  summary.rates = {rate(4, 0, 0), rate(1, 3, 0), rate(0, 0, 0), rate(1, 0, 3), rate(2, 2, 0), rate(0, 4, 0)};
  const BatchFigures figures = figures_of(summary, 5);
  // One that nobody was asked for counts on no side; half of five, rounded up, may be named.
  BOOST_TEST(figures.worst == (std::vector<std::size_t>{5, 1, 3}), boost::test_tools::per_element());
  BOOST_TEST(figures.best == (std::vector<std::size_t>{0, 4}), boost::test_tools::per_element());
  summary.rates = {rate(4, 0, 0), rate(0, 4, 0)};
  BOOST_TEST(figures_of(summary, 5).worst == (std::vector<std::size_t>{1}), boost::test_tools::per_element());
  BOOST_TEST(figures_of(summary, 5).best == (std::vector<std::size_t>{0}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(nothing_at_all) {
  const BatchFigures figures = figures_of({});
  BOOST_TEST(!figures.scores.has_value());
  BOOST_TEST(figures.grades.empty());
  BOOST_TEST(figures.worst.empty());
  BOOST_TEST(share_of({}) == 0);
}

BOOST_AUTO_TEST_CASE(states_in_words) {
  UnitRecord unit;
  unit.state = Submission::absent;
  BOOST_TEST(state_of(unit, Language::zh) == "未报送");
  unit.days_left = 3;
  BOOST_TEST(state_of(unit, Language::zh) == "未报送（距截止还有3天）");
  unit.days_left = 0;
  BOOST_TEST(state_of(unit, Language::zh) == "未报送（今天截止）");
  unit.days_left = -5;
  BOOST_TEST(state_of(unit, Language::zh) == "未报送（已逾期5天）");
  BOOST_TEST(state_of(unit, Language::en) == "not submitted (5 day(s) overdue)");
  unit.state = Submission::late;
  unit.duplicate = true;
  BOOST_TEST(state_of(unit, Language::zh) == "逾期报送；重复报送");
  BOOST_TEST(publication_of(unit, Language::zh) == "");
  unit.published_in_time = false;
  BOOST_TEST(publication_of(unit, Language::zh) == "未按时公开");
  unit.published_on = "2025-04-02";
  BOOST_TEST(publication_of(unit, Language::zh) == "逾期公开");
  unit.published_in_time = true;
  BOOST_TEST(publication_of(unit, Language::zh) == "按时公开");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
