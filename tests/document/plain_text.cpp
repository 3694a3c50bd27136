#include "document/plain_text.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <span>
#include <string>
#include <vector>

#include "document/list_marker.hpp"
#include "text/normalize.hpp"

namespace fazhi {
namespace {

/// The paragraphs as quoted from the text.
std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> quoted;
  for (const Paragraph& paragraph : split_paragraphs(text, "报告.txt").paragraphs) {
    quoted.emplace_back(paragraph.range.of(text));
  }
  return quoted;
}

/// The paragraphs in normal form, where joins show.
std::vector<std::string> normal_paragraphs_of(std::string_view text) {
  std::vector<std::string> normal;
  for (const std::string& paragraph : paragraphs_of(text)) normal.push_back(normalize_phrase(paragraph));
  return normal;
}

using Texts = std::vector<std::string>;

void check_equal(const Texts& actual, const Texts& expected) {
  BOOST_TEST(actual == expected, boost::test_tools::per_element());
}

/// Twelve full lines of thirty characters in three paragraphs.
constexpr std::string_view kWrapped =
    "石鼓坪乡2022年度法治政府建设情况报告\n"
    "\n"
    "　　2022 年是本乡撤并后的头一年。全年里，石鼓坪乡党委、政\n"
    "府把依法办事当作新乡站稳脚跟的头一件要紧事，照着年初排定的\n"
    "任务清单，逐月过账、逐季对账，干部的规矩意识明显变强。依照\n"
    "年度报告规定，现将我乡 2022 年度法治政府建设情况报告如下：\n"
    "　　一、主要工作及成效\n"
    "　　（一）先把思想弄通。乡党委用三个晚上组织干部们通读原著\n"
    "，再由各包村领导分头带到火塘边，请老党员用彝语汉语各讲一遍，\n"
    "让上了年纪的乡亲也能听个明白。乡里还重新搭起了法治政府建设\n"
    "工作协调小组班子，小组日常事务交给乡司法所来办，凡牵涉到\n"
    "- 1 -\n"
    "\n"
    "“三重一大”议题，都要先请司法所和律师出一份书面意见，才送\n"
    "党政联席会逐人表态形成决议，任何人不得插队。全年把关18件。\n"
    "　　特此报告。\n"
    "- 2 -\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(plain_text)

BOOST_AUTO_TEST_CASE(a_line_is_a_paragraph) {
  check_equal(paragraphs_of("标题\n\n　　一、工作情况\r\n  （一）党建。 \n\t正文　\n"),
              {"标题", "一、工作情况", "（一）党建。", "正文"});
  check_equal(paragraphs_of(""), {});
  check_equal(paragraphs_of("\n　\n \n"), {});
  check_equal(paragraphs_of("没有换行结尾"), {"没有换行结尾"});
  check_equal(paragraphs_of("\uFEFF甲\u200b\n"), {"甲"});
}

BOOST_AUTO_TEST_CASE(lines_are_numbered) {
  const PlainText text = split_paragraphs("甲\n\n乙　　丙丁戊己　　庚辛\n壬\n", "报告.txt");
  BOOST_TEST_REQUIRE(text.paragraphs.size() == 4U);
  BOOST_TEST(text.paragraphs[0].line == 1);
  BOOST_TEST(text.paragraphs[1].line == 3);
  BOOST_TEST(text.paragraphs[2].line == 3);
  BOOST_TEST(text.paragraphs[3].line == 4);
}

BOOST_AUTO_TEST_CASE(deep_indents_are_centered) {
  const PlainText text =
      split_paragraphs("　　　　　　报告标题\n　　正文段落\n              2024年1月\n正文\n", "报告.txt");
  BOOST_TEST_REQUIRE(text.paragraphs.size() == 4U);
  BOOST_TEST(text.paragraphs[0].centered);
  BOOST_TEST(!text.paragraphs[1].centered);
  BOOST_TEST(text.paragraphs[2].centered);
  BOOST_TEST(!text.paragraphs[3].centered);
}

BOOST_AUTO_TEST_CASE(wrapped_lines_are_joined) {
  check_equal(
      normal_paragraphs_of(kWrapped),
      {"石鼓坪乡2022年度法治政府建设情况报告",
       "2022年是本乡撤并后的头一年。全年里，石鼓坪乡党委、政府把依法办事当作新乡站稳脚跟的头一件要紧事，"
       "照着年初排定的任务清单，逐月过账、逐季对账，干部的规矩意识明显变强。依照年度报告规定，现将我乡202"
       "2年度法治政府建设情况报告如下：",
       "一、主要工作及成效",
       "（一）先把思想弄通。乡党委用三个晚上组织干部们通读原著，再由各包村领导分头带到火塘边，请老党员用彝语"
       "汉语各讲一遍，让上了年纪的乡亲也能听个明白。乡里还重新搭起了法治政府建设工作协调小组班子，小组日常事"
       "务交给乡司法所来办，凡牵涉到三重一大议题，都要先请司法所和律师出一份书面意见，才送党政联席会逐人表态"
       "形成决议，任何人不得插队。全年把关18件。",
       "特此报告。", "-2-"});
}

BOOST_AUTO_TEST_CASE(joining_is_noted) {
  const PlainText text = split_paragraphs(kWrapped, "报告.txt");
  BOOST_TEST_REQUIRE(text.notes.size() == 1U);
  BOOST_TEST(code_of(text.notes[0].id) == "document.lines-joined");
  BOOST_TEST(text.notes[0].arguments == (std::vector<std::string>{"报告.txt", "8"}), boost::test_tools::per_element());
  BOOST_TEST(split_paragraphs("甲\n乙\n", "报告.txt").notes.empty());
}

BOOST_AUTO_TEST_CASE(wrapped_text_in_a_margin) {
  std::string indented;
  for (std::size_t at = 0; at < kWrapped.size();) {
    const std::size_t end = kWrapped.find('\n', at) + 1;
    indented += "      " + std::string(kWrapped.substr(at, end - at));
    at = end;
  }
  check_equal(normal_paragraphs_of(indented), normal_paragraphs_of(kWrapped));
}

BOOST_AUTO_TEST_CASE(wrapped_text_without_indents) {
  const std::string line = "坚持把法治作为边疆民族地区长治久安的基石并紧扣县里确定的目标\n";
  const std::string last = "坚持把法治作为边疆民族地区长治久安的基石并紧扣县里确定的事。\n";
  const std::string text = "一、成效\n" + line + line + last +
                           "（二）推进依法行政。坚持把法治作为边疆民族地区长治久安的基础和\n" + line + "完成任务。\n" +
                           line + line + last + "一是加强领导。坚持把法治作为边疆民族地区长治久安的大事抓好和\n" +
                           line + "完成任务。\n";
  const Texts paragraphs = normal_paragraphs_of(text);
  BOOST_TEST_REQUIRE(paragraphs.size() == 5U);
  BOOST_TEST(paragraphs[0] == "一、成效");
  BOOST_TEST(paragraphs[1].ends_with("确定的事。"));
  BOOST_TEST(paragraphs[2].starts_with("（二）"));
  BOOST_TEST(paragraphs[3].ends_with("确定的事。"));
  BOOST_TEST(paragraphs[4].starts_with("一是"));
}

BOOST_AUTO_TEST_CASE(blank_lines_part_wrapped_paragraphs_behind_a_sentence) {
  const std::string line = "坚持把法治作为边疆民族地区长治久安的基石并紧扣县里确定的目标\n";
  const std::string last = "坚持把法治作为边疆民族地区长治久安的基石并紧扣县里确定的事。\n";
  const Texts paragraphs = normal_paragraphs_of(line + line + last + "\n" + line + line + "\n" + line + last);
  BOOST_TEST_REQUIRE(paragraphs.size() == 2U);
  BOOST_TEST(paragraphs[0].ends_with("确定的事。"));
}

BOOST_AUTO_TEST_CASE(equally_wide_sentences_are_no_wrapped_text) {
  std::string text;
  for (int each = 0; each < 12; ++each) text += "坚持把法治作为边疆民族地区长治久安的基石并紧扣县里确定的事。\n";
  BOOST_TEST(paragraphs_of(text).size() == 12U);
}

BOOST_AUTO_TEST_CASE(page_numbers_elsewhere_are_paragraphs) {
  check_equal(paragraphs_of("正文完毕。\n- 3 -\n　　下一段。\n第 4 页\n5\n"),
              {"正文完毕。", "- 3 -", "下一段。", "第 4 页", "5"});
}

BOOST_AUTO_TEST_CASE(rows_of_a_table_stay_whole) {
  check_equal(paragraphs_of("一、完成情况\n项目\t完成情况\n法律顾问\t聘用1名\n普法宣传\t活动47场\n二、存在问题\n"),
              {"一、完成情况", "项目\t完成情况", "法律顾问\t聘用1名", "普法宣传\t活动47场", "二、存在问题"});
  check_equal(paragraphs_of("（一）普法\t开展活动。\n（二）调解\t化解纠纷。\n（三）公开\t公布信息。\n"),
              {"（一）普法", "开展活动。", "（二）调解", "化解纠纷。", "（三）公开", "公布信息。"});
  check_equal(paragraphs_of("甲方\t乙方\n丙方\t丁方\n"), {"甲方", "乙方", "丙方", "丁方"});
}

BOOST_AUTO_TEST_CASE(lost_breaks) {
  struct Case {
    std::string_view text;
    Texts paragraphs;
  };
  const std::array cases{
      Case{"总结如下：　　一、工作情况　　（一）党建引领", {"总结如下：", "一、工作情况", "（一）党建引领"}},
      Case{"甲方完成。    乙方完成。", {"甲方完成。", "乙方完成。"}},
      Case{"甲方\t乙方", {"甲方", "乙方"}},
      Case{"双槐镇人民政府　　二〇二一年十二月二十日", {"双槐镇人民政府", "二〇二一年十二月二十日"}},
      Case{"（一）突出政治引领压实工作责任　一是落细第一责任人职责。镇党委书记带头。",
           {"（一）突出政治引领压实工作责任", "一是落细第一责任人职责。镇党委书记带头。"}},
      Case{"1.压实责任  把任务分解到每个站所和每个村社区。", {"1.压实责任", "把任务分解到每个站所和每个村社区。"}},
      Case{"一、建机制　成立由镇长任组长的领导小组，全面负责。",
           {"一、建机制", "成立由镇长任组长的领导小组，全面负责。"}},
      Case{"（一）建机制　短。", {"（一）建机制　短。"}},
      Case{"（一）建机制，抓落实　成立由镇长任组长的领导小组。",
           {"（一）建机制，抓落实　成立由镇长任组长的领导小组。"}},
      Case{"镇党委高度重视　成立由镇长任组长的领导小组并负责。",
           {"镇党委高度重视　成立由镇长任组长的领导小组并负责。"}},
      Case{"（一）　　建机制抓落实", {"（一）　　建机制抓落实"}},
      Case{"第一条　　为了规范", {"第一条　　为了规范"}},
      Case{"目　　录", {"目　　录"}},
      Case{"行政执 法记录", {"行政执 法记录"}},
      Case{"开展 37 余场  普法", {"开展 37 余场  普法"}},
  };
  for (const Case& each : cases) {
    BOOST_TEST_CONTEXT(each.text) { check_equal(paragraphs_of(each.text), each.paragraphs); }
  }
}

BOOST_AUTO_TEST_CASE(restored_breaks_of_long_lines_are_noted) {
  std::string text;
  for (int each = 0; each < 60; ++each) text += "坚持依法行政。　　";
  const PlainText split = split_paragraphs(text, "报告.txt");
  BOOST_TEST(split.paragraphs.size() == 60U);
  BOOST_TEST_REQUIRE(split.notes.size() == 1U);
  BOOST_TEST(code_of(split.notes[0].id) == "document.breaks-restored");
  BOOST_TEST(split.notes[0].arguments[1] == "59");
}

BOOST_AUTO_TEST_CASE(paragraphs_ascend_and_have_no_white_space_at_their_ends) {
  for (const std::string_view text : {kWrapped, std::string_view("　甲　　乙丙　\n\n丁\t戊己  \n")}) {
    std::uint32_t end = 0;
    for (const Paragraph& paragraph : split_paragraphs(text, "报告.txt").paragraphs) {
      BOOST_TEST(paragraph.range.begin >= end);
      BOOST_TEST(!paragraph.range.empty());
      const std::string_view quoted = paragraph.range.of(text);
      BOOST_TEST(
          (!quoted.starts_with("　") && !quoted.ends_with("　") && !quoted.starts_with(' ') && !quoted.ends_with(' ')));
      end = paragraph.range.end;
    }
  }
}

BOOST_AUTO_TEST_CASE(one_line_of_a_megabyte_is_split) {
  for (const std::string_view part : {"法治政府建设", "法 ", "（一）法治　", "一、甲　　", "a  b", "　", "\t", "1. "}) {
    std::string text;
    while (text.size() < (std::size_t{1} << 20)) text += part;
    BOOST_TEST_CONTEXT(part) { BOOST_TEST(split_paragraphs(text, "报告.txt").paragraphs.size() <= text.size()); }
  }
}

BOOST_AUTO_TEST_CASE(list_markers) {
  struct Case {
    std::string_view line;
    ListMarker kind;
    std::uint32_t size_bytes;
  };
  constexpr auto kCases = std::to_array<Case>({
      {"一、工作", ListMarker::chapter, 6},   {"十二、工作", ListMarker::chapter, 9},
      {"（一）工作", ListMarker::chapter, 9}, {"(一)工作", ListMarker::chapter, 5},
      {"第一，思想", ListMarker::chapter, 9}, {"第一章 总则", ListMarker::chapter, 9},
      {"1.压实", ListMarker::arabic, 2},      {"1．压实", ListMarker::arabic, 4},
      {"12、压实", ListMarker::arabic, 5},    {"（1）压实", ListMarker::arabic, 7},
      {"1）压实", ListMarker::arabic, 4},     {"①压实", ListMarker::arabic, 3},
      {"一是压实", ListMarker::running, 6},   {"二要压实", ListMarker::running, 6},
      {"1.5万人", ListMarker::none, 0},       {"2024年", ListMarker::none, 0},
      {"一年来", ListMarker::none, 0},        {"（此页无正文）", ListMarker::none, 0},
      {"第一责任人", ListMarker::none, 0},    {"", ListMarker::none, 0},
      {"123456、", ListMarker::none, 0},
  });
  for (const Case& each : kCases) {
    BOOST_TEST_CONTEXT(each.line) {
      const MarkerAtBegin marker = list_marker_of(each.line);
      BOOST_TEST((marker.kind == each.kind));
      BOOST_TEST(marker.size_bytes == each.size_bytes);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
