#include <boost/test/unit_test.hpp>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "checklist/golden.hpp"
#include "checklist/load.hpp"
#include "checklist/sample.hpp"

namespace fazhi {
namespace {

std::string rendered(const LoadedChecklist& loaded, Language language) {
  std::string text;
  for (const Diagnostic& diagnostic : loaded.diagnostics) text += render(diagnostic, language);
  return text;
}

/// Twenty mistakes in one file, one or two in every table.
constexpr std::string_view kTwentyMistakes = R"TOML(format = 2

[checklist]
id = "Township"
version = ""
titel = "乡镇检查清单"
title = "乡镇检查清单"
levels = ["township", "villages"]
years = { from = 2025, to = 2021 }
pass = 160

[[document]]
id = "outline"
title = "《纲要》"
valid_from = "2021-8-2"

[[cue]]
id = "intended.next"
effect = "intend"
any = ["下一步", ""]

[[section]]
role = "plans"
match = ['(第一责任人']

[[law]]
title = "《合同法》"
repealed_on = "2021-01-01"
by = "《民法典》"
within = ["物权法"]

[[element]]
id = "decision.legal-advisor"
title = "法律顾问"
weight = "5"
basis = [{ document = "outlines", article = "十" }]
remedy = "写明法律顾问的聘请情况。"
measures = ["disputes"]
[element.find.advisor]
any = ["法律顾问"]
match = ['法律\w+']
near = ["service"]
[[element.outcome]]
status = "met"
when = "advisor is doen"
[[element.outcome]]
status = "partial"
when = "advisor in plan is"
[[element.example]]
status = "met"
text = "聘请法律顾问。"
)TOML";

struct Expected {
  const char* code;
  int line;
  int column;
};

constexpr Expected kExpected[] = {
    {"checklist.out-of-range", 1, 10},      {"checklist.bad-id", 4, 6},
    {"checklist.empty-value", 5, 11},       {"checklist.unknown-key", 6, 1},
    {"checklist.unknown-value", 8, 23},     {"checklist.years-order", 9, 9},
    {"checklist.out-of-range", 10, 8},      {"checklist.bad-date", 15, 14},
    {"checklist.unknown-value", 19, 10},    {"checklist.empty-phrase", 20, 15},
    {"checklist.unknown-value", 23, 8},     {"checklist.bad-expression", 24, 17},
    {"checklist.useless-within", 30, 11},   {"checklist.wrong-type", 35, 10},
    {"checklist.unknown-document", 36, 23}, {"checklist.unknown-measure", 38, 13},
    {"checklist.ascii-escape", 41, 13},     {"checklist.unknown-find", 42, 9},
    {"checklist.condition-syntax", 45, 20}, {"checklist.condition-syntax", 48, 27},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_of_mistakes)

BOOST_AUTO_TEST_CASE(all_are_reported_at_once_in_order) {
  const LoadedChecklist loaded = load_checklist_text(kTwentyMistakes, "twenty.toml");
  BOOST_TEST(!loaded.checklist.has_value());
  BOOST_TEST_CONTEXT(rendered(loaded, Language::en)) {
    BOOST_REQUIRE_EQUAL(loaded.diagnostics.size(), std::size(kExpected));
    for (std::size_t i = 0; i < std::size(kExpected); ++i) {
      BOOST_TEST(code_of(loaded.diagnostics[i].message.id) == kExpected[i].code);
      BOOST_TEST(loaded.diagnostics[i].line == kExpected[i].line);
      BOOST_TEST(loaded.diagnostics[i].column == kExpected[i].column);
    }
  }
}

BOOST_AUTO_TEST_CASE(rendering_in_both_languages) {
  const LoadedChecklist loaded = load_checklist_text(kTwentyMistakes, "twenty.toml");
  BOOST_TEST(test::is_golden("checklist/twenty.zh.txt", rendered(loaded, Language::zh)));
  BOOST_TEST(test::is_golden("checklist/twenty.en.txt", rendered(loaded, Language::en)));
}

BOOST_AUTO_TEST_CASE(rendering_of_syntax_errors_and_warnings) {
  std::string text;
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"title = \"《纲要》\"", "title = \"《纲要》"},
           {"pass = 60", "pass = 60\npass = 70"},
           {"match = ['第一责任人']", "match = ['''\n党政主要负责人\t第一责任\\d''']"},
           {"weight = 62.25", "weight = 2.25"},
           {"remedy = \"写明下一年度安排。\"", ""},
           {"\"structure.plan\"", "\"decision.legal-advisor\""}}) {
    const LoadedChecklist loaded = load_checklist_text(test::sample_with(from, to), "sample.toml");
    text += rendered(loaded, Language::zh) + rendered(loaded, Language::en) + "\n";
  }
  BOOST_TEST(test::is_golden("checklist/others.txt", text));
}

BOOST_AUTO_TEST_CASE(underline_counts_two_columns_for_a_wide_character) {
  Diagnostic diagnostic;
  diagnostic.file = "a.toml";
  diagnostic.line = 3;
  diagnostic.column = 4;
  diagnostic.length = 3;
  diagnostic.source_line = "法a，治b、c";
  diagnostic.message = {MessageId::checklist_unknown_key, {"x"}};
  BOOST_TEST(render(diagnostic, Language::en) ==
             "a.toml:3:4: error[checklist.unknown-key]: unknown key “x”\n"
             " 3 | 法a，治b、c\n"
             "   |      ^^^^^\n");
}

BOOST_AUTO_TEST_CASE(control_characters_do_not_reach_the_terminal) {
  Diagnostic diagnostic;
  diagnostic.file = "a.toml";
  diagnostic.line = 1;
  diagnostic.column = 1;
  diagnostic.source_line = "a\x1B[2Jb";
  diagnostic.message = {MessageId::checklist_unknown_key, {"x\x1B"}};
  BOOST_TEST(render(diagnostic, Language::en).find('\x1B') == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
