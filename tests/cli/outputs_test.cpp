#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "cli/run_program.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;
using test::Run;
using test::Workplace;

bool holds(std::string_view text, std::string_view what) { return text.find(what) != std::string_view::npos; }

}  // namespace

BOOST_AUTO_TEST_SUITE(outputs)

BOOST_AUTO_TEST_CASE(formats) {
  const Workplace place;
  place.write("甲.txt", test::good_report());
  const Run text = place.run({"check", "-f", "text", "甲.txt"});
  BOOST_TEST(text.exit_code == 0);
  BOOST_TEST(holds(text.output, "云溪镇"));
  BOOST_TEST(!holds(text.output, "\x1b["));
  BOOST_TEST(text.output == place.run({"check", "甲.txt"}).output);
  const Run xml = place.run({"check", "-f", "xml", "甲.txt"});
  BOOST_TEST(xml.exit_code == 0);
  BOOST_TEST(xml.output.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
  BOOST_TEST(xml.output.ends_with("</audit>\n"));
  const Run lines = place.run({"check", "--format", "jsonl", "甲.txt", "甲.txt"});
  BOOST_TEST(lines.exit_code == 0);
  BOOST_TEST(lines.output.starts_with("{"));
  BOOST_TEST(lines.output.ends_with("}\n"));
  BOOST_TEST(place.run({"check", "-f", "odt", "甲.txt"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(page_of_a_report) {
  const Workplace place;
  place.write("甲.txt", test::good_report());
  place.write("乙.txt", test::poor_report());
  const Run one = place.run({"check", "-f", "html", "甲.txt"});
  BOOST_TEST(one.exit_code == 0);
  BOOST_TEST(one.output.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
  BOOST_TEST(one.output.ends_with("</html>\n"));
  BOOST_TEST(holds(one.output, "id=\"r1e1\""));
  BOOST_TEST(holds(one.output, "href=\"#r1e1\""));
  BOOST_TEST(holds(one.output, "class=\"title\""));
  BOOST_TEST(!holds(one.output, "id=\"contents\""));
  const Run all = place.run({"--lang", "en", "check", "-f", "html", "甲.txt", "乙.txt", "无.txt"});
  BOOST_TEST(all.exit_code == 3);
  BOOST_TEST(holds(all.output, "<html lang=\"en\">"));
  BOOST_TEST(holds(all.output, "href=\"#r3\""));
  BOOST_TEST(holds(all.output, "Cannot find"));
}

BOOST_AUTO_TEST_CASE(same_call_same_bytes) {
  const Workplace place;
  place.write("甲.txt", test::good_report());
  place.write("乙.txt", test::poor_report());
  for (const char* format : {"text", "xml", "jsonl", "html"}) {
    const std::vector<std::string> call{"check", "-f", format, "-d", "甲.txt", "乙.txt"};
    BOOST_TEST(place.run(call).output == place.run(call).output);
  }
}

BOOST_AUTO_TEST_CASE(english) {
  const Workplace place;
  place.write("乙.txt", test::poor_report());
  BOOST_TEST(holds(place.run({"check", "--lang", "en", "-d", "乙.txt"}).output, "missing"));
  BOOST_TEST(holds(place.run({"check", "-d", "乙.txt"}).output, "缺失"));
  BOOST_TEST(holds(place.run({"check", "--lang=en", "无.txt"}).errors, "Cannot find"));
  BOOST_TEST(holds(place.run({"--lang", "en", "check", "无.txt"}).errors, "Cannot find"));
  BOOST_TEST(holds(place.run({"--help"}).output, "审查"));
  BOOST_TEST(holds(place.run({"--help", "--lang", "en"}).output, "Audits"));
  BOOST_TEST(place.run({"check", "--lang", "fr", "乙.txt"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(profile_of_rules) {
  const Workplace place;
  place.write("甲.txt", test::good_report());
  const Run run = place.run({"check", "-f", "xml", "--profile", "甲.txt"});
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(run.output == place.run({"check", "-f", "xml", "甲.txt"}).output);
  BOOST_TEST(holds(run.errors, "清单township"));
  BOOST_TEST(holds(run.errors, "  规则\n"));
  BOOST_TEST(holds(run.errors, "  outline\n"));
  BOOST_TEST(holds(run.errors, "  cue."));
  BOOST_TEST(holds(place.run({"check", "--lang", "en", "--profile", "甲.txt"}).errors, "Checklist township"));
}

BOOST_AUTO_TEST_CASE(to_a_file) {
  const Workplace place;
  place.write("甲.txt", test::good_report());
  const Run run = place.run({"check", "-f", "xml", "-o", "结果.xml", "甲.txt"});
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(run.output == "");
  BOOST_TEST(place.read("结果.xml") == place.run({"check", "-f", "xml", "甲.txt"}).output);
  BOOST_TEST(place.files() == (std::vector<std::string>{"甲.txt", "结果.xml"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_file_is_replaced_whole) {
  const Workplace place;
  place.write("甲.txt", test::good_report());
  place.write("结果.xml", std::string(100'000, 'x'));
  BOOST_TEST(place.run({"check", "-f", "xml", "-o", "结果.xml", "甲.txt"}).exit_code == 0);
  BOOST_TEST(place.read("结果.xml") == place.run({"check", "-f", "xml", "甲.txt"}).output);
}

BOOST_AUTO_TEST_CASE(output_that_cannot_be_written) {
  const Workplace place;
  place.write("甲.txt", test::good_report());
  const Run missing = place.run({"check", "-f", "xml", "-o", "无夹/结果.xml", "甲.txt"});
  BOOST_TEST(missing.exit_code == 2);
  BOOST_TEST(holds(missing.errors, "无夹/结果.xml"));
  fs::create_directory(place.path() / "夹");
  const Run folder = place.run({"check", "-f", "xml", "-o", "夹", "甲.txt"});
  BOOST_TEST(folder.exit_code == 2);
  BOOST_TEST(fs::is_directory(place.path() / "夹"));
  BOOST_TEST(place.files() == (std::vector<std::string>{"甲.txt"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_earlier_output_stays_where_the_folder_is_read_only) {
  if (::geteuid() == 0) return;
  const Workplace place;
  place.write("甲.txt", test::good_report());
  place.write("夹/结果.xml", "earlier");
  fs::permissions(place.path() / "夹", fs::perms::owner_read | fs::perms::owner_exec);
  const Run run = place.run({"check", "-f", "xml", "-o", "夹/结果.xml", "甲.txt"});
  fs::permissions(place.path() / "夹", fs::perms::owner_all);
  BOOST_TEST(run.exit_code == 2);
  BOOST_TEST(place.read("夹/结果.xml") == "earlier");
}

BOOST_AUTO_TEST_CASE(an_earlier_output_stays_where_the_call_is_wrong) {
  const Workplace place;
  place.write("甲.txt", test::good_report());
  place.write("坏.toml", "format = 1\n");
  place.write("结果.xml", "earlier");
  BOOST_TEST(place.run({"check", "-c", "坏.toml", "-f", "xml", "-o", "结果.xml", "甲.txt"}).exit_code == 2);
  BOOST_TEST(place.run({"check", "-f", "odt", "-o", "结果.xml", "甲.txt"}).exit_code == 2);
  BOOST_TEST(place.read("结果.xml") == "earlier");
}

BOOST_AUTO_TEST_CASE(wrong_calls) {
  const Workplace place;
  place.write("甲.txt", test::good_report());
  const std::vector<std::vector<std::string>> calls{
      {},
      {"check"},
      {"audit", "甲.txt"},
      {"check", "--no-such-option", "甲.txt"},
      {"check", "-f"},
      {"check", "--color", "mauve", "甲.txt"},
      {"check", "-c", "no-such-checklist", "甲.txt"},
      {"checklist"},
      {"checklist", "mend"},
      {"checklist", "list", "extra"},
  };
  for (const auto& each : calls) {
    const Run run = place.run(each);
    BOOST_TEST_CONTEXT((each.empty() ? std::string("no arguments") : each.front() + " " + each.back())) {
      BOOST_TEST(run.exit_code == 2);
      BOOST_TEST(run.output == "");
      BOOST_TEST(!run.errors.empty());
    }
  }
  BOOST_TEST(place.run({"--help"}).exit_code == 0);
  BOOST_TEST(place.run({"check", "--help"}).exit_code == 0);
  const Run version = place.run({"--version"});
  BOOST_TEST(version.exit_code == 0);
  BOOST_TEST(version.output.starts_with("fazhi "));
}

BOOST_AUTO_TEST_CASE(colour_when_asked_for) {
  const Workplace place;
  place.write("乙.txt", test::poor_report());
  BOOST_TEST(holds(place.run({"check", "--color", "always", "乙.txt"}).output, "\x1b["));
  BOOST_TEST(!holds(place.run({"check", "--color", "never", "乙.txt"}).output, "\x1b["));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
