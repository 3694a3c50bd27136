#include <boost/test/unit_test.hpp>

#include "hostile/pack.hpp"
#include "hostile/rows.hpp"

namespace fazhi::test {
namespace {

constexpr std::size_t kMega = std::size_t{1} << 20;

constexpr std::string_view kTypes =
    "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
constexpr std::string_view kRelations =
    "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
    "Target=\"word/document.xml\"/></Relationships>";

/// Defines entities that expand to a thousand million letters.
std::string laughs(std::string_view root) {
  std::string out = "<!DOCTYPE " + std::string(root) + " [<!ENTITY a0 \"哈\">";
  for (int level = 1; level < 10; ++level) {
    const std::string lower = "&a" + std::to_string(level - 1) + ";";
    out += "<!ENTITY a" + std::to_string(level) + " \"" + repeated(lower, 10) + "\">";
  }
  return out + "]>";
}

std::string external(std::string_view root) {
  return "<!DOCTYPE " + std::string(root) + " [<!ENTITY xxe SYSTEM \"file:///etc/passwd\"><!ENTITY % p SYSTEM \"http://127.0.0.1:9/x.dtd\"> %p;]>";
}

std::string word(std::string_view doctype, std::string_view body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + std::string(doctype) +
         "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
         "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>" +
         std::string(body) + "</w:body></w:document>";
}

std::string runs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += "<w:p><w:r><w:t>" + std::string(text.substr(0, end)) + "</w:t></w:r></w:p>";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string docx(const std::string& document, std::vector<ZipEntry> more = {}, std::string_view relations = kRelations) {
  std::vector<ZipEntry> all{{"[Content_Types].xml", std::string(kTypes)}, {"_rels/.rels", std::string(relations)}, {"word/document.xml", document}};
  all.insert(all.end(), more.begin(), more.end());
  return zip(all);
}

std::string related(std::string_view type, std::string_view target, std::string_view mode = "") {
  return "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"x\" "
         "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + std::string(type) + "\" Target=\"" + std::string(target) + "\"" +
         (mode.empty() ? "" : " TargetMode=\"" + std::string(mode) + "\"") + "/></Relationships>";
}

std::string styles(int count) {
  std::string out = "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";
  for (int each = 0; each < count; ++each) {
    out += "<w:style w:type=\"paragraph\" w:styleId=\"s" + std::to_string(each) + "\"><w:basedOn w:val=\"s" + std::to_string((each + 1) % count) + "\"/></w:style>";
  }
  return out + "</w:styles>";
}

std::vector<ZipEntry> parts(std::size_t count) {
  std::vector<ZipEntry> out;
  for (std::size_t each = 0; each < count; ++each) out.push_back({"word/media/" + std::to_string(each), "", false});
  return out;
}

HostileRow word_row(std::string what, std::function<std::string()> bytes, std::vector<std::string_view> outcomes, int exit_code = 3) {
  return file_row(std::move(what), "a.docx", std::move(bytes), std::move(outcomes), exit_code);
}

std::vector<HostileRow> word_files() {
  const std::string report = runs(report_with(""));
  const std::vector<std::string_view> judged{kAudited};
  return {
      word_row("entities that expand a thousandmillionfold", [] { return docx(word(laughs("w:document"), runs(report_with("&a9;")))); }, judged, 1),
      word_row("an external entity", [] { return docx(word(external("w:document"), runs(report_with("&xxe;")))); }, judged, 1),
      word_row("a part of zeros packed a thousandfold", [] { return docx(std::string(70 * kMega, '\0')); }, {"input.unpacks-too-large"}),
      word_row("a part of spaces packed a thousandfold", [] { return docx(word("", std::string(70 * kMega, ' '))); }, {"input.unpacks-too-large"}),
      word_row("elements without end", [report] { return docx(word("", repeated("<w:p/>", 2 * kMega) + report)); }, {"input.unpacks-too-large"}),
      word_row("elements a hundred thousand deep", [report] { return docx(word("", repeated("<w:sdt>", 100'000) + report + repeated("</w:sdt>", 100'000))); }, {"input.nested-too-deep"}),
      word_row("tables five hundred deep", [report] {
        return docx(word("", repeated("<w:tbl><w:tr><w:tc>", 160) + report + repeated("</w:tc></w:tr></w:tbl>", 160))); }, {kAudited, "input.nested-too-deep"}, 1),
      word_row("attributes without end", [report] { return docx(word("", "<w:p " + repeated("a='' ", 4 * kMega) + "/>" + report)); }, {"input.unpacks-too-large"}),
      word_row("tags that are never closed", [] { return docx(word("", repeated("<w:p>", 1000)).substr(0, 3000)); }, {"input.damaged"}),
      word_row("more parts than a document has", [report] { return docx(word("", report), parts(20'500)); }, {"input.too-many-parts"}),
      word_row("no document in the document", [] { return zip({{"[Content_Types].xml", std::string(kTypes)}, {"_rels/.rels", std::string(kRelations)}}); }, {"input.damaged", "archive.no-reports", "input.other-kind"}),
      word_row("a document that lies outside", [report] { return docx(word("", report), {}, related("officeDocument", "../../../../etc/passwd")); }, judged, 1),
      word_row("a document that is fetched", [report] { return docx(word("", report), {}, related("officeDocument", "http://127.0.0.1:9/a.xml", "External")); }, judged, 1),
      word_row("a template that is fetched", [report] { return docx(word("", report), {{"word/_rels/document.xml.rels", related("attachedTemplate", "http://127.0.0.1:9/a.dotm", "External")}}); }, judged, 1),
      word_row("a document that takes itself in", [report] {
        return docx(word("", report + "<w:altChunk r:id=\"x\"/>"), {{"word/_rels/document.xml.rels", related("aFChunk", "document.xml")}}); }, judged, 1),
      word_row("styles in a ring", [report] { return docx(word("", "<w:p><w:pPr><w:pStyle w:val=\"s0\"/></w:pPr><w:r><w:t>一、主要工作</w:t></w:r></w:p>" + report), {{"word/_rels/document.xml.rels", related("styles", "styles.xml")}, {"word/styles.xml", styles(2000)}}); }, judged, 1),
      word_row("styles that are entities", [report] { return docx(word("", report), {{"word/_rels/document.xml.rels", related("styles", "styles.xml")}, {"word/styles.xml", laughs("x") + "<x>&a9;</x>"}}); }, {kAudited, "input.damaged"}, 1),
      word_row("a field that starts a program", [report] {
        return docx(word("", report + "<w:p><w:fldSimple w:instr=\"DDEAUTO c:\\windows\\system32\\cmd.exe\"><w:r><w:t>法治</w:t></w:r></w:fldSimple></w:p>")); }, judged, 1),
      word_row("a zero byte in the markup", [report] { return docx(word("", report + std::string("<w:p>\0</w:p>", 12))); }, {"input.damaged"}),
      word_row("names of parts that climb out", [report] { return docx(word("", report), {{"../../../tmp/fazhi-hostile", "x"}, {"/etc/passwd", "x"}}); }, judged, 1),
      word_row("a document twice", [report] { return docx(word("", report), {{"word/document.xml", word("", runs(report_with("第二份")))}, {"WORD/DOCUMENT.XML", "x"}}); }, judged, 1),
  };
}

std::string odt(std::string_view doctype, std::string_view body) {
  return zip({{"mimetype", "application/vnd.oasis.opendocument.text", false},
              {"content.xml", "<?xml version=\"1.0\"?>" + std::string(doctype) +
                                  "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                                  "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                                  "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><office:body><office:text>" +
                                  std::string(body) + "</office:text></office:body></office:document-content>"}});
}

std::string lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += "<text:p>" + std::string(text.substr(0, end)) + "</text:p>";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::vector<HostileRow> open_documents() {
  const std::string report = lines(report_with(""));
  const auto row = [](std::string what, std::function<std::string()> bytes, std::vector<std::string_view> outcomes, int exit_code) {
    return file_row(std::move(what), "a.odt", std::move(bytes), std::move(outcomes), exit_code);
  };
  return {
      row("OpenDocument with entities that expand", [] { return odt(laughs("x"), lines(report_with("&a9;"))); }, {kAudited}, 1),
      row("OpenDocument with an external entity", [] { return odt(external("x"), lines(report_with("&xxe;"))); }, {kAudited}, 1),
      row("two thousand million cells", [report] {
        return odt("", report + "<table:table><table:table-row table:number-rows-repeated=\"2147483647\"><table:table-cell "
                                "table:number-columns-repeated=\"2147483647\"><text:p>甲</text:p></table:table-cell></table:table-row></table:table>"); }, {kAudited}, 1),
      row("two thousand million spaces", [report] { return odt("", report + "<text:p>甲<text:s text:c=\"2147483647\"/>乙</text:p>"); }, {kAudited}, 1),
      row("a section that is fetched", [report] {
        return odt("", report + "<text:section text:name=\"x\"><text:section-source xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"file:///etc/passwd\"/></text:section>"); }, {kAudited}, 1),
      row("lists a thousand deep", [report] { return odt("", repeated("<text:list><text:list-item>", 1000) + report + repeated("</text:list-item></text:list>", 1000)); }, {"input.nested-too-deep"}, 3),
  };
}

/// An OFD file of one page; `page` is the page's content, `tree` the document's list of pages.
std::string ofd(std::string_view doctype, std::string_view page, std::string_view tree = "<ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/>",
                std::vector<ZipEntry> more = {}) {
  const std::string space = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";
  std::vector<ZipEntry> all{
      {"OFD.xml", "<?xml version=\"1.0\"?>" + std::string(doctype) + "<ofd:OFD" + space + " DocType=\"OFD\" Version=\"1.1\"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"},
      {"Doc_0/Document.xml", "<ofd:Document" + space + "><ofd:CommonData><ofd:MaxUnitID>9</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>" + std::string(tree) + "</ofd:Pages></ofd:Document>"},
      {"Doc_0/Pages/Page_0/Content.xml", "<ofd:Page" + space + "><ofd:Content><ofd:Layer ID=\"2\">" + std::string(page) + "</ofd:Layer></ofd:Content></ofd:Page>"}};
  all.insert(all.end(), more.begin(), more.end());
  return zip(all);
}

/// Each line of `text` as an object, `box` as its place and `deltas` between its characters.
std::string objects(std::string_view text, std::string_view deltas = "g 40 5") {
  std::string out;
  int y = 30;
  for (int id = 10; !text.empty(); ++id, y += 8) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += "<ofd:TextObject ID=\"" + std::to_string(id) + "\" Boundary=\"20 " + std::to_string(y) + " 180 6\" Font=\"1\" Size=\"5\"><ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"" +
           std::string(deltas) + "\">" + std::string(text.substr(0, end)) + "</ofd:TextCode></ofd:TextObject>";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::vector<HostileRow> layouts() {
  const std::string report = objects(report_with(""));
  const auto row = [](std::string what, std::function<std::string()> bytes, std::vector<std::string_view> outcomes, int exit_code) {
    return file_row(std::move(what), "a.ofd", std::move(bytes), std::move(outcomes), exit_code);
  };
  const std::vector<std::string_view> refused{"input.damaged", "input.without-text", "input.unpacks-too-large"};
  return {
      row("OFD with entities that expand", [] { return ofd(laughs("ofd:OFD"), objects(report_with("&a9;"))); }, {kAudited}, 1),
      row("OFD with an external entity", [] { return ofd(external("ofd:OFD"), objects(report_with("&xxe;"))); }, {kAudited}, 1),
      row("a page outside of the file", [report] { return ofd("", report, "<ofd:Page ID=\"1\" BaseLoc=\"../../../../etc/passwd\"/>"); }, {"input.damaged"}, 3),
      row("a page that is the list of pages", [report] { return ofd("", report, "<ofd:Page ID=\"1\" BaseLoc=\"Document.xml\"/>"); }, {"input.damaged", "input.without-text"}, 3),
      row("one page two thousand times", [report] { return ofd("", report, repeated("<ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/>", 2'000)); }, {"input.too-many-pages"}, 3),
      row("a page that shows what is not there", [report] { return ofd("", report + "<ofd:CompositeObject ID=\"5\" Boundary=\"0 0 9 9\" ResourceID=\"7\"/>"); }, {"input.damaged"}, 3),
      row("places that are no numbers", [] { return ofd("", objects(report_with(""), "nan 1e308 -inf 1e999")); }, refused, 3),
      row("distances without end", [] { return ofd("", objects(report_with(""), "g 2147483647 1")); }, refused, 3),
  };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(packages)

BOOST_AUTO_TEST_CASE(of_word_processors) { run_rows(word_files()); }
BOOST_AUTO_TEST_CASE(of_open_document) { run_rows(open_documents()); }
BOOST_AUTO_TEST_CASE(of_fixed_layout) { run_rows(layouts()); }

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi::test
