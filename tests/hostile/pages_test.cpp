#include <boost/test/unit_test.hpp>

#include "hostile/pack.hpp"
#include "hostile/rows.hpp"

namespace fazhi::test {
namespace {

constexpr std::size_t kMega = std::size_t{1} << 20;

/// A PDF of the objects in `bodies`, from number 1 on; the first is the catalog.
std::string pdf(const std::vector<std::string>& bodies, std::string_view trailer = "") {
  std::string out = "%PDF-1.5\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t at = 0; at < bodies.size(); ++at) {
    std::string offset = std::to_string(out.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    out += std::to_string(at + 1) + " 0 obj\n" + bodies[at] + "\nendobj\n";
  }
  const std::string start = std::to_string(out.size());
  const std::string size = std::to_string(bodies.size() + 1);
  out += "xref\n0 " + size + "\n" + table + "trailer\n<</Size " + size + "/Root 1 0 R " + std::string(trailer) + ">>\nstartxref\n" + start + "\n%%EOF\n";
  return out;
}

std::string stream(std::string_view bytes, std::string_view more = "") {
  return "<</Length " + std::to_string(bytes.size()) + std::string(more) + ">>stream\n" + std::string(bytes) + "\nendstream";
}

std::vector<std::string> one_page(std::string_view content, std::string_view more = "") {
  return {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>/Font<<>>>>" + std::string(more) + ">>",
          stream(content), stream("/F Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>")};
}

std::vector<HostileRow> pdf_files() {
  const std::vector<std::string_view> refused{"input.damaged", "input.program-failed", "input.program-slow", "input.scanned",
                                              "input.too-many-pages", "input.needs-program", "input.without-text", "input.encrypted",
                                              "input.too-much-text"};
  const auto row = [&](std::string what, std::function<std::string()> bytes) {
    return file_row(std::move(what), "a.pdf", std::move(bytes), refused);
  };
  return {
      row("a page tree in a ring", [] { return pdf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>", "<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>"}); }),
      row("a page tree that is its own child", [] { return pdf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>"}); }),
      row("two thousand million pages", [] { return pdf({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 2147483647>>"}); }),
      row("a table of objects that leads to itself", [] { const std::string plain = pdf(one_page("")); return pdf(one_page(""), "/Prev " + std::to_string(plain.find("xref\n0"))); }),
      row("a form that shows itself", [] { return pdf(one_page("/F Do")); }),
      row("a content packed a thousandfold", [] {
        auto bodies = one_page("");
        bodies[3] = stream(deflated(repeated("q 1 0 0 1 0 0 cm Q ", kMega / 4), true), "/Filter/FlateDecode");
        return pdf(bodies); }),
      row("a stream of objects in itself", [] {
        auto bodies = one_page("");
        bodies[3] = stream("6 0 4 0 <</A 1>>", "/Type/ObjStm/N 2/First 8/Extends 4 0 R");
        return pdf(bodies); }),
      row("arrays ten thousand deep", [] {
        auto bodies = one_page("");
        bodies[0] = "<</Type/Catalog/Pages 2 0 R/X " + repeated("[", 10'000) + repeated("]", 10'000) + ">>";
        return pdf(bodies); }),
      row("a page of a thousand kilometres", [] { return pdf(one_page("", "/Rotate 45/UserUnit 1e9/CropBox[-1e9 -1e9 1e9 1e9]")); }),
      row("a program to be started", [] { auto bodies = one_page(""); bodies[0] = "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/touch)/P(/tmp/fazhi-hostile)>>>>"; return pdf(bodies); }),
      row("a length that is an endless ring", [] { auto bodies = one_page(""); bodies[3] = "<</Length 4 0 R>>stream\nBT\nendstream"; return pdf(bodies); }),
      row("a head alone", [] { return std::string("%PDF-1.7\n"); }),
      row("a password that nobody knows", [] { return pdf(one_page(""), "/Encrypt<</Filter/Standard/V 4/R 4/P -1/O<00>/U<00>>>/ID[<00><00>]"); }),
  };
}

HostileRow slow(HostileRow row) {
  row.is_slow = true;
  return row;
}

std::string html(std::string_view body) { return "<!DOCTYPE html><html><head><meta charset=utf-8><title>报告</title></head><body>" + std::string(body) + "</body></html>"; }

std::string paragraphs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += "<p>" + std::string(text.substr(0, end)) + "</p>";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

/// Parts inside each other.
std::string nested_mime(int depth) {
  std::string out = "MIME-Version: 1.0\r\n";
  for (int level = 0; level < depth; ++level) {
    out += "Content-Type: multipart/related; boundary=\"b" + std::to_string(level) + "\"\r\n\r\n--b" + std::to_string(level) + "\r\n";
  }
  return out + "Content-Type: text/html; charset=utf-8\r\n\r\n" + html(paragraphs(report_with("")));
}

std::string mime(std::string_view parts) {
  return "From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n" + std::string(parts) + "--b--\r\n";
}

std::string mime_part(std::string_view head, std::string_view body) {
  return "--b\r\n" + std::string(head) + "\r\n\r\n" + std::string(body) + "\r\n";
}

std::vector<HostileRow> web_pages() {
  const std::string report = paragraphs(report_with(""));
  const std::string long_report = paragraphs(report_with(repeated("修通了到各村的路，种了树，群众出行更加方便。\n", 30)));
  const std::vector<std::string_view> judged{kAudited};
  const std::vector<std::string_view> refused{"input.empty", "input.nested-too-deep", "input.program-slow", "input.unpacks-too-large", "input.damaged", "input.without-text", "input.not-chinese", "input.text-elsewhere", "input.too-many-parts", "input.too-large", "input.undecodable"};
  const auto row = [](std::string what, std::function<std::string()> bytes, std::vector<std::string_view> outcomes, int exit_code) {
    return file_row(std::move(what), "a.html", std::move(bytes), std::move(outcomes), exit_code);
  };
  const auto saved = [](std::string what, std::function<std::string()> bytes, std::vector<std::string_view> outcomes, int exit_code) {
    return file_row(std::move(what), "a.mht", std::move(bytes), std::move(outcomes), exit_code);
  };
  return {
      slow(row("elements thirty thousand deep", [report] { return html(repeated("<div>", 30'000) + report); }, refused, 3)),
      row("formatting that is reopened twenty thousand times", [report] { return html(repeated("<b><i><a href=x><p>", 20'000) + report); }, judged, 1),
      row("tables in tables", [report] { return html(repeated("<table><td>", 20'000) + report); }, refused, 3),
      row("attributes without end", [report] { return html("<p " + repeated("a", 3 * kMega) + "=x " + repeated("b=1 ", 20'000) + ">" + report); }, judged, 1),
      row("cells that span two thousand million", [report] { return html("<table><tr><td rowspan=2147483647 colspan=2147483647>甲</td></tr></table>" + report); }, judged, 1),
      row("a script for a title", [] { return html(paragraphs(report_titled("&lt;script&gt;alert(1)&lt;/script&gt;石桥镇2024年法治政府建设年度报告"))); }, judged, 1),
      row("what a page would load and send", [long_report] { return html("<base href=http://127.0.0.1:9/><iframe src=/etc/passwd></iframe><img src=http://127.0.0.1:9/x><meta http-equiv=refresh content='0;url=file:///etc/passwd'>" + long_report); }, judged, 1),
      row("a page without an end", [report] { return "<html><body>" + report + "<!-- <p>法治"; }, judged, 1),
      row("a page of references to characters that do not exist", [report] { return html(report + repeated("&#xD800;&#0;&#x110000;&#55555555555555;", 1000)); }, judged, 1),
      saved("parts a thousand deep", [] { return nested_mime(1000); }, refused, 3),
      saved("ten thousand parts", [] { return mime(repeated(mime_part("Content-Type: image/png", "x"), 10'000)); }, refused, 3),
      saved("a part that is no base 64", [] { return mime(mime_part("Content-Type: text/html\r\nContent-Transfer-Encoding: base64", "****\xFF\xFE====" + std::string(100'000, '='))); }, refused, 3),
      saved("a frame that is fetched", [long_report] { return mime(mime_part("Content-Type: text/html; charset=utf-8\r\nContent-Location: file:///etc/passwd", html(long_report + "<iframe src=\"cid:../../etc/passwd\">"))); }, judged, 1),
      saved("no boundary", [] { return std::string("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"\"\r\n\r\n----\r\n"); }, {"input.damaged", "input.without-text", "input.not-chinese"}, 3),
      file_row("an e-mail with an attachment that climbs out", "a.eml", [] { return mime(mime_part("Content-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename=\"../../etc/x.txt\"", report_with(""))); }, {kAudited, "input.other-kind", "input.damaged", "input.without-text"}, 3),
  };
}

std::vector<HostileRow> old_files() {
  const std::vector<std::string_view> any{kAudited, "input.damaged", "input.program-failed", "input.program-slow", "input.needs-program", "input.without-text", "input.not-chinese"};
  return {
      slow(file_row("groups of RTF without end", "a.rtf", [] { return "{\\rtf1" + repeated("{", 200'000); }, any)),
      slow(file_row("an object of RTF that is cut", "a.rtf", [] { return std::string("{\\rtf1{\\object\\objemb{\\*\\objdata ") + repeated("00", 1000) + "}}"; }, any)),
  };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pages)

BOOST_AUTO_TEST_CASE(of_pdf) { run_rows(pdf_files()); }
BOOST_AUTO_TEST_CASE(of_the_web) { run_rows(web_pages()); }
BOOST_AUTO_TEST_CASE(of_old_programs) { run_rows(old_files()); }

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi::test
