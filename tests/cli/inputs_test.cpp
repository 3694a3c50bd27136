#include <array>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "cli/run_program.hpp"

namespace fazhi {
namespace {

using test::Run;
using test::Workplace;

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

bool holds(std::string_view text, std::string_view what) { return text.find(what) != std::string_view::npos; }

/// Bytes of which no text can be made.
std::string binary() {
  std::string bytes = "\x7f";
  for (int value = 0; value < 4096; ++value) bytes += static_cast<char>(value % 7 == 0 ? 0 : value * 37 % 256);
  return bytes;
}

std::string english() {
  std::string text;
  while (text.size() < 2000) text += "The township held four meetings on the rule of law this year.\n";
  return text;
}

std::string content_of(const std::string& name) {
  std::ifstream in(FAZHI_SOURCE_DIR "/tests/documents/" + name, std::ios::binary);
  BOOST_REQUIRE(in.good());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

struct Bad {
  std::string_view name;
  std::string bytes;
  std::string_view code;
};

std::vector<Bad> bad_files() {
  return {{"空.txt", "", "input.empty"},
          {"二进制.txt", binary(), "input.binary"},
          {"英文.txt", english(), "input.not-chinese"},
          {"几个字.txt", "云溪镇报告\n", "input.not-chinese"},
          {"大.txt", std::string((std::size_t{128} << 20) + 1, 'a'), "input.too-large"},
          {"文字过多.txt", std::string((std::size_t{8} << 20) + 1, 'a'), "input.too-much-text"},
          {"名单.csv", "甲,乙\n", "input.other-kind"}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(inputs)

BOOST_AUTO_TEST_CASE(exit_code_tells_whether_all_pass) {
  const Workplace place;
  place.write("好.txt", test::good_report());
  place.write("差.txt", test::poor_report());
  BOOST_TEST(place.run({"check", "好.txt"}).exit_code == 0);
  BOOST_TEST(place.run({"check", "差.txt"}).exit_code == 1);
  BOOST_TEST(place.run({"check", "好.txt", "差.txt"}).exit_code == 1);
  BOOST_TEST(place.run({"check", "好.txt", "无.txt"}).exit_code == 3);
  BOOST_TEST(place.run({"check", "差.txt", "无.txt"}).exit_code == 3);
}

BOOST_AUTO_TEST_CASE(a_missing_file) {
  const Workplace place;
  const Run run = place.run({"check", "-f", "xml", "无.txt"});
  BOOST_TEST(run.exit_code == 3);
  BOOST_TEST(holds(run.errors, "找不到“无.txt”"));
  BOOST_TEST(holds(run.output, "<error source=\"无.txt\" code=\"input.missing\">"));
}

BOOST_AUTO_TEST_CASE(files_that_are_no_reports) {
  const Workplace place;
  for (const Bad& each : bad_files()) {
    BOOST_TEST_CONTEXT(each.name) {
      const std::string path = place.write(std::string(each.name), each.bytes);
      const Run run = place.run({"check", "-f", "xml", path});
      BOOST_TEST(run.exit_code == 3);
      BOOST_TEST(holds(run.errors, path));
      BOOST_TEST(holds(run.output, "code=\"" + std::string(each.code) + "\""));
      BOOST_TEST(count(run.output, "<report ") == 0U);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_folder_without_reports) {
  const Workplace place;
  place.write("夹/说明.csv", "甲,乙\n");
  place.write("夹/.hidden.txt", test::good_report());
  const Run run = place.run({"check", "-f", "xml", "夹"});
  BOOST_TEST(run.exit_code == 3);
  BOOST_TEST(holds(run.output, "code=\"input.no-reports\""));
  BOOST_TEST(holds(run.errors, "夹"));
}

BOOST_AUTO_TEST_CASE(a_folder_with_good_and_bad_files) {
  const Workplace place;
  place.write("夹/甲.txt", test::good_report());
  place.write("夹/乙.txt", "");
  place.write("夹/丙/丁.TXT", test::good_report());
  place.write("夹/~$甲.txt", "锁");
  place.write("夹/.git/戊.txt", test::good_report());
  const Run run = place.run({"check", "-f", "xml", "夹"});
  BOOST_TEST(run.exit_code == 3);
  BOOST_TEST(count(run.output, "<report ") == 2U);
  BOOST_TEST(count(run.output, "<error ") == 1U);
  BOOST_TEST(holds(run.output, "source=\"夹/甲.txt\""));
  BOOST_TEST(holds(run.output, "source=\"夹/丙/丁.TXT\""));
  BOOST_TEST(holds(run.output, "source=\"夹/乙.txt\" code=\"input.empty\""));
}

BOOST_AUTO_TEST_CASE(a_folder_is_read_in_order_of_paths) {
  const Workplace place;
  for (const char* name : {"c.txt", "a.txt", "b/z.txt", "b.txt"}) place.write("夹/" + std::string(name), test::good_report());
  const Run run = place.run({"check", "-f", "xml", "夹"});
  BOOST_TEST(run.exit_code == 0);
  const auto at = [&](std::string_view name) { return run.output.find(name); };
  BOOST_TEST(at("夹/a.txt") < at("夹/b.txt"));
  BOOST_TEST(at("夹/b.txt") < at("夹/b/z.txt"));
  BOOST_TEST(at("夹/b/z.txt") < at("夹/c.txt"));
  BOOST_TEST(run.output == place.run({"check", "-f", "xml", "夹"}).output);
}

BOOST_AUTO_TEST_CASE(an_archive) {
  const Workplace place;
  place.write("夹/甲.txt", test::good_report());
  place.write("夹/嵌套.zip", content_of("archives/nested.zip"));
  place.write("夹/坏.zip", content_of("archives/one-bad-checksum.zip"));
  const Run run = place.run({"check", "-f", "xml", "夹"});
  BOOST_TEST(run.exit_code == 3);
  BOOST_TEST(holds(run.output, "<report source=\"夹/嵌套.zip/甲县.zip/乙镇.zip/报告.txt\""));
  BOOST_TEST(holds(run.output, "<error source=\"夹/坏.zip/乙.txt\" code=\"archive.entry-damaged\">"));
  BOOST_TEST(count(run.output, "<report ") == 6U);
  BOOST_TEST(run.output == place.run({"check", "-f", "xml", "夹"}).output);
  // As standard input, and to be explained.
  const Run input = place.run({"check", "-f", "xml", "-"}, content_of("archives/nested.zip"));
  BOOST_TEST(holds(input.output, "<report source=\"-/甲县.zip/报告.txt\""));
  const Run explained = place.run({"explain", "夹/嵌套.zip"});
  BOOST_TEST(explained.exit_code == 0);
  BOOST_TEST(holds(explained.output, "夹/嵌套.zip/报告.txt"));
}

BOOST_AUTO_TEST_CASE(links_in_an_archive_are_told_once) {
  const Workplace place;
  place.write("包.tar.gz", content_of("archives/gbk.tar.gz"));
  const Run run = place.run({"check", "-f", "xml", "包.tar.gz"});
  BOOST_TEST(run.exit_code == 1);
  BOOST_TEST(count(run.output, "<report ") == 3U);
  BOOST_TEST(count(run.errors, "“包.tar.gz”里有2处链接") == 1U);
}

BOOST_AUTO_TEST_CASE(standard_input) {
  const Workplace place;
  const Run run = place.run({"check", "-f", "xml", "-"}, test::good_report());
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(holds(run.output, "<report source=\"-\""));
  BOOST_TEST(holds(run.output, "unit=\"云溪镇\""));
  BOOST_TEST(place.run({"check", "-"}, "").exit_code == 3);
  BOOST_TEST(place.run({"check", "-"}, test::poor_report()).exit_code == 1);
}

BOOST_AUTO_TEST_CASE(a_file_as_utf16_is_judged_like_its_utf8_twin) {
  const Workplace place;
  place.write("甲.txt", test::good_report());
  // 云溪镇 and on, in UTF-16LE with its mark: code points below U+10000 alone.
  std::string wide = "\xff\xfe";
  const std::string narrow = test::good_report();
  for (std::size_t at = 0; at < narrow.size();) {
    const auto lead = static_cast<unsigned char>(narrow[at]);
    const auto byte = [&](std::size_t index) { return static_cast<unsigned>(static_cast<unsigned char>(narrow[at + index]) & 0x3F); };
    const unsigned point = lead < 0x80 ? lead : (lead & 0x0Fu) << 12 | byte(1) << 6 | byte(2);
    wide += static_cast<char>(point & 0xFF);
    wide += static_cast<char>(point >> 8);
    at += lead < 0x80 ? 1 : 3;
  }
  place.write("乙.txt", wide);
  const std::string findings = place.run({"check", "-f", "text", "-d", "甲.txt"}).output;
  const Run other = place.run({"check", "-f", "text", "-d", "乙.txt"});
  BOOST_TEST(other.exit_code == 0);
  std::string renamed = other.output;
  for (std::size_t at = renamed.find("乙.txt"); at != std::string::npos; at = renamed.find("乙.txt")) renamed.replace(at, 7, "甲.txt");
  BOOST_TEST(renamed == findings);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
