#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "audit/rectification_reader.hpp"
#include "cli/run_program.hpp"

namespace fazhi::test {
namespace {

bool says(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

/// The place with the audits of a good and a poor report.
struct Audited : Workplace {
  Audited() {
    write("in/好.txt", good_report());
    write("in/差.txt", poor_report());
    BOOST_REQUIRE(run({"check", "-f", "xml", "-o", "audits.xml", "in"}).exit_code == 1);
  }

  Run rectify(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "rectify");
    return run(arguments);
  }

  RectificationList list(const std::string& name) const {
    Result<RectificationList> list = read_rectification_xml(read(name), name);
    BOOST_REQUIRE(list.has_value());
    return std::move(*list);
  }

  bool has(const std::string& name) const { return std::filesystem::exists(path() / name); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(rectify_command, Audited)

BOOST_AUTO_TEST_CASE(a_list_of_what_check_wrote) {
  const Run made = rectify({"audits.xml", "-o", "清单.xml", "--issued", "2025-04-10", "--days", "10", "--issuer", "云岫县司法局"});
  BOOST_TEST(made.exit_code == 0, made.errors);
  BOOST_TEST(says(made.output, "2025-04-24"));
  const RectificationList found = list("清单.xml");
  BOOST_TEST(found.units.size() == 2U);
  BOOST_TEST(found.issuer == "云岫县司法局");
  BOOST_TEST(found.made_on == "2025-04-10");
  BOOST_TEST(found.due == "2025-04-24");
  BOOST_TEST(found.items.size() > 5U);
  BOOST_REQUIRE(rectify({"audits.xml", "-o", "again.XML", "--issued", "2025-04-10", "--days", "10", "--issuer", "云岫县司法局"}).exit_code == 0);
  BOOST_TEST((read("again.XML") == read("清单.xml")));
}

BOOST_AUTO_TEST_CASE(a_list_of_a_batch) {
  write("units.csv", "单位,联系人\n岚水县云溪镇人民政府,张三\n岚水县石桥镇,李四\n");
  BOOST_REQUIRE(run({"batch", "in/好.txt", "-o", "out", "--roster", "units.csv", "--as-of", "2025-03-01"}).exit_code < 2);
  const Run made = rectify({"out", "-o", "清单.xml", "--due", "2025-05-01", "--issued", "2025-04-10"});
  BOOST_TEST(made.exit_code == 0, made.errors);
  const RectificationList found = list("清单.xml");
  BOOST_REQUIRE(found.units.size() == 1U);
  BOOST_TEST(found.units[0].contact == "张三");
  BOOST_TEST(found.absent.size() == 1U);
  BOOST_TEST(found.due == "2025-05-01");
}

BOOST_AUTO_TEST_CASE(without_a_due_day) {
  BOOST_TEST(rectify({"audits.xml", "-o", "清单.xml"}).exit_code == 0);
  BOOST_TEST(list("清单.xml").due == "");
  BOOST_TEST(!list("清单.xml").made_on.empty());
}

BOOST_AUTO_TEST_CASE(what_can_be_read_is_listed) {
  const Run made = rectify({"in/差.txt", "nowhere.xml", "audits.xml", "-o", "清单.xml"});
  BOOST_TEST(made.exit_code == 3);
  BOOST_TEST(says(made.errors, "差.txt"));
  BOOST_TEST(says(made.errors, "nowhere.xml"));
  BOOST_TEST(list("清单.xml").units.size() == 2U);
  const Run none = rectify({"in/差.txt", "-o", "none.xml"});
  BOOST_TEST(none.exit_code == 3);
  BOOST_TEST(!has("none.xml"));
}

BOOST_AUTO_TEST_CASE(wrong_calls) {
  const auto code = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"audits.xml", "--issued", "2025-04-10"});
    return rectify(std::move(more)).exit_code;
  };
  const Run suffix = rectify({"audits.xml", "-o", "清单.pdf"});
  BOOST_TEST(suffix.exit_code == 2);
  BOOST_TEST(says(suffix.errors, ".xml"));
  BOOST_TEST(!has("清单.pdf"));
  BOOST_TEST(code({}) == 2);
  BOOST_TEST(code({"-o", "清单.xml", "--due", "2025-04-09"}) == 2);
  BOOST_TEST(code({"-o", "清单.xml", "--due", "4月30日"}) == 2);
  BOOST_TEST(code({"-o", "清单.xml", "--due", "2025-04-30", "--days", "3"}) == 2);
  BOOST_TEST(code({"-o", "清单.xml", "--days", "0"}) == 2);
  BOOST_TEST(code({"-o", "清单.xml", "--days", "251"}) == 2);
  BOOST_TEST(code({"-o", "清单.xml", "--holidays", "own.toml"}) == 2);
  BOOST_TEST(code({"-o", "清单.xml", "--rules", "own.toml"}) == 2);
  BOOST_TEST(!has("清单.xml"));
}

BOOST_AUTO_TEST_CASE(own_rules_and_holidays) {
  write("days.toml", "format = 1\n[[year]]\nyear = 2025\nnotice = \"通知\"\n"
                     "holiday = [{ name = \"州庆\", from = \"2025-04-11\", to = \"2025-04-18\" }]\n");
  write("rules.toml", "format = 1\n[list]\ntitle = \"{year}年问题台账\"\nundated = \"台账\"\ntitle_en = \"{year}\"\nundated_en = \"x\"\n"
                      "[[category]]\ntitle = \"结构\"\ntitle_en = \"Structure\"\nids = [\"structure.\"]\n"
                      "[other]\ntitle = \"别的\"\ntitle_en = \"Other\"\n");
  const Run made = rectify({"audits.xml", "-o", "清单.xml", "--issued", "2025-04-10", "--days", "1", "--holidays", "days.toml", "--rules", "rules.toml"});
  BOOST_TEST(made.exit_code == 0, made.errors);
  const RectificationList found = list("清单.xml");
  BOOST_TEST(found.due == "2025-04-21");
  BOOST_TEST(found.title == "2024年问题台账");
  const Run beyond = rectify({"audits.xml", "-o", "清单.xml", "--issued", "2026-04-10", "--days", "1", "--holidays", "days.toml"});
  BOOST_TEST(beyond.exit_code == 0);
  BOOST_TEST(says(beyond.errors, "2026"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi::test
