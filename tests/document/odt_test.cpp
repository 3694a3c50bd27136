#include "document/office/odt.hpp"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.hpp"
#include "document/office/odf_number.hpp"
#include "package_fixture.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kNamespaces =
    R"(xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
    R"(xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" )"
    R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" )"
    R"(xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" )"
    R"(xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" )"
    R"(xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" )"
    R"(xmlns:dc="http://purl.org/dc/elements/1.1/" )"
    R"(xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" )"
    R"(xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0")";

/// Makes every text long enough for a report.
constexpr std::string_view kFiller = "松桥镇二〇二四年度法治政府建设情况报告，全镇干部群众共同努力，各项工作取得新的成效。";

struct Odt {
  std::string body;
  std::string automatic = {};
  std::string common = {};
  std::string masters = {};
  std::string page_styles = {};
};

std::string element(std::string_view name, std::string_view content) {
  return "<office:" + std::string(name) + ">" + std::string(content) + "</office:" + std::string(name) + ">";
}

std::string root(std::string_view name, const std::string& content) {
  return "<office:" + std::string(name) + " " + std::string(kNamespaces) + ">" + content + "</office:" +
         std::string(name) + ">";
}

std::string p(std::string_view content) { return "<text:p>" + std::string(content) + "</text:p>"; }

Parts parts_of(const Odt& odt) {
  const std::string body = odt.body + p(kFiller);
  return {{"mimetype", "application/vnd.oasis.opendocument.text"},
          {"content.xml", root("document-content", element("automatic-styles", odt.automatic) +
                                                       element("body", element("text", body)))},
          {"styles.xml", root("document-styles", element("styles", odt.common) +
                                                     element("automatic-styles", odt.page_styles) +
                                                     element("master-styles", odt.masters))}};
}

Result<Document> read(const Odt& odt) { return read_odt(package_of(parts_of(odt)), "a.odt"); }

/// The paragraphs outside of furniture and without the filler.
std::vector<std::string> texts(const Document& document, bool furniture = false) {
  std::vector<std::string> out;
  for (const Paragraph& each : document.paragraphs) {
    const std::string_view text = each.range.of(document.text);
    if (each.furniture == furniture && text != kFiller) out.emplace_back(text);
  }
  return out;
}

std::string joined(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& each : all) out += (out.empty() ? "" : "|") + each;
  return out;
}

std::string body_of(const Odt& odt) {
  const Result<Document> document = read(odt);
  return document ? joined(texts(*document)) : std::string(code_of(document.error().id));
}

bool has_note(const Document& document, MessageId id, std::string_view count) {
  for (const Message& each : document.notes) {
    if (each.id == id) return each.arguments.back() == count;
  }
  return false;
}

