#include "document/fixed/pdf.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "document/fixed/pdf_words.hpp"
#include "process/child.hpp"

namespace fazhi {
namespace {

bool has_poppler() {
  const bool found = find_program("pdftotext") && find_program("pdfinfo") && find_program("pdftoppm");
  if (!found) BOOST_TEST_MESSAGE("poppler-utils is not installed: PDF is not tested");
  return found;
}

std::string bytes_of(std::string_view name) {
  const Result<std::string> bytes =
      read_bytes(std::string(FAZHI_SOURCE_DIR) + "/tests/documents/pdf/" + std::string(name));
  BOOST_REQUIRE(bytes.has_value());
  return bytes.value();
}

std::vector<std::string> body_of(const Document& document) {
  std::vector<std::string> body;
  for (const Paragraph& each : document.paragraphs) {
    if (!each.furniture) body.emplace_back(each.range.of(document.text));
  }
  return body;
}

/// `text` without spaces: justified lines and Latin letters have some.
std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

const std::string kTitle = "松涧县梨坪镇2024年度法治政府建设年度报告";
const std::string kOrganisation =
    "（一）加强组织领导。镇党委会议专题研究法治建设工作3次，镇长带头述法，镇、村两级干部参加学法考试118人次，"
    "合格率达到98%。";

void check_report(std::string_view name, std::size_t paragraphs) {
  const Result<Document> document = read_pdf(bytes_of(name), name, {});
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST(document.value().format == "pdf");
  const std::vector<std::string> body = body_of(document.value());
  BOOST_TEST_REQUIRE(body.size() == paragraphs);
  BOOST_TEST(without_spaces(body[0]) == kTitle);
  BOOST_TEST(without_spaces(body[3]) == kOrganisation);
  BOOST_TEST(without_spaces(body.back()) == "2025年1月8日");
}

MessageId failure_of(std::string_view bytes) {
  const Result<Document> document = read_pdf(bytes, "a.pdf", {});
  BOOST_REQUIRE(!document.has_value());
  return document.error().id;
}

/// A PDF of so many empty pages; without a table of its objects, which poppler
/// puts together again.
std::string empty_pages(std::size_t count) {
  std::string kids;
  std::string pages;
  for (std::size_t page = 0; page < count; ++page) {
    const std::string number = std::to_string(page + 3);
    kids += number + " 0 R ";
    pages += number + " 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>> endobj\n";
  }
  return "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Count " +
         std::to_string(count) + "/Kids[" + kids + "]>> endobj\n" + pages + "trailer <</Root 1 0 R>>\n%%EOF\n";
}

/// A PDF of `limits::kPages` pages with so many words each.
std::string pages_full_of_words(std::size_t words) {
  std::string content = "BT /F 9 Tf ";
  for (std::size_t word = 0; word < words; ++word) {
    content += word % 40 == 0 ? "1 0 0 1 20 " + std::to_string(20 + word) + " Tm (a) Tj " : "12 0 Td (a) Tj ";
  }
  content += "ET";
  std::string bytes = empty_pages(limits::kPages);
  const std::string mark = "/MediaBox[0 0 99 99]";
  const std::string with_content = "/MediaBox[0 0 600 600]/Contents 9001 0 R/Resources<</Font<</F 9002 0 R>>>>";
  std::string out;
  for (std::size_t at = 0;;) {
    const std::size_t next = bytes.find(mark, at);
    out += bytes.substr(at, next - at);
    if (next == std::string::npos) break;
    out += with_content;
    at = next + mark.size();
  }
  const std::string objects = "9001 0 obj <</Length " + std::to_string(content.size()) + ">>\nstream\n" + content +
                              "\nendstream endobj\n9002 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n";
  return out.insert(out.find("trailer"), objects);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf)

BOOST_AUTO_TEST_CASE(a_word_processors_report_is_read) {
  if (has_poppler()) check_report("writer-three-pages.pdf", 12);
}

BOOST_AUTO_TEST_CASE(a_printed_web_page_is_read) {
  if (!has_poppler()) return;
  check_report("chromium-two-pages.pdf", 6);
  const Result<Document> document = read_pdf(bytes_of("chromium-two-pages.pdf"), "a.pdf", {});
  for (const std::string& each : body_of(document.value())) BOOST_TEST(each.find("https:") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(columns_are_read_one_after_the_other) {
  if (has_poppler()) check_report("two-columns.pdf", 12);
}

BOOST_AUTO_TEST_CASE(page_numbers_are_furniture_and_pages_are_told) {
  if (!has_poppler()) return;
  const Result<Document> document = read_pdf(bytes_of("writer-three-pages.pdf"), "a.pdf", {});
  BOOST_REQUIRE(document.has_value());
  std::size_t furniture = 0;
  for (const Paragraph& each : document.value().paragraphs) furniture += each.furniture ? 1U : 0U;
  BOOST_TEST(furniture == 3U);
  BOOST_TEST(document.value().paragraphs[0].page == 1);
  BOOST_TEST(document.value().paragraphs[0].centered);
  BOOST_TEST(document.value().paragraphs[11].page == 3);
}

BOOST_AUTO_TEST_CASE(an_owners_password_keeps_nobody_from_reading) {
  if (has_poppler()) check_report("owner-password.pdf", 12);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_says_why) {
  if (!has_poppler()) return;
  BOOST_TEST((failure_of(bytes_of("user-password.pdf")) == MessageId::input_encrypted));
  BOOST_TEST((failure_of(bytes_of("scan.pdf")) == MessageId::input_scanned));
  BOOST_TEST((failure_of("%PDF-1.4\nnothing") == MessageId::input_damaged));
  BOOST_TEST((failure_of(empty_pages(limits::kPages + 1)) == MessageId::input_too_many_pages));
  BOOST_TEST((failure_of(pages_full_of_words(400)) == MessageId::input_too_much_text));
  BOOST_TEST((failure_of(empty_pages(2)) == MessageId::input_scanned));
}

BOOST_AUTO_TEST_CASE(a_report_with_a_scanned_page_says_which) {
  if (!has_poppler()) return;
  const Result<Document> document = read_pdf(bytes_of("last-page-scanned.pdf"), "a.pdf", {});
  BOOST_REQUIRE(document.has_value());
  BOOST_TEST_REQUIRE(document.value().notes.size() == 1U);
  BOOST_TEST((document.value().notes[0] == Message{MessageId::document_pages_without_text, {"a.pdf", "3"}}));
}

BOOST_AUTO_TEST_CASE(without_poppler_it_says_what_to_install) {
  const char* path = std::getenv("PATH");
  const std::string before = path == nullptr ? "" : path;
  ::setenv("PATH", "/nowhere", 1);
  const MessageId id = failure_of("%PDF-1.4\n");
  ::setenv("PATH", before.c_str(), 1);
  BOOST_TEST((id == MessageId::input_needs_program));
}

BOOST_AUTO_TEST_CASE(words_with_radicals_and_control_characters_are_read) {
  const std::string xhtml =
      "<!DOCTYPE html PUBLIC \"x\" \"y\"><html><head><title>a</title></head><body><doc>\n"
      "<page width=\"10\" height=\"20\"><word xMin=\"1\" yMin=\"2\" xMax=\"3\" yMax=\"4\">⼀、⼯作\x01&lt;⻓</word></page>\n"
      "</doc></body></html>";
  const Result<std::vector<LaidPage>> pages = pdf_words(xhtml, "a.pdf");
  BOOST_REQUIRE(pages.has_value());
  BOOST_TEST_REQUIRE(pages.value().size() == 1U);
  BOOST_TEST_REQUIRE(pages.value()[0].texts.size() == 1U);
  BOOST_TEST(pages.value()[0].texts[0].text == "一、工作 <长");
  BOOST_TEST(pages.value()[0].texts[0].right == 3.0);
  BOOST_TEST(!pdf_words("<html>", "a.pdf").has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
