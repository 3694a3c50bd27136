#include <boost/test/unit_test.hpp>
#include <sstream>
#include <string>

#include "audit/golden.hpp"
#include "audit/json_value.hpp"
#include "audit/json_writer.hpp"
#include "audit/sample_audits.hpp"

namespace fazhi {
namespace {

std::string json_of(const AuditRun& run) {
  std::string out;
  JsonWriter writer(out);
  writer.begin("1.2.3", Language::zh);
  for (const Audit& audit : run.audits) writer.add(audit);
  return out;
}

std::vector<test::JsonValue> lines_of(const std::string& json) {
  std::vector<test::JsonValue> values;
  std::istringstream in(json);
  for (std::string line; std::getline(in, line);) {
    const auto value = test::parse_json(line);
    BOOST_REQUIRE_MESSAGE(value.has_value(), line);
    values.push_back(*value);
  }
  return values;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json)

BOOST_AUTO_TEST_CASE(the_checker_is_strict) {
  for (const std::string_view wrong : {"", "{", "{}{}", "{\"a\":1,\"a\":2}", "[1,]", "\"\n\"", "01", "1.", "nan",
                                       "{a:1}", "\"\\x\"", "\"\\u00\"", "[1 2]", "\""}) {
    BOOST_TEST(!test::parse_json(wrong).has_value(), wrong);
  }
  BOOST_TEST(test::parse_json("{\"a\":[1,-2.5e+22,true,\"\\u0000\\\"\"]}").has_value());
}

BOOST_AUTO_TEST_CASE(rich_run) { test::check_golden("audit/rich.jsonl", json_of(test::rich_run())); }

BOOST_AUTO_TEST_CASE(one_line_a_report) {
  const auto lines = lines_of(json_of(test::rich_run()));
  BOOST_REQUIRE_EQUAL(lines.size(), 4U);
  const test::JsonValue& report = lines[0]["report"];
  BOOST_TEST(lines[0]["checklist"]["id"].text == "township");
  BOOST_TEST(report["identity"]["year"].text == "2024");
  BOOST_TEST(report["score"]["awarded"].text == "62.5");
  BOOST_TEST(report["finding"].items.size() == 8U);
  BOOST_TEST(report["finding"].items[0]["measure"].items[2]["value"].text == "98.1");
  BOOST_TEST(report["finding"].items[0]["evidence"].items[0]["quote"].text ==
             "全年排查矛盾纠纷213件，化解209件，\n\t化解率98.1%");
  BOOST_TEST(lines[1]["error"]["code"].text == "input.undecodable");
  BOOST_TEST(!lines[3]["report"].members.contains("score"));
}

BOOST_AUTO_TEST_CASE(quotes_keep_control_characters) {
  using namespace std::string_literals;
  AuditRun run;
  run.audits.resize(1);
  run.audits[0].source = "\0\x01\x1f\"\\\x7f\r\n𠮷\u202e"s;
  BOOST_TEST(lines_of(json_of(run)).at(0)["report"]["source"].text == run.audits[0].source);
  run.audits[0].source = "甲\xff\xe6\xb3";
  BOOST_TEST(lines_of(json_of(run)).at(0)["report"]["source"].text == "甲���");
}

BOOST_AUTO_TEST_CASE(random_runs_are_json) {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    const AuditRun run = test::random_run(seed);
    const std::string json = json_of(run);
    BOOST_REQUIRE_EQUAL(lines_of(json).size(), run.audits.size());
    BOOST_REQUIRE_EQUAL(json, json_of(test::random_run(seed)));
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
