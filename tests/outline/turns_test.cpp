#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "outline/read_sample.hpp"

namespace fazhi {
namespace {

/// Roles of passages of one report, in its order.
struct Case {
  std::string_view what;
  std::string_view text;
  std::vector<std::pair<std::string_view, Role>> roles;
};

constexpr std::string_view kTitle = "云溪镇2024年法治政府建设年度报告\n";

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      {"现将…如下 turns the preamble to achievements",
       "2024年，我镇认真开展工作，现将有关情况报告如下：\n镇党委召开专题会议四次。\n司法所审查合同三十份。\n",
       {{"认真开展", Role::preamble}, {"专题会议", Role::achievements}, {"审查合同", Role::achievements}}},
      {"without headings the first sentence alone is the preamble",
       "2024年，我镇认真开展工作。成绩来之不易。\n镇党委召开专题会议四次。\n",
       {{"认真开展", Role::preamble}, {"来之不易", Role::achievements}, {"专题会议", Role::achievements}}},
      {"text before the first heading is preamble",
       "2024年，我镇认真开展工作。\n全镇干部依法办事。\n一、主要工作\n召开专题会议四次。\n",
       {{"认真开展", Role::preamble}, {"依法办事", Role::preamble}, {"专题会议", Role::achievements}}},
      {"存在以下不足 and 下一步",
       "现将情况报告如下：\n召开专题会议四次。\n工作中还存在以下不足：执法力量薄弱。\n干部学法不够。\n下一步，我镇将加强培训。\n配齐人员。\n",
       {{"专题会议", Role::achievements},
        {"执法力量", Role::shortcomings},
        {"学法不够", Role::shortcomings},
        {"加强培训", Role::plan},
        {"配齐人员", Role::plan}}},
      {"虽然…但还存在差距",
       "现将情况报告如下：\n召开专题会议四次。\n虽然取得了一些成绩，但与上级要求相比还存在不少差距。\n执法人员业务不熟。\n",
       {{"专题会议", Role::achievements}, {"不少差距", Role::shortcomings}, {"业务不熟", Role::shortcomings}}},
      {"a plan inside shortcomings holds from its sentence on",
       "一、主要工作\n宣传十二场。\n二、存在的不足\n执法力量薄弱。针对这些问题，下一步将配齐人员。抓好培训。\n",
       {{"力量薄弱", Role::shortcomings}, {"配齐人员", Role::plan}, {"抓好培训", Role::plan}}},
      {"and ends with the section",
       "一、主要工作\n宣传十二场。\n二、存在的不足\n力量薄弱。下一步，将配齐人员。\n三、其他需要报告的情况\n镇里修了路。\n",
       {{"配齐人员", Role::plan}, {"修了路", Role::other}}},
      {"a plan inside one item ends with the item",
       "一、主要工作\n宣传十二场。\n二、存在的不足\n一是力量薄弱。今后将配齐人员。二是形式单一。三是办法不多。\n",
       {{"力量薄弱", Role::shortcomings}, {"配齐人员", Role::plan}, {"形式单一", Role::shortcomings}, {"办法不多", Role::shortcomings}}},
      {"a plan inside one paragraph of a list ends with the paragraph",
       "一、主要工作\n宣传十二场。\n二、存在的不足\n一是力量薄弱。今后将配齐人员。\n二是形式单一。\n",
       {{"力量薄弱", Role::shortcomings}, {"配齐人员", Role::plan}, {"形式单一", Role::shortcomings}}},
      {"shortcomings inside a plan",
       "一、主要工作\n宣传十二场。\n二、下一步打算\n（一）存在的不足\n力量薄弱。\n（二）工作打算\n配齐人员。\n",
       {{"力量薄弱", Role::shortcomings}, {"配齐人员", Role::plan}}},
      {"shortcomings told in a plan's text",
       "一、主要工作\n宣传十二场。\n二、工作打算\n我镇工作还存在以下不足：力量薄弱。下一步，我镇将配齐人员。\n",
       {{"力量薄弱", Role::shortcomings}, {"配齐人员", Role::plan}}},
      {"a plan among achievements ends with its paragraph",
       "一、主要工作\n宣传十二场。下一步，我镇将继续宣传。\n审查合同三十份。\n",
       {{"十二场", Role::achievements}, {"继续宣传", Role::plan}, {"审查合同", Role::achievements}}},
      {"a plan told in passing ends where facts go on",
       "一、主要工作\n宣传十二场。下一步，我镇将继续宣传。今年聘请律师三名。培训班举办两期，到场90人次。\n",
       {{"十二场", Role::achievements}, {"继续宣传", Role::plan}, {"聘请律师", Role::achievements}, {"举办两期", Role::achievements}}},
      {"the items of a list that it opens are plan",
       "一、主要工作\n宣传十二场。下一步将抓好两件事。一是举办培训班2期。二是开展宣传9场。\n",
       {{"2期", Role::plan}, {"9场", Role::plan}}},
      {"what it goes on to intend is plan",
       "一、主要工作\n宣传十二场。下一步，我镇将继续宣传。进一步办好讲堂，力争办12场。\n",
       {{"继续宣传", Role::plan}, {"力争办", Role::plan}}},
      {"a plan behind shortcomings goes on",
       "一、主要工作\n宣传十二场。\n二、存在的不足\n力量薄弱。下一步将加强宣传。举办培训班2期。\n",
       {{"加强宣传", Role::plan}, {"2期", Role::plan}}},
      {"当前和今后一个时期的首要任务 is no plan",
       "一、主要工作\n宣传十二场。把学习作为当前和今后一个时期的首要政治任务。办案八件。\n",
       {{"首要政治任务", Role::achievements}, {"办案八件", Role::achievements}}},
      {"亲自部署 of the leaders is no remedy",
       "一、主要工作\n宣传十二场。\n二、第一责任人职责履行情况\n书记对法治重要工作亲自部署、重大问题亲自过问、重要任务亲自督办。\n",
       {{"亲自督办", Role::first_responsible}}},
      {"problems that were solved are achievements",
       "一、主要工作\n排查发现问题三十一个，全部整改到位。\n查摆问题九项，逐一解决。\n",
       {{"三十一个", Role::achievements}, {"九项", Role::achievements}}},
      {"为今后打下基础 is no plan",
       "一、主要工作\n建成法治公园，为今后普法打下了坚实基础。\n宣传十二场。\n",
       {{"法治公园", Role::achievements}, {"十二场", Role::achievements}}},
      {"建议 to a superior",
       "一、主要工作\n宣传十二场。\n二、存在的不足\n力量薄弱。建议上级增加编制。\n",
       {{"力量薄弱", Role::shortcomings}, {"增加编制", Role::other}}},
      {"a later year at the head of a sentence",
       "现将情况报告如下：\n召开专题会议四次。\n2025年，我镇将继续坚持依法行政。\n",
       {{"专题会议", Role::achievements}, {"继续坚持", Role::plan}}},
      {"achievements in a heading's role before 下一步 in its own",
       "一、主要工作\n宣传十二场。\n二、存在的问题及下一步打算\n力量薄弱。\n下一步，将配齐人员。\n",
       {{"力量薄弱", Role::shortcomings}, {"配齐人员", Role::plan}}},
      {"headings keep the role of their section",
       "一、主要工作\n宣传十二场。\n二、存在的问题\n力量薄弱。\n",
       {{"一、主要工作", Role::achievements}, {"二、存在的问题", Role::shortcomings}}},
  };
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(turns)

BOOST_AUTO_TEST_CASE(roles_of_passages) {
  for (const Case& each : cases()) {
    const Report report = test::read_sample(std::string(kTitle) + std::string(each.text));
    for (const auto& [phrase, role] : each.roles) {
      BOOST_TEST_CONTEXT(each.what << ": " << phrase) {
        BOOST_TEST(name_of(test::role_at(report, phrase)) == name_of(role));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_text_without_structure_has_roles) {
  const Report empty = test::read_sample("");
  BOOST_TEST(empty.sentences.empty());
  BOOST_TEST(empty.sections.empty());
  const Report line = test::read_sample("我镇召开会议四次。");
  BOOST_TEST_REQUIRE(line.sentences.size() == 1U);
  BOOST_TEST(name_of(line.sentences[0].role) == "preamble");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
