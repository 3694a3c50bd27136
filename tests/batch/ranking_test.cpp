#include "batch/ranking.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

namespace fazhi {
namespace {

ReportRecord scored(std::int32_t awarded, std::int32_t highest, std::int32_t possible = 10'000) {
  ReportRecord record;
  record.score.awarded_hundredths = awarded;
  record.score.highest_hundredths = highest;
  record.score.possible_hundredths = possible;
  return record;
}

std::string shown(const std::vector<RankedUnit>& ranking) {
  std::string out;
  for (const RankedUnit& each : ranking) {
    out += std::to_string(each.report) + ':' + std::to_string(each.rank) + '[' + std::to_string(each.best_rank) + '-' +
           std::to_string(each.worst_rank) + "] ";
  }
  return out;
}

std::vector<std::size_t> all(const std::vector<ReportRecord>& reports) {
  std::vector<std::size_t> out;
  for (std::size_t index = 0; index < reports.size(); ++index) out.push_back(index);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ranking)

BOOST_AUTO_TEST_CASE(equal_scores_share_a_rank) {
  const std::vector<ReportRecord> reports{scored(7000, 7000), scored(9000, 9000), scored(9000, 9000), scored(9500, 9500)};
  BOOST_TEST(shown(rank(reports, all(reports))) == "3:1[1-1] 1:2[2-2] 2:2[2-2] 0:4[4-4] ");
}

BOOST_AUTO_TEST_CASE(undecided_elements_make_ranks_a_range) {
  // The first may reach 96 points, the second is sure of its 90, the third may fall behind nobody.
  const std::vector<ReportRecord> reports{scored(8500, 9600), scored(9000, 9000), scored(8000, 8200)};
  BOOST_TEST(shown(rank(reports, all(reports))) == "1:1[1-2] 0:2[1-2] 2:3[3-3] ");
}

BOOST_AUTO_TEST_CASE(shares_count_and_not_points) {
  const std::vector<ReportRecord> reports{scored(8000, 8000, 8000), scored(9000, 9000)};
  BOOST_TEST(shown(rank(reports, all(reports))) == "0:1[1-1] 1:2[2-2] ");
}

BOOST_AUTO_TEST_CASE(shares_are_compared_as_they_are_shown) {
  // 70 of 83 points are 84.34 per cent: as good as 84.34 of 100, better than 84.33.
  const std::vector<ReportRecord> reports{scored(8433, 8433), scored(7000, 7000, 8300), scored(8434, 8434)};
  BOOST_TEST(shown(rank(reports, all(reports))) == "1:1[1-1] 2:1[1-1] 0:3[3-3] ");
}

BOOST_AUTO_TEST_CASE(what_was_not_judged_has_no_rank) {
  std::vector<ReportRecord> reports{scored(0, 0, 0), scored(5000, 5000), scored(6000, 6000)};
  reports[2].error = Message{MessageId::input_empty, {"a"}};
  BOOST_TEST(shown(rank(reports, all(reports))) == "1:1[1-1] ");
  BOOST_TEST(rank(reports, {}).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
