#include "evaluate/conditions.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "evaluate/sample.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kFinds = R"(
measures = ["disputes"]
[element.find.advisor]
any = ["法律顾问"]
[element.find.lawyer]
any = ["公职律师"]
[element.find.hard]
match = ['(?:(?:甲|甲甲)+丙)+乙']
[element.find.excepted]
any = ["村道"]
except_match = ['(?:(?:甲|甲甲)+丙)+乙']
[element.find.beside-hard]
of = "advisor"
near = ["hard"]
within = "report"
[element.find.apart-from-hard]
of = "advisor"
apart = ["hard"]
within = "report"
[element.find.of-hard]
of = "hard"
near = ["advisor"]
within = "report"
[[element.outcome]]
status = "met"
when = ")";

/// yes, no or unknown, as an element shows it: met, the outcome behind it, undecided.
std::string_view answer(const std::string& condition, const std::string& text) {
  const Auditor auditor =
      test::auditor_of_element(std::string(kFinds) + condition + "\"\n[[element.outcome]]\nstatus = \"partial\"\nwhen = \"always\"\n");
  switch (test::finding_of(test::audit_of(auditor, text), "sample").status) {
    case Status::met:
      return "yes";
    case Status::partial:
      return "no";
    case Status::undecided:
      return "unknown";
    case Status::missing:
    case Status::not_applicable:
    case Status::waived:
      break;
  }
  return "?";
}

struct Case {
  std::string condition;
  std::string text;
  std::string_view answer;
};

std::string told(std::string_view text) { return test::report_with(Role::achievements, text); }

