#include <boost/test/unit_test.hpp>
#include <random>

#include "hostile/rows.hpp"

namespace fazhi::test {
namespace {

using std::string_literals::operator""s;

constexpr std::size_t kMega = std::size_t{1} << 20;

std::string noise(std::size_t bytes) {
  std::mt19937 random(7);
  std::string out;
  while (out.size() < bytes) out += static_cast<char>(random() & 0xFFU);
  return out;
}

/// A report in GB18030 with a byte in its middle that belongs to no character.
std::string broken_gb18030() {
  std::string bytes = encoded(report_with(repeated("组织干部学法十二次。", 40)), "GB18030");
  bytes.insert(bytes.size() / 2, "\xFF\xFF\x80");
  return bytes;
}

std::string utf16(std::string_view utf8) { return "\xFF\xFE" + encoded(utf8, "UTF-16LE"); }

std::string numbered_headings() {
  std::string out;
  for (int number = 0; number < 20'000; ++number) out += "（" + std::to_string(number) + "）1.①（一）一、第" + std::to_string(number) + "条\n";
  return out;
}

std::vector<HostileRow> undecodable() {
  const std::vector<std::string_view> judged{kAudited};
  const std::vector<std::string_view> refused{"input.undecodable", "input.binary", "input.not-chinese"};
  return {
      file_row("an empty file", "a.txt", [] { return ""s; }, {"input.empty"}),
      file_row("one zero byte", "a.txt", [] { return "\0"s; }, {"input.binary"}),
      file_row("zero bytes alone", "a.txt", [] { return std::string(kMega, '\0'); }, {"input.binary"}),
      file_row("zero bytes by the name of a document", "a.docx", [] { return std::string(kMega, '\0'); }, {"input.damaged"}),
      file_row("zero bytes by the name of an archive", "a.zip", [] { return std::string(kMega, '\0'); }, {"input.damaged", "input.other-kind"}),
      file_row("a zero byte inside a report", "a.txt", [] { return report_with("学法\0十二次。"s); }, {kAudited, "input.binary"}, 3),
      file_row("noise", "a.txt", [] { return noise(kMega); }, refused),
      file_row("noise without a name", "a", [] { return noise(kMega); }, refused),
      file_row("a lone surrogate in UTF-8", "a.txt", [] { return report_with("学法\xED\xA0\x80十二次。"); }, refused),
      file_row("two surrogates in UTF-8 (CESU-8)", "a.txt", [] { return report_with("学法\xED\xA0\xBD\xED\xB8\x80十二次。"); }, refused),
      file_row("an overlong slash", "a.txt", [] { return report_with("学法\xC0\xAF十二次。"); }, refused),
      file_row("an overlong zero of four bytes", "a.txt", [] { return report_with("学法\xF0\x80\x80\x80十二次。"); }, refused),
      file_row("a code point beyond Unicode", "a.txt", [] { return report_with("学法\xF4\x90\x80\x80十二次。"); }, refused),
      file_row("UTF-8 that is cut inside a character", "a.txt", [] { return report_with("") + "\xE5\xB9"; }, {"input.undecodable", "input.binary", kAudited}, 3),
      file_row("broken GB18030", "a.txt", broken_gb18030, refused),
      file_row("truncated UTF-16", "a.txt", [] { return utf16(report_with("")) + "\x4E"; }, refused),
      file_row("a lone surrogate in UTF-16", "a.txt", [] { return utf16(report_with("")) + "\x00\xD8\x4E\x00"s; }, refused),
      file_row("a byte order mark alone", "a.txt", [] { return "\xEF\xBB\xBF"s; }, {"input.not-chinese", "input.empty"}),
      file_row("a mark of UTF-16 alone", "a.txt", [] { return "\xFF\xFE"s; }, {"input.not-chinese", "input.empty", "input.binary"}),
      file_row("UTF-32", "a.txt", [] { return "\xFF\xFE\0\0"s + encoded(report_with(""), "UTF-32LE"); }, {"input.undecodable", "input.binary", "input.not-chinese", kAudited}),
  };
}

std::vector<HostileRow> endless() {
  const std::vector<std::string_view> judged{kAudited};
  return {
      file_row("ten megabytes in one line", "a.txt", [] { return repeated("法治", 10 * kMega / 6); }, {"input.too-much-text"}),
      file_row("a megabyte without a stop", "a.txt", [] { return report_with(repeated("我镇组织干部学法", kMega / 24)); }, judged, 1),
      file_row("a megabyte of digits", "a.txt", [] { return report_with(repeated("1234567890", kMega / 10)); }, judged, 1),
      file_row("a megabyte of quotation marks", "a.txt", [] { return report_with(repeated("“", kMega / 3)); }, judged, 1),
      file_row("a megabyte of opening brackets", "a.txt", [] { return report_with(repeated("（《【", kMega / 9)); }, judged, 1),
      file_row("a megabyte of Chinese numerals", "a.txt", [] { return report_with(repeated("百万亿零", kMega / 12)); }, judged, 1),
      file_row("a hundred thousand empty lines", "a.txt", [] { return report_with(repeated("\r\n\r", 100'000)); }, judged, 1),
      file_row("headings without end", "a.txt", [] { return report_with(numbered_headings()); }, judged, 1),
      file_row("what makes patterns backtrack", "a.txt", [] { return report_with(repeated("开展的不是没有未能开展将要", kMega / 40)); }, judged, 1),
      file_row("a hundred thousand combining marks", "a.txt", [] { return report_with("法" + repeated("\xCC\x81", 100'000)); }, judged, 1),
      file_row("names of statutes without end", "a.txt", [] { return report_with(repeated("《中华人民共和国治安管理处罚法", 20'000)); }, judged, 1),
      file_row("places without end", "a.txt", [] { return report_with(repeated("在甲乙镇、丙丁镇和", 20'000)); }, judged, 1),
      file_row("fifty thousand tables of one row", "a.txt", [] { return report_with(repeated("甲\t乙\t丙\n丁\t戊\t己\n\n", 50'000)); }, judged, 1),
  };
}

std::vector<HostileRow> deceiving() {
  const std::vector<std::string_view> judged{kAudited};
  return {
      file_row("a title that is a script", "a.txt", [] { return report_titled("<script>alert(1)</script>石桥镇2024年法治政府建设年度报告"); }, judged, 1),
      file_row("a title that ends an attribute", "a.txt", [] { return report_titled("石桥镇\"'><img src=x onerror=alert(1)>2024年法治政府建设年度报告"); }, judged, 1),
      file_row("a title that ends a section of CDATA", "a.txt", [] { return report_titled("石桥镇]]></report><x/>2024年法治政府建设年度报告"); }, judged, 1),
      file_row("a title that is a formula", "a.txt", [] { return report_titled("=cmd|'/C calc'!A1石桥镇2024年法治政府建设年度报告"); }, judged, 1),
      file_row("a title that turns the writing direction", "a.txt", [] { return report_titled("石桥镇\xE2\x80\xAE" "2024年法治政府建设年度报告"); }, judged, 1),
      file_row("escape sequences", "a.txt", [] { return report_with("\x1B]0;x\x07\x1B[2J组织干部学法十二次。"); }, {kAudited, "input.binary"}, 1),
      file_row("control characters of the second set", "a.txt", [] { return report_with("\xC2\x9B" "2J\xC2\x9D" "0;x组织干部学法十二次。"); }, judged, 1),
      file_row("code points that are no characters", "a.txt", [] { return report_with("\xEF\xBF\xBE\xEF\xBF\xBF\xF4\x8F\xBF\xBF组织干部学法十二次。"); }, judged, 1),
      file_row("tags and private use", "a.txt", [] { return report_with("\xF3\xA0\x80\x81\xEE\x80\x80组织\xF3\xA0\x81\x81干部学法。"); }, judged, 1),
      file_row("entities in plain text", "a.txt", [] { return report_with("&xxe; &#0; &lt;组织干部学法。"); }, judged, 1),
  };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(texts)

BOOST_AUTO_TEST_CASE(that_are_no_text) { run_rows(undecodable()); }
BOOST_AUTO_TEST_CASE(without_end) { run_rows(endless()); }
BOOST_AUTO_TEST_CASE(that_deceive) { run_rows(deceiving()); }

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi::test
