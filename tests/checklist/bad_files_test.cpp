#include <boost/test/unit_test.hpp>
#include <string>

#include "checklist/load.hpp"
#include "checklist/sample.hpp"

namespace fazhi {
namespace {

/// One mistake in the sample checklist, and the one diagnostic that it must get.
struct Mistake {
  const char* from;
  const char* to;
  const char* code;
  int line;
  int column;
  int length;
};

constexpr Mistake kMistakes[] = {
    // Statutes
    {"title = \"《中华人民共和国妇女权益保障法》\"\n", "\n", "checklist.missing-key", 140, 1, 11},
    {"short = [\"妇女法\"]", "short = [\"《》\"]", "checklist.vanishing-phrase", 142, 10, 4},
    {"short = [\"妇女法\"]", "short = [\"妇女权益保障法\"]", "checklist.duplicate-id", 142, 10, 9},
    {"wrong = [\"《妇女权益法》\"]", "wrong = [\"妇女法\"]", "checklist.duplicate-id", 143, 10, 5},
    {"wrong = [\"《妇女权益法》\"]", "wrng = [\"妇女权益法\"]", "checklist.unknown-key", 143, 1, 4},
    {"\"1992-10-01\"", "\"1992-13-01\"", "checklist.bad-date", 144, 14, 12},
    {"\"2099-12-31\"", "\"1990-12-31\"", "checklist.years-order", 145, 1, 8},
    {"remedy = \"改为法治。\"", "remedy = \"改为《{title}》。\"", "checklist.idle-title", 132, 10, 14},
    // Keys
    {"weight = 62.25", "weight = 62.25\nwieght = 1", "checklist.unknown-key", 78, 1, 6},
    {"pass = 60", "pass = 60\ncolour = \"red\"", "checklist.unknown-key", 10, 1, 6},
    {"format = 1\n", "format = 1\nelements = 3\n", "checklist.unknown-key", 2, 1, 8},
    {"article = \"十\" }", "article = \"十\", artcle = \"十\" }", "checklist.unknown-key", 80, 49, 6},
    {"format = 1\n", "\n", "checklist.missing-key", 1, 1, 1},
    {"version = \"2025.1\"\n", "\n", "checklist.missing-key", 3, 1, 11},
    {"weight = 37.75", "", "checklist.missing-key", 110, 1, 11},
    {"when = \"section plan is headed\"", "", "checklist.missing-key", 116, 1, 19},
    {"effect = \"intended\"\n", "\n", "checklist.missing-key", 33, 1, 7},
    {"suffix = \"镇\"\n", "\n", "checklist.missing-key", 61, 1, 24},
    // Types
    {"title = \"过时用语\"", "title = 3", "checklist.wrong-type", 129, 9, 1},
    {"weight = 62.25", "weight = \"62.25\"", "checklist.wrong-type", 77, 10, 7},
    {"partial = 40", "partial = 40.5", "checklist.wrong-type", 78, 11, 4},
    {"ends_report = true", "ends_report = 1", "checklist.wrong-type", 55, 15, 1},
    {"not_units = [\"城镇\"]", "not_units = \"城镇\"", "checklist.wrong-type", 60, 13, 4},
    {"stop = [\"，但\"]", "stop = [\"，但\", 7]", "checklist.wrong-type", 40, 15, 1},
    {"[repeal]\nany", "[[repeal]]\nany", "checklist.wrong-type", 71, 1, 10},
    {"basis = [{ document = \"outline\", article = \"三十\" }]",
     "basis = { document = \"outline\", article = \"三十\" }", "checklist.wrong-type", 114, 9, 40},
    // Values
    {"title = \"《纲要》\"", "title = \"\"", "checklist.empty-value", 19, 9, 2},
    {"roles = [\"plan\"]", "roles = []", "checklist.empty-value", 41, 9, 2},
    {"format = 1\n", "format = 2\n", "checklist.out-of-range", 1, 10, 1},
    {"pass = 60", "pass = 101", "checklist.out-of-range", 9, 8, 3},
    {"partial = 40", "partial = 140", "checklist.out-of-range", 78, 11, 3},
    {"year = 2024", "year = 24", "checklist.out-of-range", 101, 8, 2},
    {"weight = 62.25", "weight = nan", "checklist.out-of-range", 77, 10, 3},
    {"weight = 62.25", "weight = 62.255", "checklist.decimals", 77, 10, 6},
    {"\"structure.plan\"", "\"Structure.plan\"", "checklist.bad-id", 111, 6, 16},
    {"\"2021-01-01\"", "\"2021-02-29\"", "checklist.bad-date", 67, 15, 12},
    {"effect = \"intended\"", "effect = \"intendid\"", "checklist.unknown-value", 35, 10, 10},
    {"scope = \"sentence\"", "scope = \"report\"", "checklist.unknown-value", 37, 9, 8},
    {"role = \"first-responsible\"", "role = \"first_responsible\"", "checklist.unknown-value", 44, 8, 19},
    {"levels = [\"township\", \"subdistrict\"]", "levels = [\"township\", \"village\"]", "checklist.unknown-value", 7,
     23, 9},
    {"kind = \"term\"", "kind = \"word\"", "checklist.unknown-value", 128, 8, 6},
    {"part = \"tail\"", "part = \"plan\"", "checklist.unknown-value", 53, 8, 6},
    // References
    {"\"structure.plan\"", "\"decision.legal-advisor\"", "checklist.duplicate-id", 111, 6, 24},
    {"\"quality.stale-term\"", "\"structure.plan\"", "checklist.duplicate-id", 127, 6, 16},
    {"document = \"outline\", article = \"三十\"", "document = \"outlin\", article = \"三十\"",
     "checklist.unknown-document", 114, 23, 8},
    {"measures = [\"disputes\"]", "measures = [\"dispute\"]", "checklist.unknown-measure", 82, 13, 9},
    {"number = [\"case\"]", "number = [\"person\"]", "checklist.unknown-unit-group", 89, 11, 8},
    {"near = [\"service\"]", "near = [\"servise\"]", "checklist.unknown-find", 88, 9, 9},
    {"near = [\"service\"]", "near = [\"advisor\"]", "checklist.later-find", 88, 9, 9},
    {"any = [\"聘请\"]", "any = [\"聘请\"]\nnear = [\"advisor\"]\nwithin = \"item\"", "checklist.later-find", 85, 9, 9},
    {"within = [\"劳动合同法\"]", "within = [\"劳动法\"]", "checklist.useless-within", 69, 11, 5},
    // Finds
    {"[element.find.service]\nany = [\"聘请\"]",
     "[element.find.service]\nany = [\"聘请\"]\n[element.find.Other]\nof = \"service\"", "checklist.bad-find-name", 85,
     15, 5},
    {"any = [\"聘请\"]", "except = [\"聘请\"]", "checklist.no-patterns", 83, 1, 22},
    {"any = [\"法律顾问\", \"公职律师\"]", "any = [\"法律顾问\"]\nof = \"service\"", "checklist.of-with-patterns", 87,
     1, 2},
    {"number = [\"case\"]", "headings = false\nbody = false", "checklist.find-nowhere", 90, 1, 4},
    // Phrases and expressions
    {"any = [\"聘请\"]", "any = [\"聘请\", \"\"]", "checklist.empty-phrase", 84, 14, 2},
    {"any = [\"聘请\"]", "any = [\"聘请\", \"“”\"]", "checklist.vanishing-phrase", 84, 14, 4},
    {"match = ['第一责任人']", "match = ['第一责任人\\b']", "checklist.ascii-escape", 45, 16, 2},
    {"match = ['第一责任人']", "match = ['x', '[一\\d]人']", "checklist.ascii-escape", 45, 18, 2},
    {"match = ['第一责任人']", "match = [\"第\\u4E00\\\\w\"]", "checklist.ascii-escape", 45, 18, 3},
    {"match = ['第一责任人']", "match = ['''\n第一\n责任\\w''']", "checklist.ascii-escape", 47, 3, 2},
    {"match = ['第一责任人']", "match = ['第一责任人)']", "checklist.bad-expression", 45, 16, 1},
    {"match = ['第一责任人']", "match = ['“”']", "checklist.matches-nothing", 45, 10, 4},
    {"match = ['第一责任人']", "match = ['(?:第一)?']", "checklist.matches-nothing", 45, 10, 9},
    // Conditions
    {"when = \"advisor is told\"", "when = \"advisor is tald\"", "checklist.condition-syntax", 96, 20, 4},
    {"when = \"advisor is told\"", "when = \"advisor is told and\"", "checklist.condition-syntax", 96, 28, 1},
    {"when = \"advisor is told\"", "when = \"advisro is told\"", "checklist.unknown-find", 96, 9, 7},
    {"when = \"advisor is told\"", "when = '''\nadvisor is told\n or (service is doen)'''",
     "checklist.condition-syntax", 98, 17, 4},
    {"when = \"section plan is headed\"", "when = \"measure dispute.rate is stated\"", "checklist.unknown-measure", 118,
     17, 12},
    {"when = \"advisor is told\"",
     "when = \"always\"\n[[element.outcome]]\nstatus = \"missing\"\nwhen = \"advisor is told\"",
     "checklist.after-always", 97, 1, 19},
    // The whole
    {"weight = 62.25", "weight = 62", "checklist.weights", 3, 2, 9},
    {"at_least = 60", "at_least = 95", "checklist.grades-order", 15, 1, 8},
    {"years = { from = 2021, to = 2025 }", "years = { from = 2025, to = 2021 }", "checklist.years-order", 8, 9, 26},
    {"\"2025-12-31\"", "\"2020-12-31\"", "checklist.years-order", 21, 1, 8},
    {"[[element.example]]\nstatus = \"met\"\ntext = \"下一步打算\"",
     "[[element.example]]\nstatus = \"met\"\ntext = \"下一步打算\"\n[[element.example]]\nstatus = \"partial\"\ntext = "
     "\"打算\"",
     "checklist.impossible-example", 122, 1, 19},
    {"format = 1\n", "format = 1\ninclude = [\"nowhere.toml\"]\n", "checklist.include-missing", 2, 12, 14},
    // Syntax
    {"pass = 60", "pass = sixty", "checklist.syntax", 9, 8, 1},
    {"title = \"《纲要》\"", "title = \"《纲要》", "checklist.syntax", 19, 14, 1},
    {"match = ['第一责任人']", "match = [\"第一责任人\\s\"]", "checklist.syntax", 45, 17, 1},
    {"pass = 60", "pass = 60\npass = 70", "checklist.key-twice", 10, 8, 1},
    {"pass = 60", "pass ＝ 60", "checklist.stray-character", 9, 6, 1},
    {"title = \"《纲要》\"", "title = “《纲要》”", "checklist.stray-character", 19, 9, 1},
    {"title = \"《纲要》\"", "title = 《纲要》", "checklist.stray-character", 19, 9, 1},
    // Warnings
    {"note = \"只是提到\"", "note = \"只是提到\"\n[element.find.idle]\nany = [\"甲\"]", "checklist.unused-find", 98, 15,
     4},
    {"remedy = \"写明下一年度安排。\"", "", "checklist.no-remedy", 111, 6, 16},
    {"basis = [{ document = \"outline\", article = \"三十\" }]", "", "checklist.no-basis", 111, 6, 16},
    {"[[element.example]]\nstatus = \"met\"\ntext = \"下一步打算\"\n", "", "checklist.missing-example", 111, 6, 16},
    {"near = [\"service\"]\nnumber = [\"case\"]\n", "", "checklist.idle-within", 88, 1, 6},
};

std::string listed(const LoadedChecklist& loaded) {
  std::string text;
  for (const Diagnostic& diagnostic : loaded.diagnostics) text += "\n" + render(diagnostic, Language::en);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bad_files)

BOOST_AUTO_TEST_CASE(each_mistake_gets_one_diagnostic_at_its_place) {
  for (const Mistake& each : kMistakes) {
    const LoadedChecklist loaded = load_checklist_text(test::sample_with(each.from, each.to), "sample.toml");
    BOOST_TEST_CONTEXT(each.code << ": " << each.to << listed(loaded)) {
      BOOST_TEST(loaded.diagnostics.size() == 1U);
      if (loaded.diagnostics.empty()) continue;
      const Diagnostic& diagnostic = loaded.diagnostics[0];
      BOOST_TEST(code_of(diagnostic.message.id) == each.code);
      BOOST_TEST(diagnostic.line == each.line);
      BOOST_TEST(diagnostic.column == each.column);
      BOOST_TEST(diagnostic.length == each.length);
      BOOST_TEST(loaded.checklist.has_value() == (diagnostic.kind == Diagnostic::Kind::warning));
    }
  }
}

BOOST_AUTO_TEST_CASE(unknown_key_names_the_nearest) {
  const LoadedChecklist loaded =
      load_checklist_text(test::sample_with("weight = 62.25", "weight = 62.25\nwieght = 1"), "sample.toml");
  BOOST_REQUIRE_EQUAL(loaded.diagnostics.size(), 1U);
  BOOST_REQUIRE(loaded.diagnostics[0].hint.has_value());
  BOOST_TEST(loaded.diagnostics[0].hint->arguments.at(0) == "weight");
}

BOOST_AUTO_TEST_CASE(unknown_key_far_from_all_lists_the_known) {
  const LoadedChecklist loaded =
      load_checklist_text(test::sample_with("[repeal]\n", "[repeal]\ncolour = 1\n"), "sample.toml");
  BOOST_REQUIRE_EQUAL(loaded.diagnostics.size(), 1U);
  BOOST_REQUIRE(loaded.diagnostics[0].hint.has_value());
  BOOST_TEST(loaded.diagnostics[0].hint->arguments.at(0) == "any, match");
}

BOOST_AUTO_TEST_CASE(reserved_words_name_no_find) {
  const LoadedChecklist loaded = load_checklist_text(
      test::sample_with("[element.find.service]", "[element.find.section]\nany = [\"甲\"]\n[element.find.service]"),
      "sample.toml");
  BOOST_REQUIRE_EQUAL(loaded.diagnostics.size(), 1U);
  BOOST_TEST(code_of(loaded.diagnostics[0].message.id) == "checklist.reserved-name");
  BOOST_TEST(loaded.diagnostics[0].line == 83);
  BOOST_TEST(loaded.diagnostics[0].column == 15);
}

BOOST_AUTO_TEST_CASE(file_without_checklist_table) {
  const LoadedChecklist loaded = load_checklist_text("format = 1\n", "part.toml");
  BOOST_REQUIRE_EQUAL(loaded.diagnostics.size(), 1U);
  BOOST_TEST(code_of(loaded.diagnostics[0].message.id) == "checklist.no-checklist");
  BOOST_TEST(loaded.diagnostics[0].line == 0);
}

BOOST_AUTO_TEST_CASE(malformed_table_headers_do_not_trip_the_parser) {
  for (const char* header : {"[{0}[furniture]]", "[[={}element]]", "[=", "[[", "[\xE6", "a. = 1", "= 1", "x = {=}"}) {
    const LoadedChecklist loaded = load_checklist_text("format = 1\n" + std::string(header) + "\n", "bad.toml");
    BOOST_REQUIRE_EQUAL(loaded.diagnostics.size(), 1U);
    BOOST_TEST(code_of(loaded.diagnostics[0].message.id) == "checklist.syntax");
    BOOST_TEST(loaded.diagnostics[0].line == 2);
  }
}

BOOST_AUTO_TEST_CASE(deep_dotted_keys_are_refused) {
  std::string text = "format = 1\n[a";
  for (int i = 0; i < 100'000; ++i) text += ".a";
  const LoadedChecklist loaded = load_checklist_text(text + "]\n", "deep.toml");
  BOOST_REQUIRE_EQUAL(loaded.diagnostics.size(), 1U);
  BOOST_TEST(code_of(loaded.diagnostics[0].message.id) == "checklist.syntax");
  BOOST_TEST(loaded.diagnostics[0].line == 2);
}

BOOST_AUTO_TEST_CASE(empty_and_binary_files_are_errors) {
  for (const std::string& text : {std::string(), std::string("\0\xFF\xFE", 3), std::string("\xFF"), std::string("[")}) {
    const LoadedChecklist loaded = load_checklist_text(text, "bad.toml");
    BOOST_TEST(!loaded.checklist.has_value());
    BOOST_TEST(!loaded.diagnostics.empty());
    for (const Diagnostic& diagnostic : loaded.diagnostics) BOOST_TEST(!render(diagnostic, Language::zh).empty());
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
