#include "checklist/lint.hpp"

#include <algorithm>
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
    {"remedy = \"写明下一年度安排。\"", "remedy = \"写明下一年度安排\"", "lint.remedy-form"},
    {"remedy = \"写明下一年度安排。\"", "remedy = \"下一年度安排没有写明。\"", "lint.remedy-imperative"},
    {"remedy = \"改为法治。\"", "remedy = \"此提法已经停用。\"", "lint.remedy-imperative"},
    {"text = \"下一步打算\"", "text = \"下一步打算\"\nknown_gap = true", "lint.only-gaps"},
    {"status = \"missing\"\ntext = \"法制宣传\"", "status = \"missing\"\nknown_gap = true\ntext = \"法制宣传\"",
     "lint.only-gaps"},
    {"weight = 37.75\n", "weight = 37.75\nyears = { to = 2020 }\n", "lint.basis-not-in-force"},
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

BOOST_AUTO_TEST_CASE(a_basis_that_ended_or_is_to_come) {
  const std::string span = "valid_from = \"2021-08-02\"\nvalid_to = \"2025-12-31\"";
  const std::vector<std::string> both(2, "lint.basis-not-in-force");
  BOOST_TEST(codes_of(test::sample_with(span, "valid_from = \"2010-08-02\"\nvalid_to = \"2020-12-31\"")) == both,
             boost::test_tools::per_element());
  BOOST_TEST(codes_of(test::sample_with(span, "valid_from = \"2026-01-01\"")) == both, boost::test_tools::per_element());
  BOOST_TEST(codes_of(test::sample_with(span, "valid_from = \"2025-12-31\"")).empty());
  BOOST_TEST(codes_of(test::sample_with(span, "valid_to = \"2021-01-01\"")).empty());
}

BOOST_AUTO_TEST_CASE(a_defect_without_its_list_of_laws) {
  std::string text = test::sample_checklist();
  const auto cut = [&](const std::string& from, const std::string& to) {
    const std::size_t begin = text.find(from);
    BOOST_REQUIRE(begin != std::string::npos);
    text.erase(begin, to.empty() ? std::string::npos : text.find(to, begin) - begin);
  };
  const std::size_t kind = text.find("kind = \"term\"");
  text.replace(kind, std::string("kind = \"term\"").size(), "kind = \"misnamed-law\"");
  BOOST_TEST(codes_of(text).empty());
  cut("[[statute]]", "");
  BOOST_TEST(codes_of(text) == std::vector<std::string>{"lint.idle-defect"}, boost::test_tools::per_element());
  text.replace(kind, std::string("kind = \"misnamed-law\"").size(), "kind = \"repealed-law\"");
  BOOST_TEST(codes_of(text).empty());
  cut("[[law]]", "[repeal]");
  BOOST_TEST(codes_of(text) == std::vector<std::string>{"lint.idle-defect"}, boost::test_tools::per_element());
}

/// An element that looks for the Han numerals from 一 on, and for `last`.
std::string numerals(const std::string& id, const std::string& last) {
  return "[[element]]\nid = \"" + id + "\"\ntitle = \"数\"\nweight = 0\nbasis = [{ document = \"outline\" }]\n" +
         "remedy = \"写明。\"\n[element.find.one]\nany = [\"一\", \"二\", \"三\", \"四\", \"五\", \"六\", \"七\", \"八\", "
         "\"九\", \"十\", \"百\", \"千\", \"万\", \"亿\", \"兆\", \"零\", \"半\", \"双\", \"" +
         last + "\"]\n[[element.outcome]]\nstatus = \"met\"\nwhen = \"one is done\"\n";
}

BOOST_AUTO_TEST_CASE(elements_that_look_for_almost_the_same) {
  const auto codes = [](const std::string& last) {
    return codes_of(test::sample_with("[[defect]]\n", numerals("one", "单") + numerals("other", last) + "[[defect]]\n"));
  };
  BOOST_TEST(codes("单") == std::vector<std::string>{"lint.same-patterns"}, boost::test_tools::per_element());
  BOOST_TEST(codes("对") == std::vector<std::string>{"lint.near-patterns"}, boost::test_tools::per_element());
  BOOST_TEST(codes("对\", \"几\", \"多") == std::vector<std::string>{}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(articles_are_tested_or_said_to_be_untested) {
  const std::string listed = test::sample_with("valid_to = \"2025-12-31\"\n",
                                               "valid_to = \"2025-12-31\"\narticles = [{ number = \"十\", title = \"决策\" }, "
                                               "{ number = \"十一\", title = \"程序\" }, { number = \"十二\", title = \"评估\" }, { number = \"三十\", title = \"数据\" }]\n");
  const auto untested = [](const std::string& article) {
    return "[[untested]]\ndocument = \"outline\"\narticle = \"" + article + "\"\nreason = \"不涉及。\"\n";
  };
  const auto has = [](const std::vector<std::string>& codes, const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
  };
  BOOST_TEST(!has(codes_of(listed), "lint.article-unsaid"));
  BOOST_TEST(has(codes_of(listed + untested("十一")), "lint.article-unsaid"));
  const std::vector<std::string> whole = codes_of(listed + untested("十一") + untested("十二"));
  BOOST_TEST(!has(whole, "lint.article-unsaid"));
  BOOST_TEST(!has(whole, "lint.article-tested"));
  BOOST_TEST(has(codes_of(listed + untested("十") + untested("十一") + untested("十二")), "lint.article-tested"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
