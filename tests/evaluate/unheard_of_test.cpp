#include <boost/test/unit_test.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/load.hpp"
#include "evaluate/run_examples.hpp"
#include "evaluate/sample.hpp"

namespace fazhi {
namespace {

/// A checklist of a matter that no source file names.
const Auditor& river() {
  static const Auditor auditor = [] {
    LoadedChecklist loaded = load_checklist(FAZHI_SOURCE_DIR "/tests/evaluate/data/river.toml");
    for (const Diagnostic& each : loaded.diagnostics) BOOST_ERROR(render(each, Language::en));
    BOOST_REQUIRE(loaded.checklist.has_value());
    return Auditor(std::move(*loaded.checklist));
  }();
  return auditor;
}

struct Case {
  Role role;
  std::string_view text;
  std::string_view ban;
  std::string_view boats;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      {Role::achievements, "开展禁渔巡查36次，收缴地笼12顶。全镇登记涉渔船舶31艘。", "met", "met"},
      {Role::achievements, "开展禁渔巡查36次，收缴地笼若干。", "partial", "missing"},
      {Role::achievements, "禁渔巡查不够经常。", "partial", "missing"},
      {Role::achievements, "县农业农村局里开展禁渔巡查。关停涉渔船舶修造厂一家。", "missing", "missing"},
      {Role::achievements, "全县开展禁渔巡查300次，收缴地笼90顶。", "missing", "missing"},
      {Role::achievements, "去年开展禁渔巡查36次，收缴地笼12顶。", "missing", "missing"},
      {Role::plan, "开展禁渔巡查36次，收缴地笼12顶，登记涉渔船舶。", "partial", "missing"},
      {Role::shortcomings, "尚未开展禁渔巡查。涉渔船舶登记不全。", "partial", "missing"},
      {Role::achievements, "修路。", "missing", "missing"},
  };
  return all;
}

std::string shown(const std::vector<Measure>& measures) {
  std::ostringstream out;
  for (const Measure& each : measures) out << each.name << '=' << each.value << each.unit << ';';
  return out.str();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(unheard_of)

BOOST_AUTO_TEST_CASE(judged_from_its_file_alone) {
  for (const Case& each : cases()) {
    BOOST_TEST_CONTEXT(each.text) {
      const Audit audit = test::audit_of(river(), test::report_with(each.role, each.text));
      BOOST_TEST(name_of(test::finding_of(audit, "river.fishing-ban").status) == each.ban);
      BOOST_TEST(name_of(test::finding_of(audit, "river.boats").status) == each.boats);
    }
  }
}

BOOST_AUTO_TEST_CASE(findings_carry_what_the_file_says) {
  const Audit audit =
      test::audit_of(river(), test::report_with(Role::achievements, "开展禁渔巡查36次，收缴地笼12顶。\n登记涉渔船舶31艘。"));
  const Finding& ban = test::finding_of(audit, "river.fishing-ban");
  BOOST_TEST(ban.title == "禁渔巡查");
  BOOST_TEST(ban.awarded_hundredths == 6000);
  BOOST_TEST_REQUIRE(ban.basis.size() == 1U);
  BOOST_TEST(ban.basis[0].document == "《长江保护法》");
  BOOST_TEST(ban.basis[0].article == "五十三");
  BOOST_TEST(shown(ban.measures) == "patrols.total=36次;");
  BOOST_TEST(audit.score.awarded_hundredths == 10000);
  BOOST_TEST(audit.score.grade == "合格");
  const Audit partial = test::audit_of(river(), test::report_with(Role::plan, "开展禁渔巡查。"));
  const Finding& planned = test::finding_of(partial, "river.fishing-ban");
  BOOST_TEST(planned.awarded_hundredths == 1500);
  BOOST_TEST(planned.note == "没有写次数或收缴的网具。");
  BOOST_TEST(planned.rectification == "写明本年度禁渔巡查的次数和收缴的网具。");
}

BOOST_AUTO_TEST_CASE(its_examples_hold) {
  const std::vector<ExampleResult> results = run_examples(river());
  BOOST_TEST(results.size() == 5U);
  for (const ExampleResult& each : results) {
    BOOST_TEST(each.passed(), each.id << " line " << each.line << ": " << name_of(each.got));
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
