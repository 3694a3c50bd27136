#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "rectify/list_items.hpp"
#include "rectify/plain_words.hpp"
#include "rectify/sample.hpp"

namespace fazhi {
namespace {

using test::element;

std::vector<RectificationItem> items(std::vector<Finding> findings) {
  Audit audit = test::audit_of("青石镇", "青石镇.txt");
  audit.findings = std::move(findings);
  return items_of(audit, test::rules(), Language::zh);
}

std::vector<std::string> ids(const std::vector<RectificationItem>& items) {
  std::vector<std::string> out;
  for (const RectificationItem& each : items) out.push_back(each.finding);
  return out;
}

RectificationItem only(Finding finding) {
  const auto all = items({std::move(finding)});
  BOOST_REQUIRE(all.size() == 1U);
  return all.front();
}

using Words = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(list_items)

BOOST_AUTO_TEST_CASE(what_is_open_by_gain_weight_and_order) {
  const auto all = items({element("a.met", Status::met, 0, 500), element("a.small", Status::partial, 100, 200),
                          element("a.first", Status::missing, 200, 200), element("a.waived", Status::waived, 0, 500),
                          element("a.heavy", Status::partial, 200, 400), element("a.second", Status::missing, 200, 200),
                          element("a.none", Status::not_applicable, 0, 500), element("a.open", Status::undecided, 600, 600),
                          test::defect("quality.enumeration", Severity::minor, "三是", 9),
                          test::defect("quality.placeholder", Severity::major, "××", 12),
                          test::defect("quality.year-mismatch", Severity::minor, "2021年", 14)});
  const Words wanted{"a.open", "a.heavy", "a.first", "a.second", "a.small", "quality.placeholder", "quality.enumeration", "quality.year-mismatch"};
  BOOST_TEST(ids(all) == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(places_of_one_fingerprint_are_one_item) {
  const auto all = items({test::defect("quality.placeholder", Severity::major, "××", 13), test::defect("quality.placeholder", Severity::major, "____", 9),
                          test::defect("quality.placeholder", Severity::major, "××", 5)});
  BOOST_REQUIRE(all.size() == 2U);
  BOOST_REQUIRE(all[0].quotes.size() == 2U);
  BOOST_TEST(all[0].quotes[0].paragraph == 5U);
  BOOST_TEST(all[0].quotes[1].paragraph == 13U);
  BOOST_TEST(all[0].problem == Words{"“××”不对。"}, boost::test_tools::per_element());
  BOOST_TEST(all[1].quotes.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_missing_element_in_plain_words) {
  Finding finding = element("leadership.agenda", Status::missing, 400, 400);
  finding.title = "研究“法治”工作";
  finding.messages = {{MessageId::element_not_found, {}}};
  BOOST_TEST(only(finding).problem == Words{"报告没有写明“研究‘法治’工作”。"}, boost::test_tools::per_element());
  finding.messages = {verbatim("全文没有找到可以认定的内容；最接近的一处列在下面。")};
  finding.evidence = {test::evidence("明年将召开“专题”会议；", 14, EvidenceUse::refused, "是打算，不是本年度已做的事")};
  const Words wanted{"报告没有写明“研究‘法治’工作”。", "第14段“明年将召开‘专题’会议”是打算，不是本年度已做的事。"};
  BOOST_TEST(only(finding).problem == wanted, boost::test_tools::per_element());
  BOOST_TEST(only(finding).quotes[0].text == "明年将召开“专题”会议；");
  BOOST_TEST(only(finding).quotes[0].reason == "是打算，不是本年度已做的事");
}

BOOST_AUTO_TEST_CASE(a_partial_element_in_plain_words) {
  Finding finding = element("leadership.agenda", Status::partial, 200, 400);
  finding.title = "研究部署";
  finding.messages = {{MessageId::element_incomplete, {}}};
  BOOST_TEST(only(finding).problem == Words{"“研究部署”没有写全。"}, boost::test_tools::per_element());
  finding.note = "没有写会议的次数。";
  BOOST_TEST(only(finding).problem == Words{"“研究部署”没有写全：没有写会议的次数。"}, boost::test_tools::per_element());
  finding.messages = {{MessageId::element_lacking, {}}};
  BOOST_TEST(only(finding).problem.size() == 2U);
  BOOST_TEST(only(finding).problem[1] == "没有写会议的次数。");
  BOOST_TEST(only(finding).category == "组织领导");
}

BOOST_AUTO_TEST_CASE(an_undecided_element_asks_for_a_person) {
  Finding finding = element("leadership.agenda", Status::undecided, 400, 400);
  finding.title = "研究部署";
  finding.messages = {{MessageId::element_undecided, {}}};
  const RectificationItem item = only(finding);
  BOOST_TEST(item.problem == Words{"“研究部署”是否写明，程序不能判定，需要人工核对原件。"}, boost::test_tools::per_element());
  BOOST_TEST(item.demand == "先对照原件核对，确实没有写明的再补正：写明本年度的情况。");
}

BOOST_AUTO_TEST_CASE(an_error_leaves_nothing) {
  Audit audit = test::audit_of("", "a.doc");
  audit.error = Message{MessageId::input_empty, {"a.doc"}};
  BOOST_TEST(items_of(audit, test::rules(), Language::zh).empty());
}

BOOST_AUTO_TEST_CASE(passages_in_sentences) {
  BOOST_TEST(inside_quotes("　一是 抓\r\n学习，") == "一是抓学习");
  BOOST_TEST(inside_quotes("fazhi \n 1.0 版") == "fazhi 1.0版");
  BOOST_TEST(inside_quotes("“甲”和‘乙’。") == "‘甲’和“乙”");
  BOOST_TEST(inside_quotes("。") == "。");
  BOOST_TEST(inside_quotes("") == "");
  std::string sixty;
  for (int count = 0; count < 60; ++count) sixty += "字";
  BOOST_TEST(inside_quotes(sixty) == sixty);
  BOOST_TEST(inside_quotes(sixty + "字") == sixty + "……");
}

BOOST_AUTO_TEST_CASE(files_without_their_folders) {
  BOOST_TEST(without_folders("与“甲镇”（in/2024/甲镇（定稿2）.docx）相同。") == "与“甲镇”（甲镇（定稿2）.docx）相同。");
  BOOST_TEST(without_folders("（包.zip/教育局.docx）和（2/3）") == "（教育局.docx）和（2/3）");
  BOOST_TEST(without_folders("（163.5/186.2）") == "（163.5/186.2）");
  BOOST_TEST(without_folders("没有（关上 a/b.c") == "没有（b.c");
  BOOST_TEST(without_folders("") == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
