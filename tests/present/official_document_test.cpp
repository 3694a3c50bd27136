#include "present/official_document.hpp"

#include <boost/test/unit_test.hpp>
#include <pugixml.hpp>
#include <string>

#include "document_file.hpp"

namespace fazhi {
namespace {

using Kind = DocumentText::Kind;

OfficialDocument sample(const std::string& text) {
  OfficialDocument document;
  document.title = "关于" + text + "的|通知";
  document.addressee = text + "：";
  document.blocks = {DocumentText{Kind::heading1, "一、" + text}, DocumentText{Kind::heading2, "（一）" + text},
                     DocumentText{Kind::heading3, "1." + text},   DocumentText{Kind::heading4, "（1）" + text},
                     DocumentText{Kind::paragraph, text, "（一）头。"}, DocumentText{Kind::quote, text},
                     DocumentText{Kind::caption, text}};
  DocumentTable table;
  table.columns = {{text, 60, true}, {"二", 96}};
  table.rows = {{{text, text + "\n第二行"}}, {{text}, true}};
  document.blocks.emplace_back(table);
  document.attachments = {{text, {table}, true}, {"其二", {DocumentText{Kind::paragraph, text}}, false}};
  document.issuer = text;
  document.date = "2025-04-10";
  return document;
}

std::string bytes_of(const OfficialDocument& document) {
  const Result<std::string> bytes = official_document(document);
  BOOST_REQUIRE(bytes);
  return *bytes;
}

pugi::xml_document part_of(const std::string& bytes, const std::string& name) {
  pugi::xml_document document;
  const std::string xml = test::parts_of(bytes)[name];
  BOOST_REQUIRE_MESSAGE(document.load_buffer(xml.data(), xml.size()), name);
  return document;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(official_document_file)

BOOST_AUTO_TEST_CASE(every_part_is_xml_and_the_same_document_gives_the_same_bytes) {
  const std::string bytes = bytes_of(sample("云岫县"));
  for (const auto& [name, xml] : test::parts_of(bytes)) {
    pugi::xml_document document;
    BOOST_TEST(static_cast<bool>(document.load_buffer(xml.data(), xml.size())), name);
  }
  BOOST_TEST(bytes == bytes_of(sample("云岫县")));
  const std::string core = test::parts_of(bytes)["docProps/core.xml"];
  BOOST_TEST(core.find("<dc:title>关于云岫县的通知</dc:title><dc:creator>云岫县</dc:creator>") != std::string::npos);
  BOOST_TEST(core.find("2025-04-10T00:00:00Z") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_run_names_its_font_for_all_scripts) {
  const std::string bytes = bytes_of(sample("他说：“走‘实’”——又……"));
  for (const std::string part : {"word/document.xml", "word/footer1.xml", "word/footer2.xml"}) {
    const pugi::xml_document document = part_of(bytes, part);
    const auto runs = document.select_nodes("//w:r");
    BOOST_TEST(!runs.empty());
    for (const pugi::xpath_node& run : runs) {
      const pugi::xml_node fonts = run.node().child("w:rPr").child("w:rFonts");
      const std::string font = fonts.attribute("w:eastAsia").value();
      BOOST_TEST(!font.empty());
      for (const char* script : {"w:ascii", "w:hAnsi", "w:cs"}) BOOST_TEST(fonts.attribute(script).value() == font);
      BOOST_TEST(fonts.attribute("w:hint").value() == std::string("eastAsia"));
      BOOST_TEST(!fonts.attribute("w:asciiTheme"));
    }
  }
  BOOST_TEST(!test::parts_of(bytes).contains("word/theme/theme1.xml"));
  const pugi::xml_document document = part_of(bytes, "word/document.xml");
  const auto body = document.select_node("//w:p[w:pPr/w:pStyle/@w:val='BodyText']/w:r[w:t='他说：“走‘实’”——又……']");
  BOOST_TEST(body.node().child("w:rPr").child("w:rFonts").attribute("w:eastAsia").value() == std::string("仿宋_GB2312"));
}

BOOST_AUTO_TEST_CASE(the_page_has_the_margins_and_the_grid_of_the_standard) {
  const pugi::xml_document document = part_of(bytes_of(sample("云岫县")), "word/document.xml");
  const auto sections = document.select_nodes("//w:sectPr");
  BOOST_REQUIRE(sections.size() == 3U);
  const pugi::xml_node first = sections[0].node();
  BOOST_TEST(first.child("w:pgSz").attribute("w:w").as_int() == 11906);
  BOOST_TEST(first.child("w:pgMar").attribute("w:top").as_int() == 2098);
  BOOST_TEST(first.child("w:pgMar").attribute("w:bottom").as_int() == 1984);
  BOOST_TEST(first.child("w:docGrid").attribute("w:type").value() == std::string("linesAndChars"));
  BOOST_TEST(first.child("w:docGrid").attribute("w:linePitch").as_int() == 579);
  BOOST_TEST(sections[1].node().child("w:pgSz").attribute("w:orient").value() == std::string("landscape"));
  BOOST_TEST(!sections[2].node().child("w:pgSz").attribute("w:orient"));
  BOOST_TEST(document.select_nodes("//w:tbl").size() == 2U);
  BOOST_TEST(document.select_nodes("//w:tr[w:trPr/w:tblHeader and w:trPr/w:cantSplit]").size() == 2U);
  BOOST_TEST(document.select_nodes("//w:tc//w:p[not(w:pPr/w:snapToGrid/@w:val='0')]").empty());
}

BOOST_AUTO_TEST_CASE(only_a_row_that_may_fill_half_a_page_is_split) {
  OfficialDocument document = sample("云岫县");
  DocumentTable table;
  table.columns = {{"一", 156}};
  std::string high;
  for (int line = 0; line < 30; ++line) high += "行\n";
  table.rows = {{{"低"}}, {{high}}};
  document.blocks = {table};
  document.attachments.clear();
  const pugi::xml_document xml = part_of(bytes_of(document), "word/document.xml");
  BOOST_TEST(xml.select_nodes("//w:tr").size() == 3U);
  BOOST_TEST(xml.select_nodes("//w:tr[w:trPr/w:cantSplit]").size() == 2U);
}

BOOST_AUTO_TEST_CASE(hostile_text_stays_text) {
  const std::string hostile = "<w:p/>]]>&amp;\"'\x01\x1b[31m\xE2\x80\xAE" "abc\xFF\xFE{unit}\xEF\xBF\xBF=cmd|' /C calc'!A0\r\n第二";
  const std::string bytes = bytes_of(sample(hostile));
  for (const auto& [name, xml] : test::parts_of(bytes)) {
    pugi::xml_document document;
    BOOST_TEST(static_cast<bool>(document.load_buffer(xml.data(), xml.size())), name);
    for (const std::string_view never : {"\x01", "\x1b", "\xE2\x80\xAE", "\xFF", "\xEF\xBF\xBF", "<w:p/>"}) {
      BOOST_TEST(xml.find(never) == std::string::npos, name);
    }
  }
  const std::vector<std::string> paragraphs = test::paragraphs_of(bytes);
  const auto found = std::find_if(paragraphs.begin(), paragraphs.end(),
                                  [](const std::string& each) { return each.starts_with("<w:p/>]]>&amp;\"'"); });
  BOOST_TEST((found != paragraphs.end()));
}

BOOST_AUTO_TEST_CASE(attachments_are_noted_and_marked) {
  const std::vector<std::string> many = test::paragraphs_of(bytes_of(sample("云岫县")));
  const auto has = [](const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  };
  BOOST_TEST(has(many, "附件：1.云岫县"));
  BOOST_TEST(has(many, "2.其二"));
  BOOST_TEST(has(many, "附件2"));
  OfficialDocument document = sample("云岫县");
  document.attachments.pop_back();
  const std::vector<std::string> one = test::paragraphs_of(bytes_of(document));
  BOOST_TEST(has(one, "附件：云岫县"));
  BOOST_TEST(has(one, "附件"));
  BOOST_TEST(has(one, "2025年4月10日"));
}

BOOST_AUTO_TEST_CASE(dates_and_ordinals_are_written_as_the_standard_asks) {
  BOOST_TEST(date_text("2025-04-10") == "2025年4月10日");
  BOOST_TEST(date_text("2025-12-01") == "2025年12月1日");
  BOOST_TEST(date_text("4月底") == "4月底");
  BOOST_TEST(date_text("") == "");
  BOOST_TEST(han_ordinal(1) == "一");
  BOOST_TEST(han_ordinal(10) == "十");
  BOOST_TEST(han_ordinal(21) == "二十一");
  BOOST_TEST(han_ordinal(99) == "九十九");
  BOOST_TEST(han_ordinal(100) == "100");
}

BOOST_AUTO_TEST_CASE(titles_break_where_they_may) {
  using Lines = std::vector<std::string>;
  BOOST_TEST((title_lines("关于甲镇|的|通知", 20) == Lines{"关于甲镇的通知"}));
  BOOST_TEST((title_lines("关于甲镇|年度报告的|整改通知", 8) == Lines{"关于甲镇", "年度报告的", "整改通知"}));
  BOOST_TEST((title_lines("关于甲镇|年度报告的|整改通知", 9) == Lines{"关于甲镇", "年度报告的整改通知"}));
  BOOST_TEST((title_lines("没有断处的很长的标题", 4) == Lines{"没有断处的很长的标题"}));
  BOOST_TEST((title_lines("|||", 4) == Lines{""}));
  const Lines many = title_lines("一|二|三|四|五|六|七|八|九|十", 1);
  BOOST_TEST(many.size() == 8U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
