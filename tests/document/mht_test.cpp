#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "base/limits.hpp"
#include "document/web/mht.hpp"
#include "document/web/mime.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kPage =
    "<p>一年来，全镇共排查矛盾纠纷一百一十八起，化解一百一十六起，群众满意度稳步提高，各项工作有序开展。</p>";

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(std::filesystem::path(FAZHI_SOURCE_DIR) / "tests/documents" / path, std::ios::binary);
  BOOST_REQUIRE_MESSAGE(in.is_open(), path);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string without_white_space(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && (c < '\t' || c > '\r')) out += c;
  }
  return out;
}

std::string own_text(const Document& document) {
  std::string out;
  for (const Paragraph& each : document.paragraphs) {
    if (!each.furniture) out += without_white_space(each.range.of(document.text));
  }
  return out;
}

std::string part(std::string_view head, std::string_view body) {
  return "--B\r\n" + std::string(head) + "\r\n\r\n" + std::string(body) + "\r\n";
}

std::string message(std::string_view parameters, std::string_view parts) {
  return "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"B\"" +
         std::string(parameters) + "\r\n\r\n" + std::string(parts);
}

std::string code_of(const Result<Document>& document) {
  return document ? std::string("none") : std::string(fazhi::code_of(document.error().id));
}

std::string code(std::string_view bytes) { return code_of(read_mht(bytes, "a.mht")); }

}  // namespace

BOOST_AUTO_TEST_SUITE(mht)

BOOST_AUTO_TEST_CASE(saved_pages_read_like_their_text) {
  const std::string text = read_file("html/report.txt");
  for (const char* const name : {"browser-site.mht", "browser-old-tables.mht", "browser-frame.mht", "word-single-file.mht"}) {
    const auto document = read_mht(read_file(std::filesystem::path("mht") / name), name);
    BOOST_REQUIRE_MESSAGE(document.has_value(), name << ": " << code_of(document));
    BOOST_TEST(document->format == "mht");
    const std::string own = own_text(*document);
    BOOST_TEST((own.find(without_white_space(text)) == 0), name);
    BOOST_TEST(own.size() < without_white_space(text).size() + 300, name);
  }
}

BOOST_AUTO_TEST_CASE(a_report_in_a_frame_is_told) {
  const auto document = read_mht(read_file("mht/browser-frame.mht"), "a.mht");
  BOOST_REQUIRE(document.has_value());
  BOOST_REQUIRE_EQUAL(document->notes.size(), 1U);
  BOOST_TEST((document->notes.front().id == MessageId::document_from_frame));
}

BOOST_AUTO_TEST_CASE(headers) {
  const auto mime = parse_mime("\r\nFROM: <x>\ncontent-TYPE: Multipart/Related; type=\"text/html\";\n boundary=B; start=\"<root@x>\"\n\na preamble\n"
                               "--B\nContent-ID: <a>\n\nfirst\n--B\nContent-Type: TEXT/HTML; charset=gb2312\nContent-ID: <root@x>\nContent-Transfer-Encoding: Base64\n\nYWI=\n--B--\nan epilogue --B\n",
                               "a.mht");
  BOOST_REQUIRE(mime.has_value());
  BOOST_REQUIRE_EQUAL(mime->parts.size(), 2U);
  BOOST_TEST(mime->start == "root@x");
  BOOST_TEST(mime->parts[0].media_type == "text/plain");
  BOOST_TEST(mime->parts[1].media_type == "text/html");
  BOOST_TEST(mime->parts[1].charset == "gb2312");
  BOOST_TEST(mime->parts[1].content_id == "root@x");
  BOOST_TEST(decoded_body(mime->parts[1]) == "ab");
  BOOST_TEST(mime->parts[1].complete);
}

BOOST_AUTO_TEST_CASE(transfer_encodings) {
  const auto decoded = [](std::string_view encoding, std::string_view body) {
    MimePart part;
    part.encoding = encoding;
    part.body = body;
    return decoded_body(part);
  };
  BOOST_TEST(decoded("quoted-printable", "a=3Db=\r\nc= \t\nd=e9=X=") == "a=bcd\xE9=X");
  BOOST_TEST(decoded("base64", "5Lit\r\n5 paH!!") == "中文");
  BOOST_TEST(decoded("base64", "5Lit5g") == "中\xE6");
  BOOST_TEST(decoded("8bit", "=3D") == "=3D");
}

BOOST_AUTO_TEST_CASE(the_root_part) {
  const std::string other = part("Content-Type: text/html\r\nContent-ID: <o>", "<p>别处</p>");
  const std::string root = part("Content-Type: text/html; charset=utf-8\r\nContent-ID: <r>", kPage);
  BOOST_TEST(code(message("; start=\"<r>\"", other + root + "--B--")) == "none");
  BOOST_TEST(code(message("", part("Content-Type: image/png", "x") + root + "--B--")) == "none");
  BOOST_TEST(code(message("", part("Content-Type: image/png", "x") + "--B--")) == "input.without-text");
  const std::string nested = "--B\r\nContent-Type: multipart/alternative; boundary=C\r\n\r\n--C\r\nContent-Type: text/plain\r\n\r\nx\r\n--C\r\nContent-Type: text/html\r\n\r\n" +
                             std::string(kPage) + "\r\n--C--\r\n";
  BOOST_TEST(code(message("", nested + "--B--")) == "none");
  BOOST_TEST(code("Content-Type: text/html\r\n\r\n" + std::string(kPage)) == "none");
}

BOOST_AUTO_TEST_CASE(damaged_ones) {
  const std::string head = part("Content-Type: text/html", kPage);
  for (const std::string& bytes : {std::string("nothing"), std::string("\r\n"), std::string("Content-Type: multipart/related\r\n\r\n--B"),
                                   message("", "no delimiter"), message("", head)}) {
    BOOST_TEST(code(bytes) == "input.damaged", bytes);
  }
  // What is cut off behind the page is no loss.
  BOOST_TEST(code(message("", head + "--B\r\nContent-Type: image/png\r\n\r\niVBOR")) == "none");
}

BOOST_AUTO_TEST_CASE(limits_are_errors) {
  std::string deep;
  for (std::size_t n = 0; n <= limits::kMimeDepth; ++n) {
    const std::string name = "B" + std::to_string(n);
    deep += "Content-Type: multipart/mixed; boundary=" + name + "\r\n\r\n--" + name + "\r\n";
  }
  BOOST_TEST(code(deep) == "input.nested-too-deep");
  std::string many;
  for (std::size_t n = 0; n <= limits::kMimeParts; ++n) many += part("Content-Type: image/png", "x");
  BOOST_TEST(code(message("", many + "--B--")) == "input.too-many-parts");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
