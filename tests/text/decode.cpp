#include "text/decode.hpp"

#include <iconv.h>

#include <array>
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "text/utf8.hpp"

namespace fazhi {
namespace {

using std::string_literals::operator""s;
using std::string_view_literals::operator""sv;

constexpr std::string_view kReport =
    "云溪县下青石镇2024年度法治政府建设情况报告\n"
    "当年各村接待邻里争执118起，劝和116起，劝和率98%，让乡亲们守住家门口的和气。\n";

constexpr std::string_view kTraditional =
    "關於本鎮年度法治政府建設的情況報告\n一年來，本鎮黨委政府堅持依法辦事，全年化解矛盾一百餘起，群眾的法治意識有了提高"
    "。\n";

Result<DecodedText> decode_bytes(std::string_view bytes) {
  return decode(std::as_bytes(std::span(bytes.data(), bytes.size())), "报告.txt");
}

/// `utf8` in another encoding, by the C library and not by what is tested.
std::string encoded(std::string_view utf8, const char* encoding) {
  const iconv_t converter = iconv_open(encoding, "UTF-8");
  std::string text(utf8);
  std::string bytes(4 * utf8.size() + 16, '\0');
  char* in = text.data();
  char* out = bytes.data();
  std::size_t in_left = text.size();
  std::size_t out_left = bytes.size();
  const std::size_t failed = iconv(converter, &in, &in_left, &out, &out_left);
  iconv_close(converter);
  BOOST_REQUIRE(failed == 0U);
  bytes.resize(bytes.size() - out_left);
  return bytes;
}

void check_text(std::string_view bytes, Encoding encoding, std::string_view text) {
  const auto decoded = decode_bytes(bytes);
  BOOST_REQUIRE(decoded.has_value());
  BOOST_TEST(name_of(decoded->encoding) == name_of(encoding));
  BOOST_TEST(decoded->utf8 == text);
}

void check_error(std::string_view bytes, const Message& expected) {
  const auto decoded = decode_bytes(bytes);
  BOOST_REQUIRE(!decoded.has_value());
  BOOST_TEST(code_of(decoded.error().id) == code_of(expected.id));
  BOOST_TEST(decoded.error().arguments == expected.arguments, boost::test_tools::per_element());
}

Message undecodable(std::size_t byte) { return {MessageId::input_undecodable, {"报告.txt", std::to_string(byte)}}; }
Message binary() { return {MessageId::input_binary, {"报告.txt"}}; }
Message empty() { return {MessageId::input_empty, {"报告.txt"}}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(decoding)

BOOST_AUTO_TEST_CASE(every_encoding) {
  check_text(kReport, Encoding::utf8, kReport);
  check_text("\xEF\xBB\xBF"s + std::string(kReport), Encoding::utf8, kReport);
  check_text(encoded(kReport, "gb18030"), Encoding::gb18030, kReport);
  check_text(encoded(kReport, "GBK"), Encoding::gb18030, kReport);
  check_text("\x84\x31\x95\x33"s + encoded(kReport, "gb18030"), Encoding::gb18030, kReport);
  check_text(encoded(kReport, "UTF-16LE"), Encoding::utf16le, kReport);
  check_text(encoded(kReport, "UTF-16BE"), Encoding::utf16be, kReport);
  check_text("\xFF\xFE"s + encoded(kReport, "UTF-16LE"), Encoding::utf16le, kReport);
  check_text("\xFE\xFF"s + encoded(kReport, "UTF-16BE"), Encoding::utf16be, kReport);
  // One was put before another.
  check_text("\xEF\xBB\xBF\xEF\xBB\xBF"s + std::string(kReport), Encoding::utf8, kReport);
  check_text("\xFF\xFE\xFF\xFE"s + encoded(kReport, "UTF-16LE"), Encoding::utf16le, kReport);
  check_text(encoded(kTraditional, "Big5"), Encoding::big5, kTraditional);
}

BOOST_AUTO_TEST_CASE(traditional_text_in_gb18030_is_not_big5) {
  check_text(encoded(kTraditional, "gb18030"), Encoding::gb18030, kTraditional);
}

BOOST_AUTO_TEST_CASE(four_byte_sequences) {
  const std::string text = std::string(kReport) + "㐀𠮷\n";
  check_text(text, Encoding::utf8, text);
  check_text(encoded(text, "gb18030"), Encoding::gb18030, text);
  check_text(encoded(text, "UTF-16LE"), Encoding::utf16le, text);
}

BOOST_AUTO_TEST_CASE(short_texts) {
  check_text("法", Encoding::utf8, "法");
  check_text("abc", Encoding::utf8, "abc");
  check_text(encoded("法治政府", "gb18030"), Encoding::gb18030, "法治政府");
  check_text(encoded("法治政府", "UTF-16LE"), Encoding::utf16le, "法治政府");
}

BOOST_AUTO_TEST_CASE(line_breaks_become_line_feeds) {
  check_text("法\r\n治\r政\n\r府\r", Encoding::utf8, "法\n治\n政\n\n府\n");
  check_text(encoded("法治\r\n政府建设", "UTF-16LE"), Encoding::utf16le, "法治\n政府建设");
}

BOOST_AUTO_TEST_CASE(malformed_utf8) {
  constexpr auto kCases = std::to_array<std::string_view>({
      "\xC0\xAF"sv,          // overlong /
      "\xE0\x80\xAF"sv,      // overlong /
      "\xF0\x80\x80\xAF"sv,  // overlong /
      "\xC1\xBF"sv,          // overlong
      "\xED\xA0\x80"sv,      // surrogate
      "\xED\xBF\xBF"sv,      // surrogate
      "\xF4\x90\x80\x80"sv,  // beyond U+10FFFF
      "\xF5\x80\x80\x80"sv,
      "\xFF"sv,
      "\x80"sv,      // continuation without lead
      "\xE6\xB3"sv,  // truncated
      "\xE6"sv,
      "\xF0\xA0\xAE"sv,
  });
  for (const std::string_view bad : kCases) {
    check_error(std::string(kReport) + std::string(bad), undecodable(kReport.size() + 1));
    check_error(std::string(kReport) + std::string(bad) + "完毕。", undecodable(kReport.size() + 1));
    check_error("\xEF\xBB\xBF"s + std::string(kReport) + std::string(bad), undecodable(kReport.size() + 4));
  }
}

BOOST_AUTO_TEST_CASE(malformed_double_byte_text) {
  const std::string report = encoded(kReport, "gb18030");
  check_error(report + "\x81"s, undecodable(report.size() + 1));
  check_error(report + "\xFF\xFF"s + report, undecodable(report.size() + 1));
  check_error("\x84\x31\x95\x33"s + report + "\xFF"s, undecodable(report.size() + 5));
}

BOOST_AUTO_TEST_CASE(malformed_utf16) {
  const std::string report = encoded(kReport, "UTF-16LE");
  const std::string lone_high = "\x40\xD8"s;
  const std::string lone_low = "\x00\xDC"s;
  for (const std::string& bom : {""s, "\xFF\xFE"s}) {
    check_error(bom + report + lone_high, undecodable(bom.size() + report.size() + 1));
    check_error(bom + report + lone_high + report, undecodable(bom.size() + report.size() + 1));
    check_error(bom + report + lone_low + report, undecodable(bom.size() + report.size() + 1));
    check_error(bom + report + "\x4E"s, undecodable(bom.size() + report.size() + 1));
  }
}

BOOST_AUTO_TEST_CASE(text_in_no_encoding_is_refused) {
  std::string noise;
  for (int each = 0; each < 400; ++each) noise += static_cast<char>(0xA1 + each * 37 % 94);
  const auto decoded = decode_bytes(noise);
  BOOST_REQUIRE(!decoded.has_value());
  BOOST_TEST(code_of(decoded.error().id) == "input.undecodable");
}

BOOST_AUTO_TEST_CASE(what_is_no_text) {
  check_error("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv, binary());
  check_error("abc\0def"sv, binary());
  check_error("\xFF\xFE\x00\x00\x41\x00\x00\x00"sv, binary());
  check_error("\x01\x02\x03\x04\x05\x06 abc"sv, binary());
}

BOOST_AUTO_TEST_CASE(a_stray_control_character_is_text) {
  const std::string text = std::string(kReport) + "\x07\x0c\n";
  check_text(text, Encoding::utf8, text);
}

BOOST_AUTO_TEST_CASE(empty_input) {
  check_error("", empty());
  check_error(" \r\n\t", empty());
  check_error("\u3000\u3000\n", empty());
  check_error("\xEF\xBB\xBF"sv, empty());
  check_error("\xFF\xFE"sv, empty());
}

BOOST_AUTO_TEST_CASE(utf8_round_trip_of_every_code_point) {
  for (char32_t value = 0; value < 0x110000; ++value) {
    if (value >= 0xD800 && value < 0xE000) continue;
    std::string text;
    utf8::append(text, value);
    const auto decoded = utf8::decode(text, 0);
    if (decoded.value != value || decoded.size_bytes != text.size() || utf8::find_invalid(text) ||
        utf8::decode_before(text, text.size()).value != value) {
      BOOST_FAIL("U+" << std::hex << static_cast<std::uint32_t>(value));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