std::string bytes_of(std::string_view name) {
  std::ifstream file(std::string(FAZHI_SOURCE_DIR "/tests/documents/") + std::string(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string list_style(std::string_view name, std::string_view levels) {
  return "<text:list-style style:name=\"" + std::string(name) + "\">" + std::string(levels) + "</text:list-style>";
}

std::string level(int number, std::string_view attributes) {
  return "<text:list-level-style-number text:level=\"" + std::to_string(number) + "\" " + std::string(attributes) + "/>";
}

std::string list(std::string_view attributes, const std::vector<std::string>& items) {
  std::string out = "<text:list " + std::string(attributes) + ">";
  for (const std::string& each : items) out += "<text:list-item>" + each + "</text:list-item>";
  return out + "</text:list>";
}

const std::string kChinese = level(1, R"(style:num-format="一, 二, 三, ..." style:num-suffix="、")") +
                             level(2, R"(style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）")") +
                             level(3, R"(style:num-format="1" style:num-suffix=".")");

}  // namespace

BOOST_AUTO_TEST_SUITE(odt)

BOOST_AUTO_TEST_CASE(numbers_are_written_in_every_format) {
  struct Case {
    std::string_view format;
    std::int64_t value;
    std::string_view written;
  };
  const std::vector<Case> cases = {
      {"1", 12, "12"},   {"", 3, ""},       {"a", 1, "a"},     {"a", 27, "aa"},      {"A", 28, "AB"},
      {"i", 4, "iv"},    {"I", 19, "XIX"},  {"I", 0, "0"},     {"一, 二, 三, ...", 12, "十二"},
      {"一, 二, 三, ...", 105, "一百零五"}, {"壹, 贰, 叁, ...", 12, "壹拾贰"}, {"甲, 乙, 丙, ...", 3, "丙"},
      {"甲, 乙, 丙, ...", 11, "11"}, {"子, 丑, 寅, ...", 12, "亥"}, {"①, ②, ③, ...", 20, "⑳"},
      {"①, ②, ③, ...", 21, "㉑"}, {"①, ②, ③, ...", 50, "㊿"}, {"①, ②, ③, ...", 51, "51"},
      {"１, ２, ３, ...", 10, "１０"}, {"01, 02, 03, ...", 7, "07"}, {"01, 02, 03, ...", 107, "107"},
      {"あ, い, う, ...", 2, "2"}, {"一, 二, 三, ...", -1, "-1"}};
  for (const Case& each : cases) {
    BOOST_TEST_CONTEXT(each.format << ' ' << each.value) {
      BOOST_TEST(write_odf_number(each.format, each.value) == each.written);
    }
  }
  BOOST_TEST(write_odf_number("a", 28, true) == "bb");
  BOOST_TEST(write_odf_number("a", 1'000'000'000).size() < 20U);
}

BOOST_AUTO_TEST_CASE(text_of_a_paragraph) {
  struct Case {
    std::string_view xml;
    std::string_view text;
  };
  const std::vector<Case> cases = {
      {"排查<text:span>118</text:span> <text:span>116</text:span>件", "排查118 116件"},
      {"  首尾\n   空白  ", "首尾 空白"},
      {"甲<text:s text:c=\"3\"/>乙", "甲   乙"},
      {"甲<text:s/> 乙", "甲  乙"},
      {"上<text:line-break/>下", "上|下"},
      {"前<text:soft-page-break/>后", "前后"},
      {"见<text:a>网站</text:a>", "见网站"},
      {"<text:ruby><text:ruby-base>汉字</text:ruby-base><text:ruby-text>hanzi</text:ruby-text></text:ruby>", "汉字"},
      {"第<text:page-number>3</text:page-number>页", "第3页"},
      {"<text:number>一、</text:number>标题", "标题"},
      {"<text:bookmark-start/>书<text:bookmark-end/>签", "书签"},
      {"甲<text:variable-set text:display=\"none\">乙</text:variable-set>丙", "甲丙"},
      {"A&amp;B&lt;C", "A&B<C"},
      {"<![CDATA[原样]]>", "原样"},
  };
  for (const Case& each : cases) {
    BOOST_TEST_CONTEXT(each.xml) { BOOST_TEST(body_of({p(each.xml)}) == each.text); }
  }
}

BOOST_AUTO_TEST_CASE(no_more_spaces_than_the_limit) {
  const Result<Document> document = read({p("甲<text:s text:c=\"2000000000\"/>乙")});
  BOOST_TEST_REQUIRE(document.has_value());
  BOOST_TEST(document->text.size() < limits::kRepeatedSpaces + 300);
}

BOOST_AUTO_TEST_CASE(headings_and_titles) {
  const Result<Document> document = read(
      {R"(<text:p text:style-name="P1">松桥镇报告</text:p><text:h text:outline-level="2">基本情况</text:h>)"
       R"(<text:h text:style-name="P1" text:outline-level="1">又一个标题</text:h><text:h text:outline-level="99">深</text:h>)"
       R"(<text:p text:style-name="C">居中</text:p>)",
       R"(<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>)"
       R"(<style:style style:name="C" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/></style:style>)",
       R"(<style:style style:name="Title" style:family="paragraph"/>)"});
  BOOST_TEST_REQUIRE(document.has_value());
  BOOST_TEST_REQUIRE(document->paragraphs.size() == 6U);
  BOOST_TEST(document->paragraphs[0].centered);
  BOOST_TEST(document->paragraphs[0].heading_level == 0);
  BOOST_TEST(document->paragraphs[1].heading_level == 2);
  BOOST_TEST(!document->paragraphs[1].centered);
  BOOST_TEST(document->paragraphs[2].heading_level == 0);
  BOOST_TEST(document->paragraphs[3].heading_level == 9);
  BOOST_TEST(document->paragraphs[4].centered);
}

BOOST_AUTO_TEST_CASE(styles_that_are_their_own_parents_end) {
  BOOST_TEST(body_of({R"(<text:p text:style-name="A">文字</text:p>)",
                      R"(<style:style style:name="A" style:family="paragraph" style:parent-style-name="B"/>)"
                      R"(<style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>)"}) == "文字");
}

BOOST_AUTO_TEST_CASE(lists_are_numbered) {
  struct Case {
    std::string_view name;
    std::string styles;
    std::string body;
    std::string_view text;
  };
  const std::string chinese = list_style("L", kChinese);
  const std::string use = R"(text:style-name="L")";
  const std::vector<Case> cases = {
      {"one level", chinese, list(use, {p("甲事"), p("乙事")}), "一、甲事|二、乙事"},
      {"levels", chinese,
       list(use, {p("甲事") + list("", {p("子事"), p("丑事") + list("", {p("细事")})}), p("乙事") + list("", {p("寅事")})}),
       "一、甲事|（一）子事|（二）丑事|1.细事|二、乙事|（一）寅事"},
      {"one number an item", chinese, list(use, {p("甲事") + p("接着说"), p("乙事")}), "一、甲事|接着说|二、乙事"},
      {"a header has none", chinese,
       R"(<text:list text:style-name="L"><text:list-header><text:p>前言</text:p></text:list-header>)"
       R"(<text:list-item><text:p>甲事</text:p></text:list-item></text:list>)",
       "前言|一、甲事"},
      {"another list begins anew", chinese, list(use, {p("甲事")}) + list(use, {p("乙事")}), "一、甲事|一、乙事"},
      {"goes on with the one before", chinese,
       list(use, {p("甲事")}) + p("中间") + list(use + R"( text:continue-numbering="true")", {p("乙事")}),
       "一、甲事|中间|二、乙事"},
      {"goes on with a named one", chinese + list_style("M", level(1, R"(style:num-format="1" style:num-suffix=".")")),
       list(use + R"( xml:id="x")", {p("甲事")}) + list(R"(text:style-name="M")", {p("别的")}) +
           list(use + R"( text:continue-list="x")", {p("乙事")}),
       "一、甲事|1.别的|二、乙事"},
      {"begins where it is told", list_style("L", level(1, R"(style:num-format="1" style:num-suffix="." text:start-value="5")")),
       list(use, {p("甲事"), p("乙事")}), "5.甲事|6.乙事"},
      {"an item's own number", chinese,
       R"(<text:list text:style-name="L"><text:list-item text:start-value="3"><text:p>甲事</text:p></text:list-item>)"
       R"(<text:list-item><text:p>乙事</text:p></text:list-item></text:list>)",
       "三、甲事|四、乙事"},
      {"several levels shown",
       list_style("L", level(1, R"(style:num-format="1")") +
                           level(2, R"(style:num-format="1" text:display-levels="2" style:num-suffix="、")")),
       list(use, {p("甲事") + list("", {p("子事"), p("丑事")})}), "1甲事|1.1、子事|1.2、丑事"},
      {"a pattern stands for prefix and suffix",
       list_style("L", level(1, R"(style:num-format="一, 二, 三, ..." style:num-suffix="X" loext:num-list-format="第%1%条")") +
                           level(2, R"(style:num-format="1" loext:num-list-format="%1%之%2%：%%9")")),
       list(use, {p("甲事") + list("", {p("子事")})}), "第一条甲事|一之1：%%9子事"},
      {"ASCII does not run together", list_style("L", level(1, R"(style:num-format="1" style:num-suffix=".")")),
       list(use, {p("5万元到位"), p("资金")}), "1. 5万元到位|2.资金"},
      {"bullets put nothing", list_style("L", R"(<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>)"),
       list(use, {p("甲事")}), "甲事"},
      {"a style that is not there puts nothing", "", list(use, {p("甲事")}), "甲事"},
      {"empty items count and show nothing", chinese, list(use, {p("甲事"), p(""), p("丙事")}), "一、甲事|三、丙事"},
      {"the paragraph's style names the list",
       chinese + R"(<style:style style:name="P" style:family="paragraph" style:list-style-name="L"/>)",
       list("", {R"(<text:p text:style-name="P">甲事</text:p>)"}), "一、甲事"},
      {"an item of another style", chinese + list_style("M", level(1, R"x(style:num-format="A" style:num-suffix=")")x")),
       R"(<text:list text:style-name="L"><text:list-item><text:p>甲事</text:p></text:list-item>)"
       R"(<text:list-item text:style-override="M"><text:p>乙事</text:p></text:list-item></text:list>)",
       "一、甲事|B)乙事"},
      {"numbered paragraphs", chinese,
       R"(<text:numbered-paragraph text:list-id="x" text:style-name="L"><text:p>甲事</text:p></text:numbered-paragraph>)"
       R"(<text:numbered-paragraph text:list-id="x" text:style-name="L" text:level="2"><text:p>子事</text:p></text:numbered-paragraph>)"
       R"(<text:numbered-paragraph text:list-id="x" text:style-name="L"><text:p>乙事</text:p></text:numbered-paragraph>)",
       "一、甲事|（一）子事|二、乙事"},
  };
  for (const Case& each : cases) {
    BOOST_TEST_CONTEXT(each.name) { BOOST_TEST(body_of({each.body, each.styles}) == each.text); }
  }
}

BOOST_AUTO_TEST_CASE(headings_are_numbered_by_the_outline_style) {
  const std::string outline =
      R"(<text:outline-style style:name="Outline">)"
      R"(<text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>)"
      R"(<text:outline-level-style text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"/>)"
      R"(</text:outline-style>)"
      R"(<style:style style:name="Bare" style:family="paragraph" style:list-style-name=""/>)";
  BOOST_TEST(body_of({R"(<text:h text:outline-level="1">举措</text:h><text:h text:outline-level="2">学习</text:h>)"
                      R"(<text:h text:outline-level="2">普法</text:h><text:h text:style-name="Bare" text:outline-level="1">不编号</text:h>)"
                      R"(<text:h text:is-list-header="true" text:outline-level="1">也不编号</text:h>)"
                      R"(<text:list text:style-name="Outline"><text:list-item><text:h text:outline-level="1">不足</text:h></text:list-item></text:list>)"
                      R"(<text:h text:restart-numbering="true" text:start-value="7" text:outline-level="1">安排</text:h>)",
                      "", outline}) ==
             "一、举措|（一）学习|（二）普法|不编号|也不编号|二、不足|七、安排");
}

BOOST_AUTO_TEST_CASE(labels_are_cut_at_their_limit) {
  const std::string longest(limits::kListLabelBytes * 4, '#');
  const std::string styles = list_style("L", level(1, "style:num-format=\"1\" style:num-suffix=\"" + longest + "\""));
  const std::string text = body_of({list(R"(text:style-name="L")", {p("甲事")}), styles});
  BOOST_TEST(text.size() < limits::kListLabelBytes + 20);
  BOOST_TEST(text.ends_with("甲事"));
}

BOOST_AUTO_TEST_CASE(tables_are_read_by_rows) {
  const Result<Document> document =
      read({"<table:table><table:table-header-rows><table:table-row><table:table-cell>" + p("事项") +
            "</table:table-cell><table:table-cell>" + p("数量") +
            "</table:table-cell></table:table-row></table:table-header-rows><table:table-rows><table:table-row>"
            "<table:table-cell>" + p("排查") + p("纠纷") + "</table:table-cell><table:covered-table-cell>" + p("遮住") +
            "</table:covered-table-cell><table:table-cell><table:table><table:table-row><table:table-cell>" + p("118件") +
            "</table:table-cell></table:table-row></table:table></table:table-cell></table:table-row></table:table-rows></table:table>"});
  BOOST_TEST_REQUIRE(document.has_value());
  BOOST_TEST(joined(texts(*document)) == "事项|数量|排查|纠纷|118件");
  for (std::size_t index = 0; index < 5; ++index) BOOST_TEST(document->paragraphs[index].in_table);
  BOOST_TEST(!document->paragraphs[5].in_table);
}

BOOST_AUTO_TEST_CASE(repeated_cells_are_few_at_most) {
  const auto table = [](std::string_view times) {
    const std::string repeated(times);
    return "<table:table><table:table-row table:number-rows-repeated=\"" + repeated +
           "\"><table:table-cell table:number-columns-repeated=\"" + repeated + "\">" + p("格") +
           "</table:table-cell></table:table-row></table:table>";
  };
  BOOST_TEST(body_of({table("2")}) == "格|格|格|格");
  const Result<Document> many = read({table("1000000")});
  BOOST_TEST_REQUIRE(many.has_value());
  BOOST_TEST(many->paragraphs.size() > 100U);
  BOOST_TEST(many->paragraphs.size() <= 2 * limits::kRepeatedCells + 2);
}

BOOST_AUTO_TEST_CASE(frames_are_read_once_where_they_are_anchored) {
  const std::string frame = "<draw:frame><draw:text-box>" + p("框里") + "</draw:text-box></draw:frame>";
  struct Case {
    std::string body;
    std::string_view text;
  };
  const std::vector<Case> cases = {
      {p(frame), "框里"},
      {p(frame + "段落"), "框里|段落"},
      {p("段落" + frame + "接着"), "段落接着|框里"},
      {frame + p("段落"), "框里|段落"},
      {p("段落<draw:g><draw:custom-shape>" + p("形状") + "</draw:custom-shape></draw:g>"), "段落|形状"},
      {p("<draw:a>" + frame + "</draw:a>段落"), "框里|段落"},
      {p("<draw:frame><draw:object><office:text>" + p("嵌入") + "</office:text></draw:object><svg:title>图</svg:title></draw:frame>段落"),
       "段落"},
  };
  for (const Case& each : cases) {
    BOOST_TEST_CONTEXT(each.body) { BOOST_TEST(body_of({each.body}) == each.text); }
  }
}

BOOST_AUTO_TEST_CASE(what_is_not_the_reports_own_text_is_left_out_with_a_note) {
  const Result<Document> document =
      read({"<text:tracked-changes><text:changed-region><text:deletion>" + p("已删去") +
                "</text:deletion></text:changed-region></text:tracked-changes>" +
                p("正文<office:annotation>" + p("批注") + "</office:annotation><text:change/>"
                  "<text:note><text:note-citation>1</text:note-citation><text:note-body>" + p("脚注") +
                  "</text:note-body></text:note>结束") +
                p("看得见<text:span text:style-name=\"H\">看不见<text:span text:style-name=\"V\">又看得见</text:span></text:span>") +
                R"(<text:p text:style-name="HP">整段隐藏</text:p>)" +
                p("<text:hidden-paragraph text:is-hidden=\"true\"/>条件隐藏") +
                p("留<text:hidden-text text:is-hidden=\"true\">藏</text:hidden-text>") +
                R"(<text:section text:display="none">)" + p("节") + "</text:section>" +
                "<text:table-of-content><text:table-of-content-source><text:index-title-template>目</text:index-title-template>"
                "</text:table-of-content-source><text:index-body>" + p("一、举措<text:tab/>1") + "</text:index-body></text:table-of-content>",
            R"(<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>)"
            R"(<style:style style:name="V" style:family="text"><style:text-properties text:display="true"/></style:style>)"
            R"(<style:style style:name="HP" style:family="paragraph"><style:text-properties text:display="none"/></style:style>)"});
  BOOST_TEST_REQUIRE(document.has_value());
  BOOST_TEST(joined(texts(*document)) == "正文结束|看得见又看得见|留");
  BOOST_TEST(joined(texts(*document, true)) == "脚注|一、举措\t1");
  BOOST_TEST(has_note(*document, MessageId::document_revisions_accepted, "1"));
  BOOST_TEST(has_note(*document, MessageId::document_comments_left_out, "1"));
  BOOST_TEST(has_note(*document, MessageId::document_footnotes_left_out, "1"));
  BOOST_TEST(has_note(*document, MessageId::document_hidden_left_out, "5"));
}

BOOST_AUTO_TEST_CASE(heads_and_feet_of_pages_are_furniture_each_once) {
  const Result<Document> document =
      read({"", "", "",
            R"(<style:master-page><style:header><text:p>页眉</text:p></style:header><style:footer><text:p>页脚</text:p></style:footer></style:master-page>)"
            R"(<style:master-page><style:header><text:p>页眉</text:p></style:header><style:footer-left style:display="false"><text:p>无</text:p></style:footer-left></style:master-page>)"});
  BOOST_TEST_REQUIRE(document.has_value());
  BOOST_TEST(joined(texts(*document)) == "");
  BOOST_TEST(joined(texts(*document, true)) == "页眉|页脚");
}

BOOST_AUTO_TEST_CASE(metadata_is_that_of_the_file) {
  Parts parts = parts_of({});
  parts.emplace_back("meta.xml", root("document-meta", element("meta", "<dc:title>情况报告</dc:title><dc:creator>张三</dc:creator>")));
  const Result<Document> document = read_odt(package_of(parts), "a.odt");
  BOOST_TEST_REQUIRE(document.has_value());
  BOOST_TEST(document->format == "odt");
  BOOST_TEST_REQUIRE(document->metadata.size() == 2U);
  BOOST_TEST((document->metadata[0] == Metadata{MetadataKey::title, "情况报告"}));
  BOOST_TEST((document->metadata[1] == Metadata{MetadataKey::author, "张三"}));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_an_error) {
  const auto code = [](const Parts& parts) {
    const Result<Document> document = read_odt(package_of(parts), "a.odt");
    return document ? std::string("read") : std::string(code_of(document.error().id));
  };
  Parts encrypted = parts_of({});
  encrypted.emplace_back("META-INF/manifest.xml",
                         R"(<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml">)"
                         R"(<manifest:encryption-data/></manifest:file-entry></manifest:manifest>)");
  BOOST_TEST(code(encrypted) == "input.encrypted");
  BOOST_TEST(code({{"mimetype", "x"}}) == "input.damaged");
  BOOST_TEST(code({{"content.xml", "<office:document-content><office:body>"}}) == "input.damaged");
  BOOST_TEST(code({{"content.xml", root("document-content", element("body", "<office:spreadsheet/>"))}}) == "input.damaged");
  Parts bad_styles = parts_of({});
  bad_styles[2].second = "<broken";
  BOOST_TEST(code(bad_styles) == "input.damaged");
  Parts without_styles = parts_of({});
  without_styles.pop_back();
  BOOST_TEST(code(without_styles) == "read");
  BOOST_TEST(code({{"content.xml", root("document-content", element("body", element("text", p(""))))}}) == "input.without-text");
  std::string deep;
  for (std::size_t depth = 0; depth <= limits::kMarkupDepth; ++depth) deep += "<text:span>";
  for (std::size_t depth = 0; depth <= limits::kMarkupDepth; ++depth) deep += "</text:span>";
  BOOST_TEST(code(parts_of({p(deep)})) == "input.nested-too-deep");
  const std::string whole = package_of(parts_of({}));
  const Result<Document> cut = read_odt(std::string_view(whole).substr(0, whole.size() / 2), "a.odt");
  BOOST_TEST_REQUIRE(!cut.has_value());
  BOOST_TEST(code_of(cut.error().id) == "input.damaged");
}

BOOST_AUTO_TEST_CASE(a_file_as_a_word_processor_writes_it) {
  const std::string bytes = bytes_of("odt/numbered-lists-table-text-box-tracked-changes.odt");
  const Result<Document> document = read_odt(bytes, "报告.odt");
  BOOST_TEST_REQUIRE(document.has_value());
  BOOST_TEST(joined(texts(*document)) ==
             "松政发〔2025〕3号|松桥镇2024年度法治政府建设情况报告|云岭县人民政府：|"
             "2024年，松桥镇坚持以习近平法治思想为指导，扎实推进法治政府建设，现将有关情况报告如下。|"
             "一、主要举措和成效|（一）抓好学习培训|"
             "镇党委理论学习中心组集体学法6次，举办行政执法人员培训班2期。|（二）化解矛盾纠纷|"
             "全年排查矛盾纠纷118件，化解116件，化解率98.3%。|"
             "1.健全村级调解组织，14个村全部设立人民调解委员会。|1.1.配备专职调解员14名。|1.2.开展业务培训3次。|①上半年1次。|②下半年2次。|"
             "2.落实领导接访制度，接待来访群众57人次。|推行一村一法律顾问，出具法律意见9条。|3.办理行政复议案件0件。|"
             "甲、法治宣传活动12场。|乙、发放宣传材料3000份。|"
             "事项|数量|排查|矛盾纠纷|118件|化解|矛盾纠纷|116件|行政执法人员持证上岗率100%，全年作出行政处罚8件。|"
             "二、存在的不足和原因|执法力量不足，专业人员缺乏。|三、2025年工作安排|"
             "继续加强法治宣传教育，推进综合行政执法改革。|松桥镇人民政府|2025年1月15日");
  BOOST_TEST(joined(texts(*document, true)) == "持证人数以县司法局核发为准。|松桥镇人民政府文件|第2页");
  BOOST_TEST(has_note(*document, MessageId::document_revisions_accepted, "2"));
  BOOST_TEST(has_note(*document, MessageId::document_comments_left_out, "1"));
  BOOST_TEST(has_note(*document, MessageId::document_hidden_left_out, "1"));
  BOOST_TEST(document->paragraphs[1].centered);
  BOOST_TEST(document->paragraphs[4].heading_level == 1);
  BOOST_TEST(document->paragraphs[5].heading_level == 2);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
