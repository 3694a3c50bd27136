#include "checklist/lint.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "checklist/sample.hpp"

namespace fazhi {
namespace {

std::vector<std::string> codes_of(const std::string& toml) {
  const LoadedChecklist loaded = load_checklist_text(toml, "sample.toml");
  BOOST_REQUIRE(loaded.checklist.has_value());
  std::vector<std::string> codes;
  for (const Diagnostic& diagnostic : lint(*loaded.checklist)) {
    BOOST_TEST((diagnostic.kind == Diagnostic::Kind::warning));
    BOOST_TEST(diagnostic.file == "sample.toml");
    BOOST_TEST(diagnostic.line > 0);
    codes.emplace_back(code_of(diagnostic.message.id));
  }
  return codes;
}

struct Suspect {
  const char* from;
  const char* to;
  const char* code;
};

constexpr Suspect kSuspects[] = {
    {R"(when = "advisor is told"
note = "只是提到"
[[element.example]]
status = "met"
text = "聘请法律顾问。"
year = 2024
[[element.example]]
status = "partial"
text = "将聘请法律顾问。"
known_gap = true
[[element.example]]
status = "missing")",
     R"(when = "always"
[[element.example]]
status = "met"
text = "聘请法律顾问。"
[[element.example]]
status = "partial")",
     "lint.never-missing"},
    {R"("met"
when = "section plan is headed"
[[element.example]]
status = "met")",
     R"("partial"
when = "section plan is headed"
[[element.example]]
status = "partial")",
     "lint.never-met"},
    {"any = [\"聘请\"]", "any = [\"聘请\", \"聘请律师\"]", "lint.redundant-phrase"},
    {"any = [\"聘请\"]", "any = [\"聘请\", \"聘请\"]", "lint.redundant-phrase"},
    {"any = [\"法制宣传\"]", "any = [\"法制宣传\", \"法制宣传教育\"]", "lint.redundant-phrase"},
    {"remedy = \"写明下一年度安排。\"", "remedy = \"下一年度安排\"", "lint.remedy-form"},
    {"[[defect.example]]\nstatus = \"met\"\ntext = \"法治宣传\"\n", "", "lint.missing-example"},
    {"status = \"met\"\ntext = \"法治宣传\"", "status = \"met\"\ntext = \"法制宣传\"", "lint.contradicting-examples"},
    {"[[section]]\n", "[[section]]\nrole = \"plan\"\nmatch = ['第一责任人']\n[[section]]\n", "lint.repeated-wording"},
    {"[[cue]]\n", "[[cue]]\nid = \"a\"\neffect = \"none\"\nany = [\"下一步\"]\n[[cue]]\n", "lint.repeated-wording"},
    {"[[element]]\nid = \"structure.plan\"",
     "[[element]]\nid = \"copy\"\ntitle = \"法律顾问\"\nweight = 0\nbasis = [{ document = \"outline\", article = "
     "\"十\" }]\n"
     "remedy = \"写明。\"\n[element.find.one]\nany = [\"公职律师\", \"聘请\", \"法律顾问\"]\n[[element.outcome]]\n"
     "status = \"met\"\nwhen = \"one is done\"\n[[element]]\nid = \"structure.plan\"",
     "lint.same-patterns"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(linting)

BOOST_AUTO_TEST_CASE(sample_is_beyond_suspicion) { BOOST_TEST(codes_of(test::sample_checklist()).empty()); }

BOOST_AUTO_TEST_CASE(each_suspect_is_named_once) {
  for (const Suspect& each : kSuspects) {
    BOOST_TEST_CONTEXT(each.code << ": " << each.to) {
      const auto codes = codes_of(test::sample_with(each.from, each.to));
      BOOST_REQUIRE_EQUAL(codes.size(), 1U);
      BOOST_TEST(codes[0] == each.code);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
