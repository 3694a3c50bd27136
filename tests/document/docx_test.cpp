#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "document/docx_fixture.hpp"
#include "document/office/docx.hpp"

namespace fazhi {
namespace {

using namespace docx_fixture;

Document read(const Docx& docx) {
  Result<Document> document = read_docx(docx.bytes(), "报告.docx");
  BOOST_REQUIRE_MESSAGE(document.has_value(), (document.has_value() ? std::string() : render(document.error(), Language::en)));
  return std::move(*document);
}

Texts read_body(const std::string& body) { return texts_of(read({.body = body})); }

struct Case {
  const char* name;
  std::string body;
  Texts expected;
};

void check(const std::vector<Case>& cases) {
  for (const Case& each : cases) {
    BOOST_TEST_CONTEXT(each.name) {
      BOOST_TEST(read_body(each.body) == each.expected, boost::test_tools::per_element());
    }
  }
}

std::string field(std::string_view instruction, std::string_view result) {
  return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" + std::string(instruction) +
         "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + std::string(result) +
         "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
}

std::string text_box(std::string_view inside) {
  return "<w:drawing><wps:wsp><wps:txbx><w:txbxContent>" + std::string(inside) +
         "</w:txbxContent></wps:txbx></wps:wsp></w:drawing>";
}

std::string old_text_box(std::string_view inside) {
  return "<w:pict><v:shape><v:textbox><w:txbxContent>" + std::string(inside) + "</w:txbxContent></v:textbox></v:shape></w:pict>";
}

std::string cell(std::string_view inside, std::string_view properties = {}) {
  return "<w:tc><w:tcPr>" + std::string(properties) + "</w:tcPr>" + std::string(inside) + "</w:tc>";
}

std::string row(std::string_view cells) { return "<w:tr>" + std::string(cells) + "</w:tr>"; }
std::string table(std::string_view rows) { return "<w:tbl><w:tblPr/>" + std::string(rows) + "</w:tbl>"; }

std::size_t count_of(const Document& document, MessageId id) {
  for (const Message& each : document.notes) {
    if (each.id == id) return std::stoul(each.arguments.at(1));
  }
  return 0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(docx)

BOOST_AUTO_TEST_CASE(characters_of_a_paragraph) {
  check({
      {"runs", paragraph(run("一、主要") + run("举措和成效")), {"一、主要举措和成效"}},
      {"tab and hyphens", paragraph("<w:r><w:t>甲</w:t><w:tab/><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/><w:t>C</w:t></w:r>"),
       {"甲\tA-BC"}},
      {"breaks", paragraph("<w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t><w:cr/><w:t>第三行</w:t><w:br w:type=\"page\"/><w:t>第四行</w:t></w:r>"),
       {"第一行", "第二行", "第三行", "第四行"}},
      {"white space that is not kept", paragraph("<w:r><w:t>\n   排查纠纷\n 12起 </w:t></w:r>" + run(" 全部")), {"排查纠纷  12起 全部"}},
      {"symbols", paragraph("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>是</w:t><w:sym w:font=\"Wingdings\" w:char=\"F081\"/>"
                            "<w:sym w:font=\"Webdings\" w:char=\"F061\"/><w:sym w:font=\"宋体\" w:char=\"2460\"/></w:r>"),
       {"☑是①①"}},
      {"ruby", paragraph("<w:r><w:ruby><w:rubyPr/><w:rt>" + run("fǎ") + "</w:rt><w:rubyBase>" + run("法") + "</w:rubyBase></w:ruby></w:r>" + run("治")),
       {"法治"}},
      {"wrappers", paragraph("<w:hyperlink>" + run("甲") + "</w:hyperlink><w:smartTag><w:smartTagPr/>" + run("乙") +
                             "</w:smartTag><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + run("丙") + "</w:sdtContent></w:sdt><w:bdo>" +
                             run("丁") + "</w:bdo><w:customXml>" + run("戊") + "</w:customXml>"),
       {"甲乙丙丁戊"}},
      {"formula", paragraph(run("化解率") + "<m:oMath><m:r><m:rPr/><m:t>98%</m:t></m:r></m:oMath>"), {"化解率98%"}},
      {"content control around blocks", "<w:sdt><w:sdtContent>" + text("一段") + table(row(cell(text("一格")))) + "</w:sdtContent></w:sdt>",
       {"一段", "一格"}},
      {"dropped initial", paragraph(run("法"), "<w:framePr w:dropCap=\"drop\"/>") + text("治政府建设"), {"法治政府建设"}},
      {"bytes that are no text", text("排查\xFF\xE4纠纷"), {"排查纠纷"}},
  });
}

BOOST_AUTO_TEST_CASE(results_of_fields_are_text) {
  check({
      {"complex field", paragraph(run("共") + field(" =SUM(A1:A2) ", run("12")) + run("起")), {"共12起"}},
      {"simple field", paragraph(run("共") + "<w:fldSimple w:instr=\" NUMPAGES \">" + run("9") + "</w:fldSimple>" + run("页")), {"共9页"}},
      {"field in a result", paragraph(field("HYPERLINK", run("见") + field("REF a", run("第二节")))), {"见第二节"}},
      {"field in an instruction", paragraph(run("甲") + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>" +
                                            field("MERGEFIELD x", run("不显示")) +
                                            "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("乙") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"),
       {"甲乙"}},
      {"over paragraphs", paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>QUOTE</w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("前")) +
                              paragraph(run("后") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"),
       {"前", "后"}},
      {"no end", paragraph(run("甲") + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + run("乙")) + text("丙"), {"甲乙", "丙"}},
      {"ends without a beginning", paragraph("<w:r><w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("甲")), {"甲"}},
      {"enclosed number", paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>eq \\o\\ac(○,3)</w:instrText><w:fldChar w:fldCharType=\"end\"/></w:r>" + run("普法")),
       {"③普法"}},
  });
}

BOOST_AUTO_TEST_CASE(tables_are_read_cell_by_cell) {
  check({
      {"rows", table(row(cell(text("单位")) + cell(text("件数"))) + row(cell(text("甲村")) + cell(text("3")))), {"单位", "件数", "甲村", "3"}},
      {"nested", table(row(cell(text("外") + table(row(cell(text("内")))) + text("后")))), {"外", "内", "后"}},
      {"merged down", table(row(cell(text("并"), "<w:vMerge w:val=\"restart\"/>") + cell(text("一"))) +
                            row(cell(text("旧"), "<w:vMerge/>") + cell(text("二"))) + row(cell(text("旧"), "<w:vMerge w:val=\"continue\"/>") + cell(text("三")))),
       {"并", "一", "二", "三"}},
      {"row in a content control", table("<w:sdt><w:sdtContent>" + row(cell(text("甲"))) + "</w:sdtContent></w:sdt>"), {"甲"}},
      {"deleted row", table("<w:tr><w:trPr><w:del/></w:trPr>" + cell(text("旧")) + "</w:tr>" + row(cell(text("新")))), {"新"}},
  });
}

BOOST_AUTO_TEST_CASE(a_table_that_lays_out_a_page_holds_running_text) {
  std::string page;
  for (const char* each : {"一、", "二、", "三、", "四、", "五、"}) page += text(each + std::string("本部分的文字"));
  const Document document = read({.body = table(row(cell(page))) + table(row(cell(text("件数"))))});
  BOOST_TEST_REQUIRE(document.paragraphs.size() == 7U);
  BOOST_TEST(!document.paragraphs[0].in_table);
  BOOST_TEST(!document.paragraphs[4].in_table);
  BOOST_TEST(document.paragraphs[5].in_table);
  BOOST_TEST(!document.paragraphs[6].in_table);
}

BOOST_AUTO_TEST_CASE(text_boxes_stand_once_behind_their_paragraph) {
  const std::string both = "<mc:AlternateContent><mc:Choice Requires=\"wps\">" + text_box(text("框内")) + "</mc:Choice><mc:Fallback>" +
                           old_text_box(text("框内")) + "</mc:Fallback></mc:AlternateContent>";
  const std::string unknown = "<mc:AlternateContent><mc:Choice Requires=\"xyz\"><xyz/></mc:Choice><mc:Fallback>" + old_text_box(text("框内")) +
                              "</mc:Fallback></mc:AlternateContent>";
  check({
      {"alternatives", paragraph(run("前") + "<w:r>" + both + "</w:r>" + run("后")) + text("下段"), {"前后", "框内", "下段"}},
      {"unknown choice", paragraph("<w:r>" + unknown + "</w:r>" + run("段")), {"段", "框内"}},
      {"old", paragraph("<w:r>" + old_text_box(text("甲") + text("乙")) + "</w:r>" + run("段")), {"段", "甲", "乙"}},
      {"box in a box", paragraph("<w:r>" + text_box(paragraph(run("外") + "<w:r>" + text_box(text("内")) + "</w:r>")) + "</w:r>"), {"外", "内"}},
      {"field around a box", paragraph(run("甲") + "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>QUOTE</w:instrText></w:r><w:r>" +
                                       text_box(text("框")) + "</w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("乙") +
                                       "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"),
       {"甲乙", "框"}},
  });
}

BOOST_AUTO_TEST_CASE(tracked_changes_are_read_as_accepted) {
  const std::string deleted = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>";
  const std::string mark_deleted = "<w:rPr><w:del/></w:rPr>";
  check({
      {"inserted and deleted", paragraph(run("甲") + "<w:ins>" + run("乙") + "</w:ins>" + deleted + run("丙")), {"甲乙丙"}},
      {"moved", paragraph("<w:moveFrom>" + run("旧处") + "</w:moveFrom>" + run("甲")) + paragraph("<w:moveTo>" + run("新处") + "</w:moveTo>"), {"甲", "新处"}},
      {"mark deleted", text("前半", mark_deleted) + text("后半"), {"前半后半"}},
      {"two marks deleted", text("一", mark_deleted) + text("二", mark_deleted) + text("三"), {"一二三"}},
      {"all deleted", text("甲") + paragraph(deleted, mark_deleted) + text("乙"), {"甲", "乙"}},
      {"mark deleted at the end of a cell", table(row(cell(text("甲", mark_deleted)) + cell(text("乙")))), {"甲", "乙"}},
      {"deleted, then inserted mark", text("甲", "<w:rPr><w:ins/></w:rPr>") + text("乙"), {"甲", "乙"}},
      {"former properties", paragraph(run("甲"), "<w:pPrChange><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange>"), {"甲"}},
  });
  const Document document = read({.body = paragraph("<w:ins>" + run("乙") + "</w:ins>" + deleted) + text("丙")});
  BOOST_TEST(count_of(document, MessageId::document_revisions_accepted) == 2U);
  BOOST_TEST(read({.body = text("丙")}).notes.empty());
}

BOOST_AUTO_TEST_CASE(hidden_text_is_left_out) {
  const std::string styles = "<w:style w:type=\"character\" w:styleId=\"h\"><w:name w:val=\"藏\"/><w:rPr><w:vanish/></w:rPr></w:style>"
                             "<w:style w:type=\"character\" w:styleId=\"k\"><w:basedOn w:val=\"h\"/></w:style>"
                             "<w:style w:type=\"paragraph\" w:styleId=\"p\"><w:name w:val=\"藏段\"/><w:rPr><w:vanish/></w:rPr></w:style>";
  const std::string body = paragraph(run("甲") + run("藏", "<w:vanish/>") + run("藏", "<w:vanish w:val=\"true\"/>") + run("乙", "<w:vanish w:val=\"0\"/>") +
                                     run("藏", "<w:rStyle w:val=\"k\"/>") + run("网", "<w:webHidden/>")) +
                           text("藏段", "<w:pStyle w:val=\"p\"/>") + paragraph(run("丙", "<w:vanish w:val=\"0\"/>"), "<w:pStyle w:val=\"p\"/>");
  const Document document = read({.body = body, .styles = styles});
  BOOST_TEST(texts_of(document) == (Texts{"甲乙网", "丙"}), boost::test_tools::per_element());
  BOOST_TEST(count_of(document, MessageId::document_hidden_left_out) == 3U);
}

BOOST_AUTO_TEST_CASE(comments_are_left_out_and_counted) {
  const Document document = read({.body = paragraph("<w:commentRangeStart w:id=\"0\"/>" + run("甲") + "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>")});
  BOOST_TEST(texts_of(document) == Texts{"甲"}, boost::test_tools::per_element());
  BOOST_TEST(count_of(document, MessageId::document_comments_left_out) == 1U);
}

BOOST_AUTO_TEST_CASE(what_is_taken_in_from_other_files_is_told) {
  const Docx docx{.body = text("前") + "<w:altChunk r:id=\"a\"/>" + text("后") + "<w:altChunk r:id=\"b\"/><w:altChunk r:id=\"c\"/>",
                  .more_relationships = relationship("a", "aFChunk", "a.txt") + relationship("b", "aFChunk", "b.docx"),
                  .more_parts = {{"word/a.txt", std::string(kFiller) + "嵌入的文字。"}, {"word/b.docx", Docx{.body = text("内")}.bytes()}}};
  const Document document = read(docx);
  BOOST_TEST(texts_of(document) == (Texts{"前", std::string(kFiller) + "嵌入的文字。", "后"}), boost::test_tools::per_element());
  BOOST_TEST(count_of(document, MessageId::document_files_left_out) == 2U);
}

BOOST_AUTO_TEST_CASE(headers_and_notes_are_furniture) {
  const std::string references = "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"header1\"/><w:headerReference w:type=\"default\" r:id=\"header1\"/>"
                                 "<w:footerReference r:id=\"other\"/></w:sectPr>";
  const Document document = read({
      .body = paragraph(run("正文") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r>", references),
      .footnotes = "<w:footnote w:type=\"separator\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id=\"1\">" + text("据镇司法所统计。") + "</w:footnote>",
      .header = text("内部资料") + text("内部资料"),
      .more_relationships = relationship("other", "footer", "footer1.xml"),
      .more_parts = {{"word/footer1.xml", part("ftr", text("内部资料") + text("第1页"))}},
  });
  BOOST_TEST(texts_of(document) == (Texts{"正文", "~据镇司法所统计。", "~内部资料", "~第1页"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_table_of_contents_is_furniture) {
  const std::string styles = "<w:style w:type=\"paragraph\" w:styleId=\"11\"><w:name w:val=\"toc 1\"/></w:style>";
  const std::string begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> TOC \\o </w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:r>";
  const std::string entry = "<w:r><w:t>一、举措</w:t><w:tab/><w:t>1</w:t></w:r>";
  const Document document = read({.body = paragraph(begin + entry) + paragraph(entry, "<w:pStyle w:val=\"11\"/>") +
                                          text("域没有结束，正文照样要读。"),
                                  .styles = styles});
  BOOST_TEST(texts_of(document) == (Texts{"域没有结束，正文照样要读。", "~一、举措\t1", "~一、举措\t1"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(headings_by_style_and_outline) {
  const std::string styles =
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"a\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:name w:val=\"二级\"/><w:basedOn w:val=\"1\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"c\"><w:name w:val=\"二级下\"/><w:basedOn w:val=\"b\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"d\"><w:name w:val=\"标题 3\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"t\"><w:name w:val=\"Title\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"m\"><w:name w:val=\"居中\"/><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"x\"><w:basedOn w:val=\"y\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"y\"><w:basedOn w:val=\"x\"/></w:style>";
  struct Line {
    const char* properties;
    int level;
    bool centered;
  };
  const std::vector<Line> lines{{"", 0, false},
                                {"<w:pStyle w:val=\"1\"/>", 1, false},
                                {"<w:pStyle w:val=\"b\"/>", 2, false},
                                {"<w:pStyle w:val=\"c\"/>", 2, false},
                                {"<w:pStyle w:val=\"d\"/>", 3, false},
                                {"<w:pStyle w:val=\"t\"/>", 0, true},
                                {"<w:pStyle w:val=\"m\"/>", 0, true},
                                {"<w:pStyle w:val=\"m\"/><w:jc w:val=\"both\"/>", 0, false},
                                {"<w:jc w:val=\"center\"/><w:outlineLvl w:val=\"3\"/>", 4, true},
                                {"<w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"9\"/>", 0, false},
                                {"<w:pStyle w:val=\"x\"/>", 0, false},
                                {"<w:pStyle w:val=\"none\"/><w:outlineLvl w:val=\"-1\"/>", 0, false}};
  std::string body;
  for (const Line& each : lines) body += text("依法行政", each.properties);
  const Document document = read({.body = body, .styles = styles});
  BOOST_TEST_REQUIRE(document.paragraphs.size() == lines.size() + 1);
  for (std::size_t index = 0; index < lines.size(); ++index) {
    BOOST_TEST_CONTEXT(lines[index].properties) {
      BOOST_TEST(document.paragraphs[index].heading_level == lines[index].level);
      BOOST_TEST(document.paragraphs[index].centered == lines[index].centered);
    }
  }
}

BOOST_AUTO_TEST_CASE(what_the_file_says_of_itself) {
  const Document document = read({.body = text("甲"), .more_parts = {}});
  BOOST_TEST(document.metadata.empty());
  Parts parts = Docx{.body = text("甲")}.parts();
  parts[0].second = relationships(relationship("m", "officeDocument", "word/document.xml") + relationship("c", "metadata/core-properties", "docProps/core.xml"));
  parts.emplace_back("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"urn:cp\" xmlns:dc=\"urn:dc\"><dc:title>年度报告</dc:title><dc:creator>王某</dc:creator></cp:coreProperties>");
  const Result<Document> with = read_docx(package_of(parts), "报告.docx");
  BOOST_REQUIRE(with.has_value());
  BOOST_TEST((with->metadata == std::vector<Metadata>{{MetadataKey::title, "年度报告"}, {MetadataKey::author, "王某"}}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
