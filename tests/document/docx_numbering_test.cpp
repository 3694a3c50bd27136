#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>
#include <vector>

#include "document/docx_fixture.hpp"
#include "document/office/docx.hpp"
#include "document/office/docx_numbering.hpp"
#include "document/office/list_number.hpp"

namespace fazhi {
namespace {

using namespace docx_fixture;

std::string level(int index, std::string_view format, std::string_view label, std::string_view more = {}) {
  return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + std::string(format) +
         "\"/>" + std::string(more) + "<w:lvlText w:val=\"" + std::string(label) + "\"/></w:lvl>";
}

std::string definition(int id, std::string_view inside) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + std::string(inside) + "</w:abstractNum>";
}

std::string list(int id, int definition_id, std::string_view overrides = {}) {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(definition_id) + "\"/>" +
         std::string(overrides) + "</w:num>";
}

/// 一、 （一） 1. as reports number their headings.
std::string report_levels() {
  return level(0, "chineseCounting", "%1、") + level(1, "chineseCountingThousand", "（%2）") + level(2, "decimal", "%3.");
}

Texts read(const Docx& docx) {
  const Result<Document> document = read_docx(docx.bytes(), "报告.docx");
  BOOST_REQUIRE_MESSAGE(document.has_value(), (document.has_value() ? std::string() : render(document.error(), Language::en)));
  return texts_of(*document);
}

Texts read(const std::string& numbering, const std::string& body, const std::string& styles = {}) {
  return read(Docx{.body = body, .styles = styles, .numbering = numbering});
}

void check(const Texts& actual, const Texts& expected) { BOOST_TEST(actual == expected, boost::test_tools::per_element()); }

}  // namespace

BOOST_AUTO_TEST_SUITE(docx_numbering)

