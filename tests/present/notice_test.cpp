#include "present/notice.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <variant>
#include <vector>

#include "base/limits.hpp"
#include "checklist/notice_rules.hpp"
#include "present/circular.hpp"
#include "present/list_document.hpp"
#include "sample_notice.hpp"

namespace fazhi {
namespace {

/// Everything that a document says, a block a line.
std::string text_of(const std::vector<DocumentBlock>& blocks) {
  std::string out;
  for (const DocumentBlock& block : blocks) {
    if (const auto* text = std::get_if<DocumentText>(&block)) {
      out += text->head + text->text + "\n";
      continue;
    }
    for (const TableRow& row : std::get<DocumentTable>(block).rows) {
      for (const std::string& cell : row.cells) out += cell + "|";
      out += "\n";
    }
  }
  return out;
}

std::string text_of(const OfficialDocument& document) {
  std::string out = document.title + "\n" + document.addressee + "\n" + text_of(document.blocks);
  for (const DocumentAttachment& each : document.attachments) out += each.title + "\n" + text_of(each.blocks);
  return out;
}

std::string notice_text(const RectificationList& list, std::size_t unit) {
  return text_of(unit_notice(list, unit, builtin_notice_texts()));
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// What no document that is sent may hold.
void check_is_whole(const std::string& text) {
  for (const std::string_view gap : {"{", "}", "（）", "《》", "“”", "：。", "，，", "。。", "于前", "为，", "××", "请负责"}) {
    BOOST_TEST(!has(text, gap), gap << " in " << text);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(notice)

BOOST_AUTO_TEST_CASE(a_notice_tells_score_problems_and_what_to_do_by_when) {
  const std::string text = notice_text(test::notice_list(), 0);
  check_is_whole(text);
  for (const std::string_view part :
       {"关于云岫县青石梁镇人民政府|2024年法治政府建设年度报告的|整改通知\n云岫县青石梁镇人民政府：\n", "对照《乡镇（街道）法治政府建设年度报告审查清单》",
        "报告得分92分，满分100分，等次为优秀。清单要求写明的24项内容，报告已经写明22项。共发现3类3个问题，全部补正后最多可以增加8分。",
        "一、审查情况\n", "（一）组织领导（1个）\n1.党政主要负责人履行第一责任人职责情况\n全文没有找到有关内容。\n",
        "依据：《法治政府建设实施纲要（2021—2025年）》第三十二条。整改要求：单设一节或一目，", "补正后可得6分。",
        "原文：“下一步将进一步健全‘谁执法谁普法’等制度——", "（第2页“二、主要工作”部分第12段）。",
        "同样的情形还见于“三、存在的不足”部分第22段、“四、2025年工作安排”部分第25段。", "请沈岚负责与云岫县委全面依法治县委员会办公室联系。",
        "（三）按时反馈情况。请于2025年4月30日前将修改后的报告", "云岫县青石梁镇人民政府法治政府建设年度报告整改清单\n"}) {
    BOOST_TEST(has(text, part), part);
  }
}

BOOST_AUTO_TEST_CASE(what_is_not_known_changes_the_sentence) {
  RectificationList list = test::notice_list();
  list.issuer.clear();
  list.due.clear();
  list.checklists.clear();
  list.year.reset();
  list.units[0].contact.clear();
  list.units[0].year.reset();
  list.units[0].met = 0;
  list.units[0].score = {};
  for (RectificationItem& item : list.items) {
    item.due.clear();
    item.basis.clear();
    item.gain_hundredths = 0;
    for (ItemQuote& quote : item.quotes) quote.section.clear();
  }
  const std::string text = notice_text(list, 0);
  check_is_whole(text);
  for (const std::string_view part : {"报告未予评分。", "共发现3类3个问题。", "并确定一名同志负责与我单位联系。", "请抓紧整改，将修改后的报告"}) {
    BOOST_TEST(has(text, part), part);
  }
  check_is_whole(text_of(circular(list, builtin_notice_texts())));
}

BOOST_AUTO_TEST_CASE(several_dates_are_told_by_the_first) {
  RectificationList list = test::notice_list();
  list.due.clear();
  list.items[1].due = "2025-04-20";
  BOOST_TEST(has(notice_text(list, 0), "请按照附件所列时限（最早的为2025年4月20日）将"));
  for (RectificationItem& item : list.items) item.due = "2025-05-08";
  BOOST_TEST(has(notice_text(list, 0), "请于2025年5月8日前将"));
}

BOOST_AUTO_TEST_CASE(a_unit_without_items_gets_no_list) {
  const OfficialDocument document = unit_notice(test::notice_list(), 2, builtin_notice_texts());
  BOOST_TEST(document.attachments.empty());
  BOOST_TEST(has(text_of(document), "未发现需要整改的问题。"));
  BOOST_TEST(document.title.ends_with("审查情况的通知"));
  BOOST_TEST(!has(text_of(document), "整改要求"));
  BOOST_TEST(!has(text_of(document), "一、"));
  check_is_whole(text_of(document));
}

BOOST_AUTO_TEST_CASE(an_undecided_score_is_told_as_a_range) {
  const std::string text = notice_text(test::notice_list(), 5);
  BOOST_TEST(has(text, "报告已确定得分84.5分，待核实内容核实后最高可得88.5分，满分100分，等次待核实后确定。"));
}

BOOST_AUTO_TEST_CASE(long_passages_are_cut_and_many_are_told_by_their_places) {
  RectificationList list = test::notice_list();
  RectificationItem& item = list.items[2];
  std::string passage;
  for (std::size_t count = 0; count < limits::kNoticeQuoteCharacters + 1; ++count) passage += "法";
  item.quotes.assign(limits::kNoticeQuotes + limits::kNoticePlaces + 1, {passage, "", 1, 0, EvidenceUse::support, ""});
  for (std::size_t index = 0; index < item.quotes.size(); ++index) item.quotes[index].paragraph = static_cast<std::uint32_t>(index + 1);
  const std::string text = notice_text(list, 0);
  BOOST_TEST(!has(text, passage));
  BOOST_TEST(has(text, passage.substr(3) + "……”（第1段）。"));
  BOOST_TEST(has(text, "第13段、第14段等。"));
  BOOST_TEST(!has(text, "第15段"));
  item.quotes[0].text = passage.substr(3);
  BOOST_TEST(has(notice_text(list, 0), "“" + passage.substr(3) + "”（第1段）。"));
}

BOOST_AUTO_TEST_CASE(a_circular_tells_who_sent_what_and_what_many_share) {
  const OfficialDocument document = circular(test::notice_list(), builtin_notice_texts());
  const std::string text = text_of(document);
  check_is_whole(text);
  for (const std::string_view part :
       {"应当报送报告的单位24个，已报送22个。逾期报送的单位1个：云岫县木排厂街道办事处。未报送的单位2个：云岫县水磨湾镇人民政府、云岫县红砂坡乡人民政府。",
        "已评分的报告平均得分", "最高100分，最低30.5分。", "优秀2个、良好6个、合格12个、不合格1个、待核实后确定1个。",
        "以下8类16个问题在多个单位的报告中存在。", "没有写明的单位7个：云雀坪乡、", "写得不完整的单位",
        "有这一问题的单位9个：青石梁镇、", "例如青石梁镇的报告第16段写道：“（八）开展法制宣传。”",
        "未报送的2个单位要说明原因，并于2025年4月30日前补报。", "1|云岫县沙岭窝镇人民政府|100|优秀|0||\n", "—|云岫县水磨湾镇人民政府|—|—|—|未报送|\n"}) {
    BOOST_TEST(has(text, part), part);
  }
  BOOST_TEST(std::get<DocumentTable>(document.attachments.front().blocks.front()).rows.size() == 24U);
}

BOOST_AUTO_TEST_CASE(the_numbers_of_a_circular_are_those_of_what_follows) {
  const OfficialDocument document = circular(test::notice_list(), builtin_notice_texts());
  std::size_t categories = 0, problems = 0;
  for (const DocumentBlock& block : document.blocks) {
    const auto* text = std::get_if<DocumentText>(&block);
    categories += text != nullptr && text->kind == DocumentText::Kind::heading2 ? 1U : 0U;
    problems += text != nullptr && text->kind == DocumentText::Kind::heading3 ? 1U : 0U;
  }
  BOOST_TEST(categories == 8U);
  BOOST_TEST(problems == limits::kCircularProblems);
  BOOST_TEST(has(text_of(document), "其他5个问题由各单位对照本单位的整改清单整改。"));
}

BOOST_AUTO_TEST_CASE(reports_that_cannot_have_100_points_are_ranked_by_their_share) {
  RectificationList list = test::notice_list();
  const auto plain = text_of(circular(list, builtin_notice_texts()));
  BOOST_TEST(!has(plain, "得分率"));
  list.units[3].score.possible_hundredths = 7500;
  list.units[3].score.awarded_hundredths = list.units[3].score.highest_hundredths = 6900;
  const OfficialDocument document = circular(list, builtin_notice_texts());
  const std::string text = text_of(document);
  check_is_whole(text);
  BOOST_TEST(has(text, "其中1份报告因部分要求不适用，满分不到100分"));
  BOOST_TEST(has(text, "|69/75|92%|"));
  BOOST_TEST(has(text, "|100|100%|优秀|"));
  const auto& table = std::get<DocumentTable>(document.attachments.front().blocks.front());
  int width = 0;
  for (const TableColumn& each : table.columns) width += each.millimetres;
  BOOST_TEST(width == 156);
  for (const TableRow& row : table.rows) BOOST_TEST(row.cells.size() == table.columns.size());
}

BOOST_AUTO_TEST_CASE(a_circular_names_no_more_units_than_can_be_read) {
  RectificationList list = test::notice_list();
  const RectificationItem item = list.items[0];
  list.items.clear();
  for (std::size_t unit = 0; unit <= limits::kCircularNames; ++unit) {
    if (unit >= list.units.size()) list.units.push_back({"云岫县第" + std::to_string(unit) + "镇人民政府", "", "x.docx", 2024, "", {}});
    list.items.push_back(item);
    list.items.back().unit = unit;
  }
  const std::string text = text_of(circular(list, builtin_notice_texts()));
  BOOST_TEST(has(text, "没有写明的单位41个：青石梁镇、"));
  BOOST_TEST(has(text, "第39镇等。"));
  BOOST_TEST(!has(text, "第40镇等"));
}

BOOST_AUTO_TEST_CASE(a_circular_of_problems_that_nobody_shares_says_so) {
  RectificationList list = test::notice_list();
  list.items.resize(3);
  list.absent.clear();
  const std::string text = text_of(circular(list, builtin_notice_texts()));
  BOOST_TEST(has(text, "审查没有发现多个单位共有的问题"));
  BOOST_TEST(!has(text, "补报"));
  check_is_whole(text);
}

BOOST_AUTO_TEST_CASE(a_list_holds_every_item_once) {
  const RectificationList list = test::notice_list();
  const OfficialDocument document = list_document(list, builtin_notice_texts());
  const auto& table = std::get<DocumentTable>(document.blocks.back());
  const auto spanning = std::count_if(table.rows.begin(), table.rows.end(), [](const TableRow& row) { return row.spans; });
  BOOST_TEST(spanning == 21);
  BOOST_TEST(table.rows.size() == list.items.size() + 21U);
  int width = 0;
  for (const TableColumn& column : table.columns) width += column.millimetres;
  BOOST_TEST(width == 225);
}

BOOST_AUTO_TEST_CASE(a_list_shows_what_a_person_wrote) {
  RectificationList list = test::notice_list();
  list.items[0].progress = {ItemState::closed, "党政办", "沈岚", "已补写一节", "修改后的报告", "周屿", "同意", "2025-04-28", ""};
  const std::string text = text_of(list_blocks(list, 0, builtin_notice_texts().table, builtin_notice_texts().item));
  BOOST_TEST(has(text, "党政办\n沈岚|2025年\n4月30日|已补写一节\n修改后的报告|周屿\n同意|已销号\n2025年\n4月28日|"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
