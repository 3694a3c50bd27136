#include <array>
#include <boost/test/unit_test.hpp>
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

/// Bytes of a program, of which no text can be made.
std::string binary() {
  std::string bytes = "\x7f" "ELF";
  for (int value = 0; value < 4096; ++value) bytes += static_cast<char>(value % 7 == 0 ? 0 : value * 37 % 256);
  return bytes;
}

std::string english() {
  std::string text;
  while (text.size() < 2000) text += "The township held four meetings on the rule of law this year.\n";
  return text;
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
          {"大.txt", std::string(std::size_t{50} << 20, 'a'), "input.too-large"},
          {"刚好过大.txt", std::string((std::size_t{8} << 20) + 1, 'a'), "input.too-large"}};
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
  place.write("夹/表.xlsx", "PK");
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

BOOST_AUTO_TEST_CASE(documents_that_are_not_read_yet) {
  const Workplace place;
  place.write("夹/甲.txt", test::good_report());
  place.write("夹/乙.docx", "PK\x03\x04");
  place.write("夹/丙.PDF", "%PDF-1.7");
  const Run run = place.run({"check", "-f", "xml", "夹"});
  BOOST_TEST(run.exit_code == 3);
  BOOST_TEST(count(run.output, "<report ") == 1U);
  BOOST_TEST(count(run.output, "code=\"input.kind-not-read\"") == 2U);
  BOOST_TEST(holds(run.errors, ".docx"));
  const Run named = place.run({"check", "-f", "xml", "夹/乙.docx"});
  BOOST_TEST(named.exit_code == 3);
  BOOST_TEST(count(named.output, "<report ") == 0U);
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