void check(const std::vector<Case>& cases) {
  for (const Case& each : cases) {
    BOOST_TEST_CONTEXT(each.condition << "\n" << each.text) { BOOST_TEST(answer(each.condition, each.text) == each.answer); }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(conditions)

BOOST_AUTO_TEST_CASE(senses) {
  check({
      {"advisor is done", told("聘请法律顾问。"), "yes"},
      {"advisor is done", told("拟聘请法律顾问。"), "no"},
      {"advisor is done", told("修路。"), "no"},
      {"advisor is intended", told("拟聘请法律顾问。"), "yes"},
      {"advisor is lacking", told("法律顾问作用不够。"), "yes"},
      {"advisor is absent", told("尚未聘请法律顾问。"), "yes"},
      {"advisor is slogan", test::report_with(Role::preamble, "我镇重视法律顾问。"), "yes"},
      {"advisor is elsewhere", told("县司法局聘请法律顾问。"), "yes"},
      {"advisor is earlier", told("去年聘请法律顾问。"), "yes"},
      {"advisor is done", told("拟聘请法律顾问。\n聘请法律顾问。"), "yes"},
      {"advisor is told", told("拟聘请法律顾问。"), "yes"},
      {"advisor is told", told("尚未聘请法律顾问。"), "yes"},
      {"advisor is told", told("去年聘请法律顾问。"), "no"},
      {"advisor is told", told("县司法局聘请法律顾问。"), "no"},
      {"advisor is told", told("修路。"), "no"},
  });
}

BOOST_AUTO_TEST_CASE(lists_and_roles) {
  check({
      {"advisor is listed", told("法官、法律顾问、乡贤参与调解。"), "yes"},
      {"advisor is listed", told("法官、法律顾问、乡贤参与调解。\n法律顾问出具意见9条。"), "no"},
      {"advisor is listed", told("修路。"), "no"},
      {"advisor is listed", told("拟邀请法官、法律顾问。"), "no"},
      {"advisor in plan", test::report_with(Role::plan, "聘请法律顾问。"), "yes"},
      {"advisor in plan", told("聘请法律顾问。"), "no"},
      {"advisor in shortcomings is absent", test::report_with(Role::shortcomings, "尚未聘请法律顾问。"), "yes"},
      {"advisor in shortcomings is absent", test::report_with(Role::shortcomings, "法律顾问用得少。"), "no"},
      {"advisor in achievements is done", told("聘请法律顾问。"), "yes"},
      {"advisor in achievements is absent", told("聘请法律顾问。"), "no"},
  });
}

BOOST_AUTO_TEST_CASE(sections) {
  const std::string full = told("开展法治宣传十二场。");
  const std::string topics =
      "云溪镇2024年法治政府建设年度报告\n2024年，工作有序。\n一、加强组织领导\n召开专题会议四次，听取汇报。\n"
      "二、规范行政执法\n全年办理案件十二件，没有差错。\n";
  const std::string running =
      "云溪镇2024年法治政府建设年度报告\n现将我镇2024年情况报告如下。\n召开专题会议四次，交办事项九项。\n"
      "工作中还存在以下不足：执法力量比较薄弱。\n下一步，我镇将加强执法队伍培训。\n";
  check({
      {"section achievements is headed", full, "yes"},
      {"section achievements is headed", topics, "no"},
      {"section achievements is topical", topics, "yes"},
      {"section achievements is topical", full, "no"},
      {"section achievements is topical", running, "no"},
      {"section first-responsible is headed", full, "yes"},
      {"section first-responsible is headed", test::report_with(Role::first_responsible, "（略）"), "no"},
      {"section first-responsible is headed", test::report_with(Role::first_responsible, "主要有："), "no"},
      {"section first-responsible is headed", test::report_with(Role::first_responsible, "书记主持研究法治工作五次，讲课两次。"), "yes"},
      {"section shortcomings is headed", test::report_with(Role::shortcomings, "执法力量薄弱，持证人员少。"), "yes"},
      {"section shortcomings is headed", running, "no"},
      {"section shortcomings is headed",
       "云溪镇2024年法治政府建设年度报告\n一、主要工作\n开展法治宣传十二场。\n二、存在的不足\n（一）法治队伍建设仍需加强\n（二）普法形式单一\n三、下一步打算\n加强培训，配齐人员。\n",
       "yes"},
      {"section shortcomings is headed", "云溪镇2024年法治政府建设年度报告\n一、主要工作\n开展法治宣传十二场。\n二、存在的不足\n", "no"},
      {"section achievements is headed",
       "云溪镇2024年法治政府建设年度报告\n一、主要措施\n一、强化领导责任\n党委全年召开专题会议四次。\n二、规范执法\n办案十二件，没有被纠正的。\n",
       "yes"},
      {"section achievements is headed", "云溪镇2024年法治政府建设年度报告\n一、主要措施\n二、存在的不足\n执法力量薄弱，持证人员少。\n", "no"},
      {"section shortcomings is told", running, "yes"},
      {"section plan is headed", test::report_with(Role::plan, "加强执法培训，办好法治讲堂。"), "yes"},
      {"section plan is headed", running, "no"},
      {"section plan is told", running, "yes"},
      {"section plan is told", topics, "no"},
      {"section shortcomings is told", topics, "no"},
      {"section plan is headed", "云溪镇2024年法治政府建设年度报告\n一、主要工作\n开展法治宣传十二场。\n二、下一步打算\n", "no"},
  });
}

BOOST_AUTO_TEST_CASE(periods) {
  const std::string agreed = told("修路。");
  const std::string no_title = "云溪镇法治政府建设工作总结\n2023年，我镇工作有序。\n一、主要工作\n开展法治宣传十二场。\n";
  const std::string disputed = "云溪镇2024年法治政府建设工作总结\n2023年，我镇工作有序。\n一、主要工作\n开展法治宣传十二场。\n二、2024年打算\n普法。\n";
  const std::string none = "云溪镇法治政府建设工作总结\n今年，我镇工作有序。\n一、主要工作\n开展法治宣传十二场。\n";
  check({
      {"period is titled", agreed, "yes"},
      {"period is titled", no_title, "no"},
      {"period is agreed", agreed, "yes"},
      {"period is agreed", disputed, "no"},
      {"period is told", no_title, "yes"},
      {"period is told", none, "no"},
  });
}

BOOST_AUTO_TEST_CASE(measures) {
  check({
      {"measure disputes.total is stated", told("排查矛盾纠纷118起。"), "yes"},
      {"measure disputes.resolved is stated", told("排查矛盾纠纷118起。"), "no"},
      {"measure disputes.resolved is stated", told("排查矛盾纠纷118起，化解116起。"), "yes"},
      {"measure disputes.rate is stated", told("矛盾纠纷化解率98%。"), "yes"},
      {"measure disputes.rate is stated", told("排查矛盾纠纷118起，化解116起。"), "no"},
  });
}

BOOST_AUTO_TEST_CASE(connectives) {
  const std::string advisor = told("聘请法律顾问。");
  check({
      {"not advisor is done", advisor, "no"},
      {"not lawyer is done", advisor, "yes"},
      {"not not advisor is done", advisor, "yes"},
      {"advisor is done and lawyer is done", advisor, "no"},
      {"advisor is done and not lawyer is done", advisor, "yes"},
      {"advisor is done or lawyer is done", advisor, "yes"},
      {"lawyer is done or lawyer is intended", advisor, "no"},
      {"lawyer is done and advisor is done or advisor is done", advisor, "yes"},
      {"lawyer is done and ( advisor is done or advisor is done )", advisor, "no"},
      {"not ( lawyer is done or advisor is absent )", advisor, "yes"},
  });
}

/// As Kleene has it: what is not known decides only where it matters.
BOOST_AUTO_TEST_CASE(what_gave_up_is_unknown) {
  const std::string hard = told(test::hard_passage());
  const std::string both = told(test::hard_passage() + "\n聘请法律顾问。");
  check({
      {"hard is done", hard, "unknown"},
      {"hard is told", hard, "unknown"},
      {"hard in plan", hard, "unknown"},
      {"hard in plan is intended", hard, "unknown"},
      {"hard is listed", hard, "unknown"},
      {"not hard is done", hard, "unknown"},
      {"not hard is listed", hard, "unknown"},
      {"hard is done and advisor is done", both, "unknown"},
      {"hard is done and lawyer is done", both, "no"},
      {"lawyer is done and hard is done", both, "no"},
      {"hard is done or advisor is done", both, "yes"},
      {"advisor is done or hard is done", both, "yes"},
      {"hard is done or lawyer is done", both, "unknown"},
      {"not ( hard is done and lawyer is done )", both, "yes"},
      {"advisor is done", both, "yes"},
      {"lawyer is done", both, "no"},
      {"beside-hard is done", both, "unknown"},
      {"apart-from-hard is done", both, "unknown"},
      {"of-hard is done", both, "unknown"},
      {"excepted is done", hard, "no"},
      {"excepted is done", told(test::hard_passage() + "\n修村道。"), "unknown"},
      // A hit stands, whatever else there may be.
      {"hard is done", told(test::hard_passage() + "\n甲丙乙。"), "yes"},
  });
}

BOOST_AUTO_TEST_CASE(support_is_the_evidence) {
  const Auditor auditor = test::auditor_of_element(std::string(kFinds) + "advisor is done and not lawyer is done\"\n");
  const Finding found = test::finding_of(test::audit_of(auditor, told("聘请法律顾问2名。\n修路。")), "sample");
  BOOST_TEST_REQUIRE(found.evidence.size() == 1U);
  BOOST_TEST(found.evidence[0].quote == "聘请法律顾问2名。");
  BOOST_TEST(found.evidence[0].paragraph == 4U);
  BOOST_TEST(found.evidence[0].start == 0U);
  BOOST_TEST(found.evidence[0].end == 9U);
  BOOST_TEST(found.evidence[0].section == "一、主要举措和成效");
  BOOST_TEST(name_of(found.evidence[0].role) == "achievements");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
