#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "cli/run_program.hpp"

namespace fazhi {
namespace {

using test::Run;
using test::Workplace;

bool holds(std::string_view text, std::string_view what) { return text.find(what) != std::string_view::npos; }

/// A checklist of one element, on the built-in language rules.
constexpr std::string_view kRoads = R"(format = 1
include = ["basis.toml", "language/units.toml", "language/measures.toml", "language/sections.toml", "language/identity.toml", "language/cues.toml", "language/cues-township.toml"]
[checklist]
id = "roads"
version = "1"
title = "修路清单"
pass = 60
[[checklist.grade]]
name = "合格"
at_least = 60
[[checklist.grade]]
name = "不合格"
at_least = 0
[[element]]
id = "roads.built"
title = "修路"
weight = 100
basis = [{ document = "outline", article = "一" }]
remedy = "写明修路情况。"
[element.find.road]
match = ['修通?[^，。]{0,8}路']
[[element.outcome]]
status = "met"
when = "road is done"
[[element.example]]
status = "met"
text = """
一、主要工作
修通了村路。
"""
[[element.example]]
status = "missing"
text = """
一、主要工作
植树三千棵。
"""
)";

std::string with(std::string_view from, std::string_view to) {
  std::string text(kRoads);
  const std::size_t at = text.find(from);
  BOOST_REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(checklists)

BOOST_AUTO_TEST_CASE(another_checklist) {
  const Workplace place;
  place.write("甲.txt", test::poor_report());
  place.write("清单/roads.toml", kRoads);
  const Run run = place.run({"check", "-c", "清单/roads.toml", "-f", "xml", "甲.txt"});
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(run.errors == "");
  BOOST_TEST(holds(run.output, "<checklist id=\"roads\""));
  BOOST_TEST(holds(run.output, "id=\"roads.built\""));
  BOOST_TEST(!holds(run.output, "decision.legal-advisor"));
  BOOST_TEST(holds(place.run({"check", "-c", "township", "-f", "xml", "甲.txt"}).output, "<checklist id=\"township\""));
}

BOOST_AUTO_TEST_CASE(a_checklist_with_mistakes_audits_nothing) {
  const Workplace place;
  place.write("甲.txt", test::good_report());
  place.write("坏.toml", with("weight = 100", "wieght = 100"));
  for (const char* format : {"text", "xml", "jsonl"}) {
    const Run run = place.run({"check", "-c", "坏.toml", "-f", format, "甲.txt"});
    BOOST_TEST(run.exit_code == 2);
    BOOST_TEST(run.output == "");
    BOOST_TEST(holds(run.errors, "checklist.unknown-key"));
    BOOST_TEST(holds(run.errors, "坏.toml:"));
    BOOST_TEST(holds(run.errors, "“weight”"));
  }
  BOOST_TEST(place.run({"check", "-c", "无.toml", "甲.txt"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(list) {
  const Workplace place;
  const Run run = place.run({"checklist", "list"});
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(holds(run.output, "township"));
  BOOST_TEST(holds(place.run({"checklist", "list", "--lang", "en"}).output, "elements"));
}

BOOST_AUTO_TEST_CASE(show) {
  const Workplace place;
  const Run run = place.run({"checklist", "show"});
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(holds(run.output, "decision.legal-advisor"));
  BOOST_TEST(holds(run.output, "quality.enumeration"));
  BOOST_TEST(place.run({"checklist", "show", "township"}).output == run.output);
  place.write("roads.toml", kRoads);
  BOOST_TEST(holds(place.run({"checklist", "show", "roads.toml"}).output, "roads.built"));
  BOOST_TEST(place.run({"checklist", "show", "no-such-checklist"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(lint) {
  const Workplace place;
  place.write("roads.toml", kRoads);
  place.write("坏.toml", with("status = \"met\"\nwhen", "status = \"meet\"\nwhen"));
  place.write("慢.toml", with("'修通?[^，。]{0,8}路'", "'[修建][^，。]{1,4}', '[0-9]+里'"));
  BOOST_TEST(place.run({"checklist", "lint"}).exit_code == 0);
  const Run good = place.run({"checklist", "lint", "roads.toml"});
  BOOST_TEST(good.exit_code == 0);
  BOOST_TEST(holds(good.output, "roads"));
  const Run bad = place.run({"checklist", "lint", "坏.toml"});
  BOOST_TEST(bad.exit_code == 2);
  BOOST_TEST(holds(bad.errors, "checklist.unknown-value"));
}

BOOST_AUTO_TEST_CASE(strict_lint) {
  const Workplace place;
  BOOST_TEST(place.run({"checklist", "lint", "--strict"}).exit_code == 0);
  place.write("roads.toml", kRoads);
  BOOST_TEST(place.run({"checklist", "lint", "--strict", "roads.toml"}).exit_code == 0);
  place.write("疑.toml", with("写明修路情况。", "修路情况不明。"));
  BOOST_TEST(place.run({"checklist", "lint", "疑.toml"}).exit_code == 0);
  const Run strict = place.run({"checklist", "lint", "--strict", "疑.toml"});
  BOOST_TEST(strict.exit_code == 1);
  BOOST_TEST(holds(strict.errors, "lint.remedy-imperative"));
  place.write("缺.toml", with("[[element.example]]\nstatus = \"missing\"", "[[element.example]]\nknown_gap = true\nstatus = \"missing\""));
  BOOST_TEST(place.run({"checklist", "lint", "--strict", "缺.toml"}).exit_code == 1);
  place.write("慢.toml", with("'修通?[^，。]{0,8}路'", "'[^，。]{1,4}路?'"));
  const Run slow = place.run({"checklist", "lint", "--strict", "慢.toml"});
  BOOST_TEST(slow.exit_code == 0);
  BOOST_TEST(slow.errors != "");
}

BOOST_AUTO_TEST_CASE(a_new_checklist_runs_at_once) {
  const Workplace place;
  const Run made = place.run({"checklist", "new", "disputes.river", "-o", "河长.toml"});
  BOOST_TEST(made.exit_code == 0);
  BOOST_TEST(made.output == "");
  BOOST_TEST(made.errors == "");
  BOOST_TEST(place.files() == std::vector<std::string>{"河长.toml"}, boost::test_tools::per_element());
  BOOST_TEST(place.run({"checklist", "new", "disputes.river"}).output == place.read("河长.toml"));
  const Run examples = place.run({"checklist", "test", "河长.toml"});
  BOOST_TEST(examples.exit_code == 0);
  BOOST_TEST(holds(examples.output, "3"));
  const Run lint = place.run({"checklist", "lint", "--strict", "河长.toml"});
  BOOST_TEST(lint.exit_code == 0);
  BOOST_TEST(lint.errors == "");
  BOOST_TEST(holds(place.run({"checklist", "show", "河长.toml"}).output, "disputes.river"));
}

BOOST_AUTO_TEST_CASE(a_new_part_is_included) {
  const Workplace place;
  BOOST_TEST(place.run({"checklist", "new", "roads.river", "--part", "-o", "河长.toml"}).exit_code == 0);
  place.write("roads.toml", with("\"language/cues-township.toml\"]", "\"河长.toml\"]"));
  const Run heavy = place.run({"checklist", "lint", "roads.toml"});
  BOOST_TEST(heavy.exit_code == 2);
  BOOST_TEST(holds(heavy.errors, "checklist.weights"));
  std::string part = place.read("河长.toml");
  part.replace(part.find("weight = 100"), 12, "weight = 0");
  place.write("河长.toml", part);
  BOOST_TEST(place.run({"checklist", "lint", "--strict", "roads.toml"}).exit_code == 0);
  BOOST_TEST(place.run({"checklist", "test", "roads.toml"}).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(what_new_refuses) {
  const Workplace place;
  for (const char* id : {"River", "河长", "a_b", ".a", "a-", "a b", ""}) {
    const Run bad = place.run({"checklist", "new", id, "-o", "x.toml"});
    BOOST_TEST_CONTEXT(id) {
      BOOST_TEST(bad.exit_code == 2);
      BOOST_TEST(bad.errors != "");
      BOOST_TEST(bad.output == "");
    }
  }
  for (const char* id : {"decision.legal-advisor", "quality.enumeration"}) {
    const Run taken = place.run({"checklist", "new", id});
    BOOST_TEST(taken.exit_code == 2);
    BOOST_TEST(taken.output == "");
    BOOST_TEST(holds(taken.errors, "township"));
  }
  place.write("有.toml", "x = 1\n");
  const Run exists = place.run({"checklist", "new", "a.b", "-o", "有.toml"});
  BOOST_TEST(exists.exit_code == 2);
  BOOST_TEST(holds(exists.errors, "有.toml"));
  BOOST_TEST(place.read("有.toml") == "x = 1\n");
  BOOST_TEST(place.run({"checklist", "new", "a.b", "-o", "无此文件夹/x.toml"}).exit_code == 2);
  BOOST_TEST(place.run({"checklist", "new"}).exit_code == 2);
  BOOST_TEST(place.files() == std::vector<std::string>{"有.toml"}, boost::test_tools::per_element());
  BOOST_TEST(!holds(place.run({"checklist", "list"}).output, "templates"));
  BOOST_TEST(!holds(place.run({"checklist", "lint", "nothing-here"}).errors, "templates"));
}

BOOST_AUTO_TEST_CASE(mutants) {
  const Workplace place;
  const Run builtin = place.run({"checklist", "test", "--mutate"});
  BOOST_TEST(builtin.exit_code == 0);
  BOOST_TEST(holds(builtin.output, "decision.legal-advisor"));
  BOOST_TEST(holds(place.run({"checklist", "test", "--mutate", "--lang", "en"}).output, "kill rate"));
  // Without a file of mutations there is nothing to test, and that is no pass.
  place.write("roads.toml", kRoads);
  const Run none = place.run({"checklist", "test", "--mutate", "roads.toml"});
  BOOST_TEST(none.exit_code == 1);
  BOOST_TEST(holds(none.errors, "language/mutations.toml"));
  std::string weak = with("language/cues-township.toml\"", "language/cues-township.toml\", \"language/mutations.toml\"");
  weak.replace(weak.find("road is done"), std::string_view("road is done").size(), "road is told");
  place.write("告知.toml", weak);
  BOOST_TEST(place.run({"checklist", "test", "--mutate", "告知.toml"}).exit_code == 0);
  weak.replace(weak.find("road is told"), std::string_view("road is told").size(), "road is done or road is lacking or road is absent");
  weak.replace(weak.find("[[element.outcome]]"), 0, "[element.find.act]\nof = \"road\"\n");
  weak.replace(weak.find("road is done or"), std::string_view("road is done or").size(), "act is done or");
  place.write("弱.toml", weak);
  const Run survived = place.run({"checklist", "test", "--mutate", "弱.toml"});
  BOOST_TEST(survived.exit_code == 1);
  BOOST_TEST(holds(survived.output, "弱.toml:"));
  BOOST_TEST(place.run({"checklist", "test", "--mutate", "--least", "0", "弱.toml"}).exit_code == 0);
  BOOST_TEST(place.run({"checklist", "test", "--mutate", "--least", "1.5", "弱.toml"}).exit_code == 2);
  BOOST_TEST(place.run({"checklist", "test", "--least", "0.5", "弱.toml"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(examples) {
  const Workplace place;
  BOOST_TEST(place.run({"checklist", "test"}).exit_code == 0);
  place.write("roads.toml", kRoads);
  BOOST_TEST(place.run({"checklist", "test", "roads.toml"}).exit_code == 0);
  place.write("错.toml", with("植树三千棵。", "修通村路三条。"));
  const Run wrong = place.run({"checklist", "test", "错.toml"});
  BOOST_TEST(wrong.exit_code == 1);
  BOOST_TEST(holds(wrong.output, "roads.built"));
  place.write("坏.toml", with("weight = 100", "weight = 90"));
  BOOST_TEST(place.run({"checklist", "test", "坏.toml"}).exit_code == 2);
}

/// The workplace is another folder than the source's: the rules come with the program.
BOOST_AUTO_TEST_CASE(built_in_rules_need_no_files) {
  const Workplace place;
  place.write("甲.txt", test::good_report());
  BOOST_TEST(place.run({"check", "甲.txt"}).exit_code == 0);
  BOOST_TEST(place.files() == (std::vector<std::string>{"甲.txt"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
