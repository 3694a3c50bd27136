#include <boost/test/unit_test.hpp>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "evaluate/auditor.hpp"
#include "evaluate/sample.hpp"

namespace fazhi {
namespace {

struct Entry {
  Status status;
  std::int32_t awarded;
  std::int32_t possible;
};

Checklist with_grades() {
  Checklist checklist;
  checklist.pass_hundredths = 6000;
  checklist.grades = {{"优秀", 9000}, {"良好", 7500}, {"合格", 6000}, {"不合格", 0}};
  return checklist;
}

Score score(const std::vector<Entry>& entries) {
  std::vector<Finding> findings;
  for (const Entry& each : entries) {
    Finding& finding = findings.emplace_back();
    finding.status = each.status;
    finding.awarded_hundredths = each.awarded;
    finding.possible_hundredths = each.possible;
  }
  return score_of(findings, with_grades());
}

std::string_view passed(const Score& score) {
  if (!score.passed) return "open";
  return *score.passed ? "passed" : "failed";
}

struct Case {
  std::string_view what;
  std::vector<Entry> entries;
  std::int32_t awarded;
  std::int32_t highest;
  std::int32_t possible;
  std::string_view grade;
  std::string_view passed;
};

constexpr Status kMet = Status::met;
constexpr Status kPartial = Status::partial;
constexpr Status kMissing = Status::missing;
constexpr Status kOpen = Status::undecided;
constexpr Status kNot = Status::not_applicable;

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      {"a ledger", {{kMet, 6000, 6000}, {kPartial, 1250, 2500}, {kMissing, 0, 1500}}, 7250, 7250, 10000, "合格", "passed"},
      {"all of it", {{kMet, 10000, 10000}}, 10000, 10000, 10000, "优秀", "passed"},
      {"none of it", {{kMissing, 0, 10000}}, 0, 0, 10000, "不合格", "failed"},
      {"just a grade", {{kMet, 9000, 9000}, {kMissing, 0, 1000}}, 9000, 9000, 10000, "优秀", "passed"},
      {"just below a grade", {{kMet, 8999, 8999}, {kMissing, 0, 1001}}, 8999, 8999, 10000, "良好", "passed"},
      {"just below the pass mark", {{kMet, 5999, 5999}, {kMissing, 0, 4001}}, 5999, 5999, 10000, "不合格", "failed"},
      {"undecided within a grade", {{kMet, 8000, 8000}, {kOpen, 0, 500}, {kMissing, 0, 1500}}, 8000, 8500, 10000, "良好", "passed"},
      {"undecided over a grade", {{kMet, 8000, 8000}, {kOpen, 0, 1000}, {kMissing, 0, 1000}}, 8000, 9000, 10000, "", "passed"},
      {"undecided over the pass mark", {{kMet, 5500, 5500}, {kOpen, 0, 600}, {kMissing, 0, 3900}}, 5500, 6100, 10000, "", "open"},
      {"undecided below the pass mark", {{kMet, 1000, 1000}, {kOpen, 0, 600}, {kMissing, 0, 8400}}, 1000, 1600, 10000, "不合格", "failed"},
      {"all undecided", {{kOpen, 0, 10000}}, 0, 10000, 10000, "", "open"},
      {"what does not apply shrinks the whole", {{kMet, 5400, 5400}, {kMissing, 0, 3600}, {kNot, 0, 0}}, 5400, 5400, 9000, "合格", "passed"},
      {"and no share is rounded up", {{kMet, 5399, 5399}, {kMissing, 0, 3601}, {kNot, 0, 0}}, 5399, 5399, 9000, "不合格", "failed"},
      {"two thirds of a small whole", {{kMet, 200, 200}, {kMissing, 0, 100}}, 200, 200, 300, "合格", "passed"},
      {"nothing was judged", {{kNot, 0, 0}, {kNot, 0, 0}}, 0, 0, 0, "", "open"},
      {"no findings", {}, 0, 0, 0, "", "open"},
  };
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(scores)

BOOST_AUTO_TEST_CASE(ledgers) {
  for (const Case& each : cases()) {
    BOOST_TEST_CONTEXT(each.what) {
      const Score got = score(each.entries);
      BOOST_TEST(got.awarded_hundredths == each.awarded);
      BOOST_TEST(got.highest_hundredths == each.highest);
      BOOST_TEST(got.possible_hundredths == each.possible);
      BOOST_TEST(got.grade == each.grade);
      BOOST_TEST(passed(got) == each.passed);
    }
  }
}

BOOST_AUTO_TEST_CASE(defects_are_worth_nothing) {
  Finding met;
  met.status = Status::met;
  met.awarded_hundredths = met.possible_hundredths = 10000;
  Finding defect;
  defect.kind = FindingKind::defect;
  defect.status = Status::undecided;
  defect.possible_hundredths = 500;
  const Score got = score_of({met, defect}, with_grades());
  BOOST_TEST(got.awarded_hundredths == 10000);
  BOOST_TEST(got.highest_hundredths == 10000);
  BOOST_TEST(got.possible_hundredths == 10000);
}

BOOST_AUTO_TEST_CASE(every_point_stands_in_a_finding) {
  const Audit audit = test::audit_of(test::township(), test::report_with(Role::achievements, "聘请法律顾问2名，出具意见9条。"));
  std::int32_t awarded = 0;
  std::int32_t possible = 0;
  for (const Finding& each : audit.findings) {
    awarded += each.awarded_hundredths;
    possible += each.possible_hundredths;
    BOOST_TEST_CONTEXT(each.id) {
      BOOST_TEST(each.awarded_hundredths + each.gain_hundredths == each.possible_hundredths);
      if (each.kind == FindingKind::element) BOOST_TEST((each.rectification.empty() == (each.status == Status::met)));
    }
  }
  BOOST_TEST(audit.score.awarded_hundredths == awarded);
  BOOST_TEST(audit.score.possible_hundredths == possible);
  BOOST_TEST(possible == 10000);
  BOOST_TEST(awarded > 0);
}

BOOST_AUTO_TEST_CASE(an_element_of_other_years_does_not_apply) {
  constexpr std::string_view kElement = R"(
years = { from = 2023, to = 2024 }
[element.find.advisor]
any = ["法律顾问"]
[[element.outcome]]
status = "met"
when = "advisor is done"
)";
  const Auditor auditor = test::auditor_of_element(kElement);
  const auto status_in = [&](std::string_view year) {
    const std::string text = "云溪镇" + std::string(year) + "年法治政府建设年度报告\n一、主要工作\n聘请法律顾问2名。\n";
    return test::finding_of(test::audit_of(auditor, text), "sample").status;
  };
  BOOST_TEST(name_of(status_in("2022")) == "not-applicable");
  BOOST_TEST(name_of(status_in("2023")) == "met");
  BOOST_TEST(name_of(status_in("2024")) == "met");
  BOOST_TEST(name_of(status_in("2025")) == "not-applicable");
  const Audit later = test::audit_of(auditor, "云溪镇2025年法治政府建设年度报告\n一、主要工作\n聘请法律顾问2名。\n");
  BOOST_TEST(later.score.possible_hundredths == 0);
  BOOST_TEST(later.score.grade == "");
  BOOST_TEST(!later.score.passed.has_value());
}

BOOST_AUTO_TEST_CASE(partial_earns_its_share) {
  constexpr std::string_view kElement = R"(
partial = 30
[element.find.advisor]
any = ["法律顾问"]
[[element.outcome]]
status = "partial"
when = "advisor is told"
note = "只是提到"
)";
  const Finding found =
      test::finding_of(test::audit_of(test::auditor_of_element(kElement), test::report_with(Role::achievements, "聘请法律顾问。")), "sample");
  BOOST_TEST(name_of(found.status) == "partial");
  BOOST_TEST(found.awarded_hundredths == 3000);
  BOOST_TEST(found.gain_hundredths == 7000);
  BOOST_TEST(found.note == "只是提到");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
