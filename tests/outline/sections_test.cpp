#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "outline/read_sample.hpp"

namespace fazhi {
namespace {

struct Case {
  std::string_view what;
  std::string_view text;
  std::string_view tree;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      {"headings on lines of their own",
       "云溪镇2024年法治政府建设年度报告\n"
       "2024年，我镇认真开展工作。现将有关情况报告如下：\n"
       "一、主要举措和成效\n（一）加强组织领导\n镇党委研究四次。\n（二）深化法治宣传\n宣传十二场。\n"
       "二、存在的不足和原因\n执法力量不足。\n三、下一年度主要安排\n加强培训。\n",
       "achievements* 一、主要举措和成效\n"
       "  achievements （一）加强组织领导\n"
       "  achievements （二）深化法治宣传\n"
       "shortcomings* 二、存在的不足和原因\n"
       "plan* 三、下一年度主要安排\n"},
      {"run-in headings",
       "一、主要工作\n（一）加强组织领导。镇党委研究四次，部署五项。\n（二）深化法治宣传。宣传十二场，受众千人。\n"
       "二、存在的问题。执法力量不足，办法不多。\n",
       "achievements* 一、主要工作\n"
       "  achievements （一）加强组织领导。 run-in\n"
       "  achievements （二）深化法治宣传。 run-in\n"
       "shortcomings* 二、存在的问题。 run-in\n"},
      {"a long line that ends in what the part is for is a heading, named by its last clause",
       "云溪镇2024年法治政府建设年度报告\n我镇认真开展工作，现报告如下：\n"
       "一、全面贯彻党的二十大和二十届三中全会精神，深入学习贯彻习近平法治思想的情况，围绕县委“126”工作安排，推动法治政府建设的举措和成效。\n"
       "（一）加强组织领导\n镇党委研究四次，部署五项。\n"
       "二、深入查摆执法监督、合法性审查、矛盾纠纷排查化解等方面与上级要求相比的差距，分析法治政府建设中存在的不足和原因。\n"
       "由于编制少，持证人员只有三名。\n",
       "achievements* 推动法治政府建设的举措和成效。\n"
       "  achievements （一）加强组织领导\n"
       "shortcomings* 分析法治政府建设中存在的不足和原因。\n"},
      {"a long line that counts is a paragraph, what it ends in notwithstanding",
       "云溪镇2024年法治政府建设年度报告\n我镇认真开展工作，现报告如下：\n"
       "一、镇党委召开专题会议4次，开展执法检查30次，办理执法案件21件，发放资料3000份，各项工作取得了较为明显的成效。\n"
       "执法案卷全部合格，没有被复议纠正的。\n",
       "achievements 一、镇党委召开专题会议4次 glued\n"},
      {"points above parentheses",
       "云溪镇2024年法治政府建设年度报告\n2024年，我镇认真开展工作。现报告如下：\n"
       "1.主要举措和成效\n（一）加强组织领导。镇党委研究四次，部署五项。\n（二）深化法治宣传。宣传十二场，受众千人。\n"
       "2.存在的不足和原因\n（一）执法力量薄弱。由于编制少，持证人员只有三名。\n（二）普法形式单一。以发传单为主。\n"
       "3.下一年度主要安排\n（一）加强培训。办好法治讲堂。\n",
       "achievements* 1.主要举措和成效\n"
       "  achievements （一）加强组织领导。 run-in\n"
       "  achievements （二）深化法治宣传。 run-in\n"
       "shortcomings* 2.存在的不足和原因\n"
       "  shortcomings （一）执法力量薄弱。 run-in\n"
       "  shortcomings （二）普法形式单一。 run-in\n"
       "plan* 3.下一年度主要安排\n"
       "  plan （一）加强培训。 run-in\n"},
      {"points below parentheses that begin anew",
       "云溪镇2024年法治政府建设年度报告\n2024年，我镇认真开展工作。现报告如下：\n"
       "（一）主要举措和成效\n1.加强组织领导\n镇党委研究四次。\n2.深化法治宣传\n宣传十二场。\n"
       "（二）存在的不足和原因\n1.执法力量不足\n由于编制少，人员只有三名。\n",
       "achievements* （一）主要举措和成效\n"
       "  achievements 1.加强组织领导\n"
       "  achievements 2.深化法治宣传\n"
       "shortcomings* （二）存在的不足和原因\n"
       "  shortcomings* 1.执法力量不足\n"},
      {"a long run-in point is a heading where it is one clause that names a role",
       "一、主要举措和成效\n（一）夯实基础\n"
       "1.镇党委书记、镇长切实履行推进基层法治建设第一责任人职责。主持研究四次。\n"
       "2.全镇十二个行政村都按照县里的统一部署建起了法律服务工作室。全年接待三百人次。\n",
       "achievements* 一、主要举措和成效\n"
       "  achievements （一）夯实基础\n"
       "    first-responsible* 1.镇党委书记、镇长切实履行推进基层法治建设第一责任人职责。 run-in\n"},
      {"a heading that lost its line break",
       "一、主要工作情况，全镇开展宣传十二场，审查合同三十份，调解纠纷六十四起，没有一起闹到镇上去，依法办事水平有了提高。"
       "二、存在的问题，执法力量薄弱，持证人员只有两名。三、下一步工作打算，加强培训，配齐力量。\n",
       "achievements* 一、主要工作情况 glued\n"
       "shortcomings* 二、存在的问题 glued\n"
       "plan* 三、下一步工作打算 glued\n"},
      {"headings named by their words alone",
       "云溪镇2024年法治政府建设年度报告\n"
       "2024年，全镇扎实推进依法行政，各项工作有序开展，群众满意度有了明显提高，法治环境更好，干部依法办事的能力也更强了。\n"
       "主要工作情况\n"
       "全年召开专题会议四次，听取法治建设工作汇报，交办事项九项，年底全部办结，村村设有调解委员会，户户知道调解员是谁。\n"
       "存在的问题\n"
       "执法人员业务不熟，培训办法不多，普法形式单一，部分群众遇事还不习惯找法，法律明白人的作用也没有完全发挥出来。\n"
       "下一步打算\n"
       "加强执法队伍建设，办好法治讲堂。\n",
       "achievements* 主要工作情况\nshortcomings* 存在的问题\nplan* 下一步打算\n"},
      {"topics without numbers",
       "云溪镇2024年法治政府建设年度报告\n"
       "2024年，全镇扎实推进依法行政，各项工作有序开展，群众满意度有了明显提高，法治环境更好，干部依法办事的能力也更强了。\n"
       "学在前头\n"
       "全年召开专题会议四次，听取法治建设工作汇报，交办事项九项，年底全部办结，村村设有调解委员会，户户知道调解员是谁。\n"
       "调在村里\n"
       "全年调解各类纠纷六十四起，都在村里说开了，没有一起闹到镇上去，老支书出面最多，人称和事佬，大家都服他。\n",
       "achievements 学在前头\nachievements 调在村里\n"},
      {"no headings",
       "云溪镇2024年法治政府建设年度报告\n现将我镇2024年工作情况报告如下。\n镇党委全年召开专题会议四次，交办事项九项。\n"
       "下一步，我们将继续努力，补齐短板。\n",
       ""},
      {"a list is no heading",
       "一、主要工作\n一是抓学习。办班两期。\n二是抓宣传。办展三场。\n第一，思想上高度重视。\n首先，抓执法。\n",
       "achievements* 一、主要工作\n"},
      {"levels by style",
       "一、主要工作\n（一）学习\n1.班子学习\n（1）计划\n①内容\n②时间\n2.干部学习\n（二）宣传\n宣传十二场。\n二、问题和不足\n慢。\n",
       "achievements* 一、主要工作\n"
       "  achievements （一）学习\n"
       "    achievements 1.班子学习\n"
       "      achievements （1）计划\n"
       "        achievements ①内容\n"
       "        achievements ②时间\n"
       "    achievements 2.干部学习\n"
       "  achievements （二）宣传\n"
       "shortcomings* 二、问题和不足\n"},
      {"a long numbered sentence is no heading",
       "一、主要工作\n1.全年共召开专题会议四次，听取法治建设工作汇报，交办事项九项，年底前全部办结，没有一项拖到第二年，各村反映很好。\n",
       "achievements* 一、主要工作\n"},
      {"full-width, traditional and quoted",
       "一、主要舉措和成效\n１．深化“八五”普法\n宣传十二场。\n",
       "achievements* 一、主要举措和成效\n  achievements 1.深化八五普法\n"},
      // Roles of nested sections
      {"two roles in one heading",
       "一、主要工作\n宣传十二场。\n二、存在的问题和下一步打算\n（一）存在的问题\n力量不足。\n（二）下一步打算\n加强培训。\n",
       "achievements* 一、主要工作\n"
       "shortcomings*+plan 二、存在的问题和下一步打算\n"
       "  shortcomings* （一）存在的问题\n"
       "  plan* （二）下一步打算\n"},
      {"achievements and problems in one heading",
       "一、基本情况\n全镇十二个村。\n二、主要做法和存在问题\n（一）主要做法\n宣传十二场。\n（二）存在问题\n力量不足。\n",
       "achievements* 一、基本情况\n"
       "achievements*+shortcomings 二、主要做法和存在问题\n"
       "  achievements* （一）主要做法\n"
       "  shortcomings* （二）存在问题\n"},
      {"problems of the work are not achievements",
       "一、主要工作\n宣传十二场。\n二、工作中存在的不足\n力量不足。\n",
       "achievements* 一、主要工作\nshortcomings* 二、工作中存在的不足\n"},
      {"parts with numbered headings in them",
       "第一部分 工作回顾\n一、加强学习\n学法四次。\n二、加强宣传\n宣传十二场。\n第二部分 存在的问题\n一、力量不足\n人手少。\n第三部分 下一步打算\n加强培训。\n",
       "achievements* 第一部分工作回顾\n"
       "  achievements 一、加强学习\n"
       "  achievements 二、加强宣传\n"
       "shortcomings* 第二部分存在的问题\n"
       "  shortcomings* 一、力量不足\n"
       "plan* 第三部分下一步打算\n"},
      {"solving problems is no shortcoming",
       "一、主要工作\n（一）着力解决群众反映的突出问题\n解决三十一个。\n（二）坚持问题导向\n整改九项。\n（三）补齐短板\n配齐人员。\n",
       "achievements* 一、主要工作\n"
       "  achievements （一）着力解决群众反映的突出问题\n"
       "  achievements （二）坚持问题导向\n"
       "  achievements （三）补齐短板\n"},
      {"first responsible person at any level",
       "一、主要工作\n（一）党政主要负责人履行推进法治建设第一责任人职责情况\n书记讲课两次。\n（二）安全生产第一责任人落实情况\n检查三次。\n",
       "achievements* 一、主要工作\n"
       "  first-responsible* （一）党政主要负责人履行推进法治建设第一责任人职责情况\n"
       "  achievements* （二）安全生产第一责任人落实情况\n"},
      {"topics of a plan go on with the plan",
       "一、主要工作\n宣传十二场。\n二、下一步打算\n（一）抓好学习\n学法。\n（二）抓好执法工作情况通报\n执法。\n三、加强组织保障\n配人。\n",
       "achievements* 一、主要工作\n"
       "plan* 二、下一步打算\n"
       "  plan （一）抓好学习\n"
       "  plan （二）抓好执法工作情况通报\n"
       "plan 三、加强组织保障\n"},
      {"the last item of a list is told as those before it",
       "一、主要工作\n宣传十二场。\n二、存在的问题\n（一）普法形式单一。\n（二）案卷粗，根源在于业务生疏。\n三、下一步打算\n培训。\n",
       "achievements* 一、主要工作\nshortcomings* 二、存在的问题\n  shortcomings （一）普法形式单一 glued\n"
       "  shortcomings （二）案卷粗 glued\nplan* 三、下一步打算\n"},
      {"a later year in a heading is a plan",
       "云溪镇2024年法治政府建设年度报告\n一、2024年主要工作\n宣传十二场。\n二、2025年重点工作\n加强培训。\n",
       "achievements* 一、2024年主要工作\nplan* 二、2025年重点工作\n"},
      {"the report year in a heading is none",
       "云溪镇2025年法治政府建设年度报告\n一、2025年重点工作\n宣传十二场。\n",
       "achievements* 一、2025年重点工作\n"},
      {"how plans were carried out is no plan",
       "一、年度计划完成情况\n宣传十二场。\n二、其他需要报告的情况\n无。\n三、意见建议\n请上级配人。\n",
       "achievements* 一、年度计划完成情况\nother* 二、其他需要报告的情况\nother* 三、意见建议\n"},
      {"what announces the report is no heading",
       "云溪镇2024年法治政府建设年度报告\n现将云溪镇2024年法治政府建设情况报告如下：\n宣传十二场。\n存在以下不足：力量不足。\n",
       ""},
      {"nor is what announces it without 现",
       "云溪镇2024年法治政府建设年度报告\n2024年法治政府建设工作情况如下：\n宣传十二场。\n", ""},
      {"a heading that announces its own matter is one",
       "云溪镇2024年法治政府建设年度报告\n宣传十二场。\n存在的问题情况如下：\n力量不足。\n",
       "shortcomings* 存在的问题情况如下：\n"},
      {"a heading with a colon below the title is no addressee",
       "云溪镇2024年法治政府建设年度报告\n县司法局：\n一、主要工作及成效：\n宣传十二场。\n二、存在问题：\n力量不足。\n",
       "achievements* 一、主要工作及成效：\nshortcomings* 二、存在问题：\n"},
      {"nor where it has no number",
       "云溪镇2024年法治政府建设年度报告\n工作开展情况：\n宣传十二场。\n",
       "achievements* 工作开展情况：\n"},
      {"a role can't be changed from inside a plan by achievements",
       "一、主要工作\n宣传十二场。\n二、今后努力方向\n（一）主要措施\n培训。\n（二）正视存在的不足\n力量不足。\n",
       "achievements* 一、主要工作\nplan* 二、今后努力方向\n  plan （一）主要措施\n  shortcomings* （二）正视存在的不足\n"},
  };
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sections)

BOOST_AUTO_TEST_CASE(trees) {
  for (const Case& each : cases()) {
    BOOST_TEST_CONTEXT(each.what) { BOOST_TEST(test::tree_of(test::read_sample(each.text)) == each.tree); }
  }
}

BOOST_AUTO_TEST_CASE(sections_span_their_sentences) {
  const std::string text =
      "一、主要工作\n宣传十二场。\n"
      "二、存在的问题\n力量不足。\n";
  const Report report = test::read_sample(text);
  BOOST_TEST_REQUIRE(report.sections.size() == 2U);
  BOOST_TEST(report.sections[0].first_sentence == 1U);
  BOOST_TEST(report.sections[0].end_sentence == 2U);
  BOOST_TEST(report.sections[1].heading_sentence == 2U);
  BOOST_TEST(report.sections[1].end_sentence == report.sentences.size());
}

BOOST_AUTO_TEST_CASE(sentences_know_their_innermost_section) {
  const Report report = test::read_sample("一、主要工作\n（一）学习\n办班两期。\n（二）宣传\n办展三场。\n二、存在的问题\n慢。\n");
  const auto section_of = [&](std::string_view phrase) -> std::string_view {
    for (const Sentence& each : report.sentences) {
      if (each.heading || report.text(each.range).find(phrase) == std::string_view::npos) continue;
      return each.section == kNone ? "" : report.text(report.sections[each.section].heading);
    }
    return "?";
  };
  BOOST_TEST(section_of("办班") == "（一）学习");
  BOOST_TEST(section_of("办展") == "（二）宣传");
  BOOST_TEST(section_of("慢") == "二、存在的问题");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
