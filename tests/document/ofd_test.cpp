#include "document/fixed/ofd.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <string>

#include "base/limits.hpp"
#include "document/read.hpp"
#include "ofd_package.hpp"

namespace fazhi {
namespace {

using test::layer;
using test::Ofd;
using test::text_object;

constexpr std::string_view kFirst = "云岫县青石梁镇二〇二四年法治政府建设年度报告";
constexpr std::string_view kSecond = "全年共排查矛盾纠纷一百一十八起，化解一百一十六起。";

std::string report_objects() {
  return text_object(28, 40, kFirst) + text_object(39, 50, kSecond);
}

Ofd one_page(std::string_view objects) {
  Ofd ofd;
  ofd.pages = {layer(objects)};
  return ofd;
}

Result<Document> read(const Ofd& ofd) { return std::move(read_ofd(ofd.packed(), "a.ofd").front()); }

/// The text of all that is not furniture, without white space.
std::string own_text(const Document& document) {
  std::string out;
  for (const Paragraph& each : document.paragraphs) {
    if (!each.furniture) out += each.range.of(document.text);
  }
  std::erase(out, ' ');
  return out;
}

std::string furniture(const Document& document) {
  std::string out;
  for (const Paragraph& each : document.paragraphs) {
    if (each.furniture) out += std::string(each.range.of(document.text)) + '\n';
  }
  return out;
}

std::string both() { return std::string(kFirst) + std::string(kSecond); }

std::string_view code(const Result<Document>& result) {
  return result ? std::string_view("read") : code_of(result.error().id);
}

std::string unit(std::string_view id, std::string_view inside) {
  return "<ofd:CompositeGraphicUnit ID=\"" + std::string(id) + "\" Width=\"210\" Height=\"297\"><ofd:Content>" +
         std::string(inside) + "</ofd:Content></ofd:CompositeGraphicUnit>";
}

std::string composite(std::string_view id, std::string_view attributes = "Boundary=\"0 0 210 297\"") {
  return "<ofd:CompositeObject ID=\"7\" ResourceID=\"" + std::string(id) + "\" " + std::string(attributes) + "/>";
}

std::string units(std::string_view inside) {
  return "<ofd:CompositeGraphicUnits>" + std::string(inside) + "</ofd:CompositeGraphicUnits>";
}

std::string image(std::string_view boundary = "0 0 210 297") {
  return "<ofd:ImageObject ID=\"6\" ResourceID=\"2\" Boundary=\"" + std::string(boundary) + "\"/>";
}

bool has_note(const Document& document, MessageId id) {
  return std::any_of(document.notes.begin(), document.notes.end(), [id](const Message& each) { return each.id == id; });
}

std::string file_bytes(const std::string& name) {
  std::ifstream file(FAZHI_SOURCE_DIR "/tests/documents/ofd/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ofd)

BOOST_AUTO_TEST_CASE(a_document_has_its_text_pages_and_metadata) {
  const auto document = read(one_page(report_objects()));
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(document->source == "a.ofd");
  BOOST_TEST(document->format == "ofd");
  BOOST_TEST(own_text(*document) == both());
  BOOST_TEST(document->paragraphs.front().page == 1);
  BOOST_REQUIRE(document->metadata.size() == 2U);
  BOOST_TEST((document->metadata[0] == Metadata{MetadataKey::title, "标题"}));
  BOOST_TEST((document->metadata[1] == Metadata{MetadataKey::author, "党政办"}));
  BOOST_TEST(document->notes.empty());
}

BOOST_AUTO_TEST_CASE(text_is_found_wherever_a_page_may_hold_it) {
  const std::string first = text_object(28, 40, kFirst);
  const std::string second = text_object(39, 50, kSecond);
  struct Case {
    std::string_view name;
    std::string objects;
    std::string resources;
  };
  const Case cases[] = {
      {"nested blocks", "<ofd:PageBlock>" + first + "<ofd:PageBlock>" + second + "</ofd:PageBlock></ofd:PageBlock>", {}},
      {"hidden objects left out", first + text_object(28, 45, "看不见的话", "Visible=\"false\"") + second, {}},
      {"layers of every type",
       first + "</ofd:Layer><ofd:Layer Type=\"Foreground\">" + second + "</ofd:Layer><ofd:Layer Type=\"Custom\">", {}},
      {"composite", first + composite("5"), units(unit("5", second))},
      {"composite moved", first + composite("5", "Boundary=\"39 50 100 9\" CTM=\"1 0 0 1 0 0\""),
       units(unit("5", text_object(0, 0, kSecond)))},
      {"composite in composite", first + composite("5"), units(unit("5", composite("6")) + unit("6", second))},
      {"text printed twice", first + text_object(28.1, 40, kFirst) + second, {}},
      {"character references", first + text_object(39, 50, "&#20840;&#x5E74;<![CDATA[共排查]]><!-- -->矛盾纠纷一百一十八起，化解一百一十六起。"), {}},
      {"line breaks in the XML", first + text_object(39, 50, "\n      " + std::string(kSecond) + "\n    "), {}},
      {"spaces that are text of their own", first + text_object(100, 50, "　") + second, {}},
      {"two codes in an object",
       first + "<ofd:TextObject Boundary=\"39 50 150 6\" Size=\"5\"><ofd:TextCode X=\"0\" Y=\"4.4\">全年共排查矛盾纠纷"
               "</ofd:TextCode><ofd:TextCode X=\"45\">一百一十八起，化解一百一十六起。</ofd:TextCode></ofd:TextObject>", {}},
      {"glyphs beside their text",
       first + "<ofd:TextObject Boundary=\"39 50 150 6\" Size=\"5\"><ofd:CGTransform CodePosition=\"0\" CodeCount=\"4\" "
               "GlyphCount=\"4\"><ofd:Glyphs>12 13 14 15</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X=\"0\" Y=\"4.4\">" +
           std::string(kSecond) + "</ofd:TextCode></ofd:TextObject>", {}},
  };
  for (const Case& each : cases) {
    BOOST_TEST_CONTEXT(each.name) {
      Ofd ofd = one_page(each.objects);
      ofd.resources = each.resources;
      const auto document = read(ofd);
      BOOST_TEST(code(document) == "read");
      if (document) BOOST_TEST(own_text(*document) == both());
    }
  }
}

BOOST_AUTO_TEST_CASE(parts_are_found_by_any_name_that_writers_give_them) {
  const std::string absolute =
      "<ofd:DocBody><ofd:DocRoot>\n  /Doc_0/Document.xml\n</ofd:DocRoot></ofd:DocBody>";
  const std::string dotted = "<ofd:DocBody><ofd:DocRoot>./Doc_0//x/../Document.xml</ofd:DocRoot></ofd:DocBody>";
  const std::string other_case = "<ofd:DocBody><ofd:DocRoot>doc_0\\DOCUMENT.xml</ofd:DocRoot></ofd:DocBody>";
  for (const std::string& entry : {absolute, dotted, other_case}) {
    BOOST_TEST_CONTEXT(entry) {
      Ofd ofd = one_page(report_objects());
      ofd.entry_inside = entry;
      BOOST_TEST(code(read(ofd)) == "read");
    }
  }
  auto parts = one_page(report_objects()).parts();
  for (auto& [name, bytes] : parts) {
    if (name != "OFD.xml") std::replace(name.begin(), name.end(), '/', '\\');
  }
  BOOST_TEST(code(std::move(read_ofd(test::stored_zip(parts), "a.ofd").front())) == "read");
}

BOOST_AUTO_TEST_CASE(the_namespace_prefix_and_the_encoding_do_not_matter) {
  auto parts = one_page(report_objects()).parts();
  for (auto& [name, bytes] : parts) {
    for (std::size_t at = 0; (at = bytes.find("ofd:", at)) != std::string::npos;) bytes.replace(at, 4, "");
    bytes.insert(0, "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  }
  const auto document = std::move(read_ofd(test::stored_zip(parts), "a.ofd").front());
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(own_text(*document) == both());
}

BOOST_AUTO_TEST_CASE(several_documents_are_several_results) {
  const std::string good = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>";
  const std::string bad = "<ofd:DocBody><ofd:DocRoot>Doc_7/Document.xml</ofd:DocRoot></ofd:DocBody>";
  Ofd ofd = one_page(report_objects());
  ofd.entry_inside = good + bad + good;
  const auto documents = read_ofd(ofd.packed(), "a.ofd");
  BOOST_REQUIRE(documents.size() == 3U);
  BOOST_REQUIRE(documents[0].has_value());
  BOOST_TEST(documents[0]->source == "a.ofd");
  BOOST_TEST(code(documents[1]) == "input.damaged");
  BOOST_REQUIRE(documents[2].has_value());
  BOOST_TEST(documents[2]->source == "a.ofd#3");
}

BOOST_AUTO_TEST_CASE(the_current_version_is_read) {
  Ofd ofd = one_page(text_object(28, 40, "旧版本"));
  ofd.entry_inside =
      "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Versions>"
      "<ofd:Version ID=\"1\" Index=\"1\" BaseLoc=\"Doc_0/V0.xml\"/>"
      "<ofd:Version ID=\"2\" Index=\"2\" Current=\"true\" BaseLoc=\"Doc_0/V1/Version.xml\"/>"
      "</ofd:Versions></ofd:DocBody>";
  ofd.more = {{"Doc_0/V1/Version.xml", Ofd::element("DocVersion", "<ofd:DocRoot>Document.xml</ofd:DocRoot>")},
              {"Doc_0/V1/Document.xml",
               Ofd::element("Document", "<ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Content.xml\"/></ofd:Pages>")},
              {"Doc_0/V1/Content.xml", Ofd::element("Page", layer(report_objects()))}};
  const auto document = read(ofd);
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(own_text(*document) == both());
}

BOOST_AUTO_TEST_CASE(a_template_is_furniture_but_for_its_large_type_and_what_one_page_alone_shows) {
  Ofd ofd;
  ofd.common = "<ofd:TemplatePage ID=\"3\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/>"
               "<ofd:TemplatePage ID=\"4\" BaseLoc=\"Tpls/Tpl_1/Content.xml\"/>";
  ofd.pages = {"<ofd:Template TemplateID=\"3\"/><ofd:Template TemplateID=\"4\"/>" + layer(text_object(39, 50, kSecond)),
               "<ofd:Template TemplateID=\"3\"/>" + layer(text_object(28, 40, "二、存在的不足。"))};
  ofd.more = {{"Doc_0/Tpls/Tpl_0/Content.xml",
               Ofd::element("Page", layer(text_object(80, 285, "主动公开") +
                                          text_object(28, 20, "大字的题目", "CTM=\"1.5 0 0 1.5 0 0\"")))},
              {"Doc_0/Tpls/Tpl_1/Content.xml", Ofd::element("Page", layer(text_object(28, 40, kFirst)))}};
  const auto document = read(ofd);
  BOOST_REQUIRE(document.has_value());
  const std::string own = own_text(*document);
  BOOST_TEST(own.find("大字的题目") == 0U);
  BOOST_TEST(own.rfind("大字的题目") == 0U);
  BOOST_TEST(own.find(kFirst) != std::string::npos);
  BOOST_TEST(own.find("主动公开") == std::string::npos);
  BOOST_TEST(furniture(*document).find("主动公开") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(text_across_the_page_is_furniture_and_a_sheet_on_its_side_is_read) {
  const auto mark = read(one_page(report_objects() + text_object(60, 150, "内部资料", "CTM=\"0.7 0.7 -0.7 0.7 0 0\"")));
  BOOST_REQUIRE(mark.has_value());
  BOOST_TEST(own_text(*mark) == both());
  BOOST_TEST(furniture(*mark) == "内部资料\n");

  const std::string side = "CTM=\"0 1 -1 0 0 0\"";
  const auto sheet = read(one_page(text_object(160, 20, kFirst, side) + text_object(150, 20, kSecond, side)));
  BOOST_REQUIRE(sheet.has_value());
  BOOST_TEST(own_text(*sheet) == both());
}

BOOST_AUTO_TEST_CASE(what_is_left_out_is_said) {
  Ofd ofd = one_page(report_objects());
  ofd.pages.push_back(layer(image()));
  ofd.pages.push_back(layer(text_object(28, 40, "二、存在的不足。")));
  ofd.document = "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations><ofd:Attachments>Attachs.xml</ofd:Attachments>";
  ofd.more = {{"Doc_0/Annots/Annotations.xml",
               Ofd::element("Annotations", "<ofd:Page PageID=\"1\"><ofd:FileLoc>A.xml</ofd:FileLoc></ofd:Page>")},
              {"Doc_0/Annots/A.xml",
               Ofd::element("PageAnnot", "<ofd:Annot Type=\"Stamp\"><ofd:Appearance>" + text_object(1, 1, "印章文字") +
                                             "</ofd:Appearance></ofd:Annot>")},
              {"Doc_0/Attachs.xml", Ofd::element("Attachments", "<ofd:Attachment Name=\"附表\"/>")}};
  const auto document = read(ofd);
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(has_note(*document, MessageId::document_annotations));
  BOOST_TEST(has_note(*document, MessageId::document_attachments));
  BOOST_TEST(has_note(*document, MessageId::document_picture_pages));
  BOOST_TEST(document->text.find("印章文字") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_in_full_is_refused) {
  struct Case {
    std::string_view name;
    Ofd ofd;
    std::string_view code;
  };
  std::vector<Case> cases;
  const auto add = [&cases](std::string_view name, Ofd ofd, std::string_view expected) {
    cases.push_back({name, std::move(ofd), expected});
  };
  Ofd ofd = one_page(report_objects());
  ofd.pages.push_back("<ofd:Content");
  add("a page that is cut short", ofd, "input.damaged");
  ofd = one_page(report_objects());
  ofd.common = "<ofd:TemplatePage ID=\"3\" BaseLoc=\"none.xml\"/>";
  ofd.pages[0].insert(0, "<ofd:Template TemplateID=\"3\"/>");
  add("a template that is not there", ofd, "input.damaged");
  ofd = one_page(report_objects());
  ofd.pages[0].insert(0, "<ofd:Template TemplateID=\"3\"/>");
  add("a template that is not listed", ofd, "input.damaged");
  add("a unit that is not there", one_page(report_objects() + composite("5")), "input.damaged");
  add("a place that is none", one_page(report_objects() + text_object(1, 1, "字", "CTM=\"1 0 nan 1 0 0\"")),
      "input.damaged");
  add("a place beyond all pages", one_page(report_objects() + composite("5", "Boundary=\"0 0 9 9\" CTM=\"9e6 0 0 9e6 0 0\"")),
      "input.damaged");
  cases.back().ofd.resources = units(unit("5", text_object(9e6, 1, "字")));
  add("deltas that are none", one_page(report_objects() + text_object(1, 1, "二字", "", "DeltaX=\"g x 5\"")),
      "input.damaged");
  ofd = one_page(report_objects());
  ofd.entry_inside = "<ofd:Nothing/>";
  add("no document", ofd, "input.damaged");
  ofd = one_page(report_objects());
  ofd.more = {{"Encryptions.xml", Ofd::element("Encryptions", "<ofd:EncryptInfo ID=\"1\"/>")}};
  add("encrypted", ofd, "input.encrypted");
  add("a scan", one_page(image()), "input.scanned-ofd");
  add("a scan with a page number", one_page(image() + text_object(100, 280, "1")), "input.scanned-ofd");
  std::string paths;
  for (int index = 0; index < 200; ++index) paths += "<ofd:PathObject Boundary=\"1 1 5 5\"/>";
  add("characters as outlines", one_page(paths), "input.scanned-ofd");
  add("glyphs alone",
      one_page(report_objects() + "<ofd:TextObject Boundary=\"1 1 9 9\" Size=\"5\"><ofd:CGTransform CodePosition=\"0\" "
               "CodeCount=\"4\"><ofd:Glyphs>5 6 7 8</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X=\"0\" Y=\"0\"/>"
               "</ofd:TextObject>"),
      "input.glyphs-only");
  add("no text", one_page(""), "input.without-text");
  add("hardly any text", one_page(text_object(1, 1, "几个字")), "input.not-chinese");
  for (const Case& each : cases) {
    BOOST_TEST_CONTEXT(each.name) BOOST_TEST(code(read(each.ofd)) == each.code);
  }
  BOOST_TEST(code(std::move(read_ofd("PK\x03\x04 no archive", "a.ofd").front())) == "input.damaged");
  BOOST_TEST(code(std::move(read_ofd(test::stored_zip({{"x.xml", "<a/>"}}), "a.ofd").front())) == "input.damaged");
}

BOOST_AUTO_TEST_CASE(a_damaged_part_is_named) {
  auto parts = one_page(report_objects()).parts();
  std::erase_if(parts, [](const auto& part) { return part.first.ends_with("Content.xml"); });
  const auto result = std::move(read_ofd(test::stored_zip(parts), "a.ofd").front());
  BOOST_REQUIRE(!result.has_value());
  BOOST_TEST(result.error().arguments.at(2) == "Pages/Page_0/Content.xml");
}

BOOST_AUTO_TEST_CASE(the_limits_hold) {
  Ofd ofd;
  ofd.pages.assign(limits::kPages + 1, layer(""));
  BOOST_TEST(code(read(ofd)) == "input.too-many-pages");

  ofd = one_page(report_objects());
  for (std::size_t index = 0; index <= limits::kOfdDocuments; ++index) {
    ofd.entry_inside += "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>";
  }
  BOOST_TEST(code(read(ofd)) == "input.too-many-parts");

  ofd = one_page(report_objects() + composite("5"));
  ofd.resources = units(unit("5", composite("6")) + unit("6", composite("5")));
  BOOST_TEST(code(read(ofd)) == "input.nested-too-deep");

  std::string units_inside;
  for (std::size_t depth = 0; depth < limits::kOfdComposites; ++depth) {
    const bool is_last = depth + 1 == limits::kOfdComposites;
    units_inside += unit(std::to_string(depth), is_last ? report_objects() : composite(std::to_string(depth + 1)));
  }
  ofd = one_page(composite("0"));
  ofd.resources = units(units_inside);
  BOOST_TEST(code(read(ofd)) == "read");

  std::string blocks = report_objects();
  for (std::size_t depth = 0; depth <= limits::kMarkupDepth; ++depth) blocks = "<ofd:PageBlock>" + blocks + "</ofd:PageBlock>";
  BOOST_TEST(code(read(one_page(blocks))) == "input.nested-too-deep");

  std::string paths;
  std::string hundred;
  for (int index = 0; index < 10'000; ++index) paths += "<ofd:PathObject/>";
  for (int index = 0; index < 100; ++index) hundred += composite("5");
  ofd = one_page(report_objects() + hundred);
  ofd.resources = units(unit("5", paths));
  BOOST_TEST(code(read(ofd)) == "input.unpacks-too-large");

  std::string long_text;
  while (long_text.size() < limits::kTextBytes / 40) long_text += "法治";
  ofd = one_page(hundred);
  ofd.resources = units(unit("5", text_object(1, 1, long_text)));
  BOOST_TEST(code(read(ofd)) == "input.too-much-text");
}

BOOST_AUTO_TEST_CASE(sample_files_hold_the_text_that_they_were_made_of) {
  for (const std::string name : {"一行一个对象.ofd", "一字一个对象.ofd", "对象乱序.ofd", "双栏.ofd", "题目在模板.ofd",
                                 "缩放.ofd", "复合对象.ofd", "横放.ofd", "重印加粗.ofd", "换行和UTF-16.ofd",
                                 "没有偏移.ofd"}) {
    BOOST_TEST_CONTEXT(name) {
      const auto documents = read_documents(file_bytes(name), name);
      BOOST_REQUIRE(documents.size() == 1U);
      BOOST_TEST_REQUIRE(code(documents[0]) == "read");
      const std::string own = own_text(*documents[0]);
      for (const std::string_view part :
           {"二道崴子乡法治政府建设工作汇报", "第一，领导带头，思想上不放松。", "工作中也有不少短板。", "2024年12月16日"}) {
        BOOST_TEST(own.find(part) != std::string::npos);
      }
      BOOST_TEST(own.find("主动公开") == std::string::npos);
    }
  }
  const auto two = read_documents(file_bytes("两个文档.ofd"), "两个文档.ofd");
  BOOST_REQUIRE(two.size() == 2U);
  BOOST_REQUIRE(two[1].has_value());
  BOOST_TEST(two[1]->source == "两个文档.ofd#2");
  BOOST_TEST(two[1]->sha256 == two[0]->sha256);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
