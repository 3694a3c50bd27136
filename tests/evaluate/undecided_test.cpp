#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

#include "evaluate/sample.hpp"

namespace fazhi {
namespace {

std::string element_of(std::string_view keys) {
  return std::string(keys) + R"(
[[element.outcome]]
status = "met"
when = "sought is done"
[[element.outcome]]
status = "partial"
when = "sought is intended"
)";
}

const std::string& by_expression() {
  static const std::string element = element_of("[element.find.sought]\nmatch = ['" + std::string(test::kExplosive) + "']");
  return element;
}

Finding judged(const std::string& element, std::string_view passage) {
  const Auditor auditor = test::auditor_of_element(element);
  return test::finding_of(test::audit_of(auditor, test::report_with(Role::achievements, passage)), "sample");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(undecided)

BOOST_AUTO_TEST_CASE(a_limit_is_never_missing) {
  const Finding found = judged(by_expression(), test::hard_passage());
  BOOST_TEST(name_of(found.status) == "undecided");
  BOOST_TEST(found.awarded_hundredths == 0);
  BOOST_TEST(found.possible_hundredths == 10000);
  BOOST_TEST(found.gain_hundredths == 10000);
  BOOST_TEST_REQUIRE(found.messages.size() == 1U);
  BOOST_TEST(code_of(found.messages[0].id) == "element.undecided");
  BOOST_TEST(found.note == "");
}

BOOST_AUTO_TEST_CASE(without_the_passage_it_is_missing) {
  BOOST_TEST(name_of(judged(by_expression(), "修路。").status) == "missing");
  BOOST_TEST(name_of(judged(by_expression(), "甲丙乙。").status) == "met");
}

BOOST_AUTO_TEST_CASE(the_score_is_a_range) {
  const Auditor auditor = test::auditor_of_element(by_expression());
  const Audit audit = test::audit_of(auditor, test::report_with(Role::achievements, test::hard_passage()));
  BOOST_TEST(audit.score.awarded_hundredths == 0);
  BOOST_TEST(audit.score.highest_hundredths == 10000);
  BOOST_TEST(audit.score.grade == "");
  BOOST_TEST(!audit.score.passed.has_value());
}

BOOST_AUTO_TEST_CASE(a_lost_companion_leaves_it_open) {
  const std::string element = element_of(
      "[element.find.hard]\nmatch = ['" + std::string(test::kExplosive) +
      "']\n[element.find.sought]\nany = [\"法律顾问\"]\nnear = [\"hard\"]\nwithin = \"report\"");
  BOOST_TEST(name_of(judged(element, test::hard_passage() + "聘请法律顾问。").status) == "undecided");
  BOOST_TEST(name_of(judged(element, "聘请法律顾问。").status) == "missing");
}

BOOST_AUTO_TEST_CASE(a_lost_exception_leaves_it_open) {
  const std::string element =
      element_of("[element.find.sought]\nany = [\"法律顾问\"]\nexcept_match = ['" + std::string(test::kExplosive) + "']");
  BOOST_TEST(name_of(judged(element, test::hard_passage() + "聘请法律顾问。").status) == "undecided");
}

BOOST_AUTO_TEST_CASE(a_lost_figure_leaves_it_open) {
  const std::string keys =
      "measures = [\"carts\"]\n[[element.outcome]]\nstatus = \"met\"\nwhen = \"measure carts.total is stated\"\n"
      "[[measure]]\nname = \"carts\"\nunit_groups = [\"case\"]\nobjects = { match = ['" +
      std::string(test::kExplosive) + "'] }\n";
  BOOST_TEST(name_of(judged(keys, test::hard_passage()).status) == "undecided");
  BOOST_TEST(name_of(judged(keys, "修路3件。").status) == "missing");
  BOOST_TEST(name_of(judged(keys, "甲丙乙3件。").status) == "met");
}

BOOST_AUTO_TEST_CASE(a_lost_cue_leaves_it_open) {
  const std::string keys = element_of("[element.find.sought]\nany = [\"法律顾问\"]") +
                           "[[cue]]\nid = \"done.hard\"\neffect = \"done\"\nmatch = ['" + std::string(test::kExplosive) + "']\n";
  const Auditor auditor = test::auditor_of_element(keys);
  const auto status = [&](const std::string& passage) {
    return name_of(test::finding_of(test::audit_of(auditor, test::report_with(Role::preamble, passage)), "sample").status);
  };
  BOOST_TEST(status("我镇重视法律顾问。" + test::hard_passage()) == "undecided");
  BOOST_TEST(status("我镇重视法律顾问。") == "missing");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
