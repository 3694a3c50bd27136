#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>
#include <vector>

#include "base/limits.hpp"
#include "document/docx_fixture.hpp"
#include "document/office/docx.hpp"

namespace fazhi {
namespace {

using namespace docx_fixture;

Message error_of(const std::string& bytes) {
  const Result<Document> document = read_docx(bytes, "报告.docx");
  BOOST_REQUIRE(!document.has_value());
  return document.error();
}

std::string code_of(const std::string& bytes) { return std::string(fazhi::code_of(error_of(bytes).id)); }

/// The argument of `input_damaged` that names the place.
std::string damaged_place(const std::string& bytes) {
  const Message error = error_of(bytes);
  BOOST_TEST_REQUIRE(std::string(fazhi::code_of(error.id)) == "input.damaged");
  return error.arguments.at(2);
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t each = 0; each < count; ++each) out += text;
  return out;
}

/// `bytes` of `block` and more, which pack well but not beyond `limits::kPackageRatio`.
std::string loosely_packing(std::string_view block, std::size_t bytes) {
  constexpr std::size_t kNoiseEvery = 100'000;
  std::string out;
  std::uint32_t state = 1;
  for (std::size_t filled = 0; filled < bytes; filled += kNoiseEvery) {
    out += repeated(block, kNoiseEvery / block.size());
    out += "<!--";
    for (int each = 0; each < 1'500; ++each) {
      state = state * 1664525U + 1013904223U;
      out += static_cast<char>('a' + (state >> 24) % 26);
    }
    out += "-->";
  }
  return out;
}

void set_part(Parts& parts, std::string_view name, std::string bytes) {
  for (auto& [part, content] : parts) {
    if (part == name) content = bytes;
  }
}

Parts plain_parts() { return Docx{.body = text("甲")}.parts(); }

Texts read_parts(const Parts& parts) {
  const Result<Document> document = read_docx(package_of(parts), "报告.docx");
  BOOST_REQUIRE_MESSAGE(document.has_value(), (document.has_value() ? std::string() : render(document.error(), Language::en)));
  return texts_of(*document);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(docx_package)

BOOST_AUTO_TEST_CASE(the_main_part_is_found) {
  const std::string main = plain_parts().back().second;
  const std::string types = "<Types><Override PartName=\"/a/b.xml\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>";
  const Texts expected{"甲"};
  BOOST_TEST(read_parts({{"_rels/.rels", relationships(relationship("m", "officeDocument", "/a/b.xml"))}, {"a/b.xml", main}}) == expected);
  BOOST_TEST(read_parts({{"[Content_Types].xml", types}, {"a/b.xml", main}}) == expected);
  BOOST_TEST(read_parts({{"word/document.xml", main}}) == expected);
  BOOST_TEST(read_parts({{"Word\\Document.xml", main}}) == expected);
  BOOST_TEST(read_parts({{"_rels/.rels", "<Relationships>"}, {"word/document.xml", main}}) == expected);
}

BOOST_AUTO_TEST_CASE(strict_files_and_other_prefixes) {
  const std::string strict = "<Relationships><Relationship Id=\"m\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
  const std::string main = part("document", "<w:body>" + text("甲") + text(kFiller) + "</w:body>", kStrict);
  BOOST_TEST(read_parts({{"_rels/.rels", strict}, {"word/document.xml", main}}) == Texts{"甲"});
  const std::string without_prefix = "<document xmlns=\"urn:any\"><body><p><r><t>甲" + std::string(kFiller) + "</t></r></p></body></document>";
  BOOST_TEST(read_parts({{"word/document.xml", without_prefix}}) == Texts{"甲" + std::string(kFiller)});
}

BOOST_AUTO_TEST_CASE(damaged_files_name_the_part) {
  Parts parts = plain_parts();
  parts.pop_back();
  BOOST_TEST(damaged_place(package_of(parts)) == "word/document.xml");
  parts = plain_parts();
  set_part(parts, "word/document.xml", "<w:document><w:body><w:p></w:body>");
  BOOST_TEST(damaged_place(package_of(parts)).starts_with("word/document.xml:"));
  set_part(parts, "word/document.xml", "<w:document/>");
  BOOST_TEST(damaged_place(package_of(parts)) == "word/document.xml");
  parts = Docx{.body = text("甲"), .numbering = "<w:num>"}.parts();
  BOOST_TEST(damaged_place(package_of(parts)).starts_with("word/numbering.xml:"));
  const std::string whole = package_of(plain_parts());
  BOOST_TEST(code_of(whole.substr(0, whole.size() / 2)) == "input.damaged");
  std::string changed = whole;
  const std::size_t data = changed.find("word/document.xml") + 60;
  for (std::size_t at = data; at < data + 40; ++at) changed[at] = '\x55';
  BOOST_TEST(damaged_place(changed) == "word/document.xml");
}

BOOST_AUTO_TEST_CASE(a_damaged_header_costs_nothing) {
  const Docx docx{.body = paragraph(run("甲"), "<w:sectPr><w:headerReference r:id=\"header1\"/></w:sectPr>"), .header = "<w:p>"};
  BOOST_TEST(read_parts(docx.parts()) == Texts{"甲"});
}

BOOST_AUTO_TEST_CASE(a_document_of_pictures) {
  Parts parts = plain_parts();
  const std::string picture = "<w:p><w:r><w:drawing><a:graphic><a:blip r:embed=\"p\"/></a:graphic></w:drawing></w:r></w:p>";
  set_part(parts, "word/document.xml", part("document", "<w:body>" + picture + picture + text("扫描件") + "</w:body>"));
  const Message error = error_of(package_of(parts));
  BOOST_TEST(std::string(fazhi::code_of(error.id)) == "input.pictures-only");
  BOOST_TEST(error.arguments.at(1) == "2");
  set_part(parts, "word/document.xml", part("document", "<w:body>" + text("扫描件") + "</w:body>"));
  BOOST_TEST(code_of(package_of(parts)) == "input.not-chinese");
}

BOOST_AUTO_TEST_CASE(too_many_parts) {
  Parts parts = plain_parts();
  for (std::size_t each = parts.size(); each <= limits::kPackageParts; ++each) parts.emplace_back("x/" + std::to_string(each), "");
  BOOST_TEST(code_of(package_of(parts)) == "input.too-many-parts");
  parts.pop_back();
  BOOST_TEST(read_parts(parts) == Texts{"甲"});
}

BOOST_AUTO_TEST_CASE(elements_too_deep) {
  const auto nested = [](std::size_t count) {
    return Docx{.body = repeated("<w:sdt>", count) + text("甲") + repeated("</w:sdt>", count)}.bytes();
  };
  // The document, its body, the paragraph, the run, the text and its characters take six.
  BOOST_TEST(read_docx(nested(limits::kMarkupDepth - 6), "a").has_value());
  BOOST_TEST(code_of(nested(limits::kMarkupDepth)) == "input.nested-too-deep");
}

BOOST_AUTO_TEST_CASE(parts_that_explode) {
  Parts parts = plain_parts();
  set_part(parts, "word/document.xml", part("document", "<w:body>" + std::string(limits::kPackageRatioFloorBytes * 2, ' ') + "</w:body>"));
  BOOST_TEST(code_of(package_of(parts)) == "input.unpacks-too-large");
}

BOOST_AUTO_TEST_CASE(too_many_elements) {
  Parts parts = plain_parts();
  set_part(parts, "word/document.xml", part("document", loosely_packing("<a/>", 4 * limits::kMarkupNodes)));
  const Message error = error_of(package_of(parts));
  BOOST_TEST(std::string(fazhi::code_of(error.id)) == "input.unpacks-too-large");
  BOOST_TEST(error.arguments.at(1).ends_with("> " + std::to_string(limits::kMarkupNodes)));
}

BOOST_AUTO_TEST_CASE(parts_too_large_together) {
  Parts parts = Docx{.body = "<w:p><w:pPr><w:sectPr><w:footerReference r:id=\"1\"/><w:footerReference r:id=\"2\"/>"
                             "<w:footerReference r:id=\"3\"/></w:sectPr></w:pPr></w:p>",
                     .more_relationships = relationship("1", "footer", "1.xml") + relationship("2", "footer", "2.xml") + relationship("3", "footer", "3.xml")}
                    .parts();
  for (const char* name : {"word/1.xml", "word/2.xml", "word/3.xml"}) {
    parts.emplace_back(name, loosely_packing(" ", limits::kPackageBytes / 3));
  }
  const Message error = error_of(package_of(parts));
  BOOST_TEST(std::string(fazhi::code_of(error.id)) == "input.unpacks-too-large");
  BOOST_TEST(error.arguments.at(1) == "word/3.xml, 256.1 MB");
}

BOOST_AUTO_TEST_CASE(too_much_text) {
  std::string body;
  std::size_t number = 0;
  for (std::size_t bytes = 0; bytes <= limits::kTextBytes; bytes += kFiller.size() + 1) {
    body += text(std::to_string(++number * 7919U) + std::string(kFiller));
  }
  BOOST_TEST(code_of(Docx{.body = body}.bytes()) == "input.too-much-text");
}

BOOST_AUTO_TEST_CASE(styles_beyond_the_limit_are_not_heard) {
  const auto chain = [](std::size_t count) {
    std::string styles = "<w:style w:type=\"paragraph\" w:styleId=\"s0\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>";
    for (std::size_t each = 1; each < count; ++each) {
      styles += "<w:style w:type=\"paragraph\" w:styleId=\"s" + std::to_string(each) + "\"><w:basedOn w:val=\"s" + std::to_string(each - 1) + "\"/></w:style>";
    }
    const Docx docx{.body = text("甲", "<w:pStyle w:val=\"s" + std::to_string(count - 1) + "\"/>"), .styles = styles};
    return read_docx(docx.bytes(), "a")->paragraphs.at(0).heading_level;
  };
  BOOST_TEST(chain(limits::kStyleChain) == 1);
  BOOST_TEST(chain(limits::kStyleChain + 1) == 0);
}

BOOST_AUTO_TEST_CASE(labels_beyond_the_limit_are_cut) {
  const std::string numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"none\"/><w:lvlText w:val=\"" +
                                repeated("注", limits::kListLabelBytes) + "\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  const Texts texts = read_parts(Docx{.body = text("甲", in_list("1")), .numbering = numbering}.parts());
  BOOST_TEST(texts.at(0) == repeated("注", limits::kListLabelBytes / 3) + "甲");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