BOOST_AUTO_TEST_CASE(numbers_in_every_format) {
  struct Case {
    const char* format;
    std::int64_t value;
    const char* expected;
  };
  for (const Case& each : std::vector<Case>{
           {"decimal", 12, "12"},
           {"decimal", -3, "-3"},
           {"decimalZero", 7, "07"},
           {"decimalZero", 12, "12"},
           {"chineseCounting", 1, "一"},
           {"chineseCounting", 10, "十"},
           {"chineseCounting", 21, "二十一"},
           {"chineseCounting", 105, "一○五"},
           {"chineseCountingThousand", 105, "一百零五"},
           {"taiwaneseCountingThousand", 20, "二十"},
           {"taiwaneseCounting", 12, "十二"},
           {"japaneseCounting", 3, "三"},
           {"japaneseCounting", 105, "百五"},
           {"japaneseCounting", 10, "十"},
           {"ideographDigital", 10, "一〇"},
           {"ideographDigital", 3, "三"},
           {"taiwaneseDigital", 20, "二○"},
           {"chineseLegalSimplified", 3, "叁"},
           {"chineseLegalSimplified", 12, "壹拾贰"},
           {"ideographLegalTraditional", 26, "貳拾陸"},
           {"ideographTraditional", 3, "丙"},
           {"ideographTraditional", 11, "11"},
           {"ideographZodiac", 12, "亥"},
           {"ideographZodiacTraditional", 60, "癸亥"},
           {"ideographEnclosedCircle", 3, "㊂"},
           {"decimalEnclosedCircle", 1, "①"},
           {"decimalEnclosedCircle", 20, "⑳"},
           {"decimalEnclosedCircle", 21, "㉑"},
           {"decimalEnclosedCircleChinese", 50, "㊿"},
           {"decimalEnclosedCircleChinese", 51, "51"},
           {"decimalEnclosedParen", 2, "⑵"},
           {"decimalEnclosedFullstop", 20, "⒛"},
           {"decimalFullWidth", 15, "１５"},
           {"decimalHalfWidth", 15, "15"},
           {"upperRoman", 14, "XIV"},
           {"lowerRoman", 9, "ix"},
           {"upperRoman", 2'000'000'000, "2000000000"},
           {"upperLetter", 3, "C"},
           {"lowerLetter", 28, "bb"},
           {"lowerLetter", 1'000'000, "1000000"},
           {"numberInDash", 4, "- 4 -"},
           {"bullet", 4, ""},
           {"none", 4, ""},
           {"of another kind", 4, "4"},
       }) {
    BOOST_TEST_CONTEXT(each.format << ' ' << each.value) {
      BOOST_TEST(write_list_number(each.format, each.value) == each.expected);
    }
  }
}

BOOST_AUTO_TEST_CASE(labels_as_a_person_types_them) {
  BOOST_TEST(docx::labelled("一、", "　主要举措") == "一、主要举措");
  BOOST_TEST(docx::labelled("（一）", "主要举措") == "（一）主要举措");
  BOOST_TEST(docx::labelled("1.", "主要举措") == "1.主要举措");
  BOOST_TEST(docx::labelled("1.", "12345热线") == "1. 12345热线");
  BOOST_TEST(docx::labelled("1.1", "主要举措") == "1.1 主要举措");
  BOOST_TEST(docx::labelled("①", "主要举措") == "①主要举措");
  BOOST_TEST(docx::labelled("第一章", "\n主要举措") == "第一章 主要举措");
  BOOST_TEST(docx::labelled("一是", "召开会议") == "一是召开会议");
  BOOST_TEST(docx::labelled("", "　主要举措") == "　主要举措");
}

BOOST_AUTO_TEST_CASE(levels_count_and_begin_again) {
  const std::string numbering = definition(0, report_levels()) + list(1, 0);
  const auto at = [](const char* words, const char* ilvl) { return text(words, in_list("1", ilvl)); };
  check(read(numbering, at("举措", "0") + at("普法", "1") + text("正文。") + at("执法", "1") + at("公示", "2") + at("问题", "0") + at("不足", "1") + at("人员", "2")),
        {"一、举措", "（一）普法", "正文。", "（二）执法", "1.公示", "二、问题", "（一）不足", "1.人员"});
}

BOOST_AUTO_TEST_CASE(labels_of_several_levels) {
  const std::string numbering = definition(0, level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>") + level(2, "decimal", "%2.%3")) + list(1, 0);
  check(read(numbering, text("总则", in_list("1")) + text("任务", in_list("1", "1")) + text("目标", in_list("1", "1")) + text("要求", in_list("1", "2"))),
        {"第一章 总则", "1.1 任务", "1.2 目标", "2.1 要求"});
  check(read(numbering, text("先有下级", in_list("1", "1")) + text("后有上级", in_list("1"))), {"1.1 先有下级", "第一章 后有上级"});
}

BOOST_AUTO_TEST_CASE(when_a_level_begins_again) {
  const auto body = [] {
    return text("甲", in_list("1")) + text("乙", in_list("1", "1")) + text("丙", in_list("1", "2")) + text("丁", in_list("1", "1")) +
           text("戊", in_list("1", "2")) + text("己", in_list("1")) + text("庚", in_list("1", "2"));
  };
  const auto with = [](std::string_view restart) {
    return definition(0, level(0, "decimal", "%1、") + level(1, "decimal", "(%2)") + level(2, "decimal", "%3)", restart)) + list(1, 0);
  };
  check(read(with("<w:lvlRestart w:val=\"0\"/>"), body()), {"1、甲", "(1)乙", "1)丙", "(2)丁", "2)戊", "2、己", "3)庚"});
  check(read(with("<w:lvlRestart w:val=\"1\"/>"), body()), {"1、甲", "(1)乙", "1)丙", "(2)丁", "2)戊", "2、己", "1)庚"});
  check(read(with(""), body()), {"1、甲", "(1)乙", "1)丙", "(2)丁", "1)戊", "2、己", "1)庚"});
}

BOOST_AUTO_TEST_CASE(lists_of_one_definition) {
  const std::string begin_anew = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>";
  const std::string other_level = "<w:lvlOverride w:ilvl=\"0\">" + level(0, "upperLetter", "%1.") + "</w:lvlOverride>";
  const std::string numbering = definition(0, report_levels()) + list(1, 0) + list(2, 0) + list(3, 0, begin_anew) + list(4, 0, other_level);
  check(read(numbering, text("甲", in_list("1")) + text("乙", in_list("2")) + text("丙", in_list("3")) + text("丁", in_list("3")) + text("戊", in_list("4"))),
        {"一、甲", "二、乙", "一、丙", "二、丁", "C.戊"});
}

BOOST_AUTO_TEST_CASE(starts) {
  const std::string from_five = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"5\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1、\"/></w:lvl>";
  const std::string from_nothing = "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1、\"/></w:lvl>";
  check(read(definition(0, from_five) + list(1, 0), text("甲", in_list("1")) + text("乙", in_list("1"))), {"5、甲", "6、乙"});
  check(read(definition(0, from_nothing) + list(1, 0), text("甲", in_list("1"))), {"0、甲"});
}

BOOST_AUTO_TEST_CASE(numbers_by_style) {
  const std::string numbering = definition(0, level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"h1\"/>") +
                                                  level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"h2\"/>")) + list(1, 0);
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"h1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"h2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"h1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"own\"><w:basedOn w:val=\"h2\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"bare\"><w:basedOn w:val=\"h1\"/><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr></w:style>";
  const auto in = [](const char* words, const std::string& style, const char* more = "") {
    return text(words, "<w:pStyle w:val=\"" + style + "\"/>" + more);
  };
  check(read(numbering, in("举措", "h1") + in("普法", "h2") + in("执法", "own") + in("没有编号", "bare") +
                            in("去掉编号", "h1", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") + in("问题", "h1") +
                            in("降一级", "h1", "<w:numPr><w:ilvl w:val=\"1\"/></w:numPr>"), styles),
        {"一、举措", "（一）普法", "（二）执法", "没有编号", "去掉编号", "二、问题", "（一）降一级"});
}

BOOST_AUTO_TEST_CASE(lists_that_a_style_defines) {
  const std::string numbering = definition(0, "<w:numStyleLink w:val=\"列表\"/>") + definition(1, "<w:styleLink w:val=\"列表\"/>" + report_levels()) +
                                definition(2, "<w:numStyleLink w:val=\"自指\"/>") + list(1, 0) + list(2, 1) + list(3, 2);
  const std::string styles = "<w:style w:type=\"numbering\" w:styleId=\"列表\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>"
                             "<w:style w:type=\"numbering\" w:styleId=\"自指\"><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>";
  check(read(numbering, text("甲", in_list("1")) + text("乙", in_list("1", "1")) + text("丙", in_list("3")), styles), {"一、甲", "（一）乙", "丙"});
}

BOOST_AUTO_TEST_CASE(what_is_not_shown_does_not_count) {
  const std::string numbering = definition(0, report_levels()) + list(1, 0);
  const std::string deleted_mark = in_list("1") + "<w:rPr><w:del/></w:rPr>";
  const std::string hidden_mark = in_list("1") + "<w:rPr><w:vanish/></w:rPr>";
  check(read(numbering, text("甲", in_list("1")) + paragraph("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", deleted_mark) +
                            paragraph(run("藏", "<w:vanish/>"), hidden_mark) + text("乙", in_list("1")) +
                            paragraph("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", in_list("1")) + text("丙", in_list("1"))),
        {"一、甲", "二、乙", "四、丙"});
  check(read(numbering, text("前半", deleted_mark) + text("后半") + text("下一", in_list("1"))), {"一、前半后半", "二、下一"});
}

BOOST_AUTO_TEST_CASE(labels_that_are_no_text) {
  const std::string numbering = definition(0, level(0, "bullet", "●") + level(1, "none", "附件：") + level(2, "decimal", "%3.", "<w:rPr><w:vanish/></w:rPr>") +
                                                  level(3, "chineseCounting", "%9%4%x")) + list(1, 0);
  check(read(numbering, text("甲", in_list("1")) + text("乙", in_list("1", "1")) + text("丙", in_list("1", "2")) + text("丁", in_list("1", "3")) +
                            text("戊", in_list("1", "12")) + text("己", in_list("77")) + text("庚", in_list("一"))),
        {"甲", "附件：乙", "丙", "一%x 丁", "戊", "己", "庚"});
}

BOOST_AUTO_TEST_CASE(formats_that_newer_programs_know) {
  const std::string custom = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><mc:AlternateContent><mc:Choice Requires=\"w14\"><w:numFmt w:val=\"custom\" w:format=\"001\"/></mc:Choice>"
                             "<mc:Fallback><w:numFmt w:val=\"chineseCounting\"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val=\"%1、\"/></w:lvl>";
  check(read(definition(0, custom) + list(1, 0), text("甲", in_list("1"))), {"一、甲"});
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
