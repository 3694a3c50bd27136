#include "checklist/load.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/sha256.hpp"
#include "checklist/sample.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;

std::string rendered(const LoadedChecklist& loaded) {
  std::string text;
  for (const Diagnostic& diagnostic : loaded.diagnostics) text += render(diagnostic, Language::en);
  return text;
}

constexpr std::string_view kChecklistTable = "[checklist]\nid = \"x\"\nversion = \"1\"\ntitle = \"x\"\npass = 60\n";

std::string element(const std::string& id, const std::string& weight) {
  return "[[element]]\nid = \"" + id + "\"\ntitle = \"t\"\nweight = " + weight +
         "\nbasis = [{ document = \"d\", article = \"1\" }]\nremedy = \"改。\"\n"
         "[[element.outcome]]\nstatus = \"met\"\nwhen = \"section plan is told\"\n"
         "[[element.example]]\nstatus = \"met\"\ntext = \"a\"\n"
         "[[element.example]]\nstatus = \"missing\"\ntext = \"b\"\n";
}

constexpr std::string_view kDocument = "[[document]]\nid = \"d\"\ntitle = \"《d》\"\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(load)

BOOST_AUTO_TEST_CASE(set_phrases_of_copies_load_in_normal_form) {
  const std::string text = "format = 1\n" + std::string(kChecklistTable) + std::string(kDocument) + element("e", "100") +
                           "[similarity]\ncopied_percent = 25\nset_phrases = [\"增强“四个意识”\"]\n";
  const LoadedChecklist loaded = load_checklist_text(text, "x.toml");
  BOOST_REQUIRE(loaded.checklist.has_value());
  BOOST_TEST(loaded.checklist->language.similarity.copied_percent == 25);
  BOOST_TEST(loaded.checklist->language.similarity.set_phrases.at(0) == "增强四个意识");
  const LoadedChecklist wrong = load_checklist_text(text + "copied = 1\n", "x.toml");
  BOOST_TEST(rendered(wrong).find("copied") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(sample_loads_in_full) {
  const LoadedChecklist loaded = load_checklist_text(test::sample_checklist(), "sample.toml");
  BOOST_TEST(rendered(loaded) == "");
  BOOST_REQUIRE(loaded.checklist.has_value());
  const Checklist& checklist = *loaded.checklist;
  BOOST_TEST(checklist.id == "township");
  BOOST_TEST(checklist.version == "2025.1");
  BOOST_TEST(checklist.sha256 == sha256_hex(test::sample_checklist()));
  BOOST_TEST(checklist.levels.size() == 2U);
  BOOST_TEST(checklist.years.contains(2025));
  BOOST_TEST(!checklist.years.contains(2026));
  BOOST_TEST(checklist.pass_hundredths == 6000);
  BOOST_TEST(checklist.grades.at(0).at_least_hundredths == 9050);
  BOOST_TEST(checklist.find_document("outline")->valid_from == "2021-08-02");
  BOOST_TEST(checklist.find_document("inline") == nullptr);
  BOOST_TEST(checklist.repealed_laws.at(0).title == "合同法");
  BOOST_TEST(checklist.repealed_laws.at(0).within.at(0) == "劳动合同法");
  BOOST_TEST(checklist.repeal_marks.phrases.at(0) == "废止");
  const Statute& statute = checklist.statutes.at(0);
  BOOST_TEST(statute.title == "中华人民共和国妇女权益保障法");
  BOOST_TEST(statute.short_names.at(0) == "妇女法");
  BOOST_TEST(statute.wrong_names.at(0) == "妇女权益法");
  BOOST_TEST(statute.valid_from == "1992-10-01");
  BOOST_TEST(statute.valid_to == "2099-12-31");

  const LanguageRules& language = checklist.language;
  BOOST_TEST((language.cues.at(0).effect == CueEffect::intended));
  BOOST_TEST((language.cues.at(0).direction == CueDirection::forward));
  BOOST_TEST((language.cues.at(0).scope == Scope::sentence));
  BOOST_TEST(language.cues.at(0).reach == 12);
  BOOST_TEST(language.cues.at(0).stop.phrases.at(0) == "，但");
  BOOST_TEST((language.section_titles.at(0).role == Role::first_responsible));
  BOOST_TEST((language.turns.at(0).from.at(0) == Role::achievements));
  BOOST_TEST((language.furniture.at(0).part == Role::tail));
  BOOST_TEST(language.furniture.at(0).ends_report);
  BOOST_TEST(language.units.at(0).groups.at(0) == "case");
  BOOST_TEST(language.measures.at(0).rates.expressions.at(0) == "(?:化解|调解)率");
  BOOST_TEST(language.identity.unit_suffixes.at(0).suffix == "镇");
  BOOST_TEST((language.identity.unit_suffixes.at(0).level == Level::township));
}

BOOST_AUTO_TEST_CASE(elements_carry_what_the_file_says) {
  const LoadedChecklist loaded = load_checklist_text(test::sample_checklist(), "sample.toml");
  BOOST_REQUIRE(loaded.checklist.has_value());
  const Element& element = loaded.checklist->elements.at(0);
  BOOST_TEST(element.weight_hundredths == 6225);
  BOOST_TEST(element.partial_percent == 40);
  BOOST_TEST(element.years.from == 2021);
  BOOST_TEST(element.years.to == 9999);
  BOOST_TEST(element.file == "sample.toml");
  BOOST_TEST(element.line == 74);
  BOOST_TEST(element.measures.at(0) == "disputes");
  BOOST_REQUIRE_EQUAL(element.finds.size(), 2U);
  BOOST_TEST(element.finds[0].name == "service");
  BOOST_TEST(element.finds[1].name == "advisor");
  BOOST_TEST(element.finds[1].near.at(0) == 0);
  BOOST_TEST(element.finds[1].of == -1);
  BOOST_TEST((element.finds[1].within == Scope::sentence));
  BOOST_TEST(element.finds[1].except.expressions.at(0) == "法律顾问费");
  BOOST_TEST(element.outcomes.at(1).note == "只是提到");
  BOOST_TEST(element.examples.at(0).year == 2024);
  BOOST_TEST(element.examples.at(1).known_gap);
  BOOST_TEST(element.examples.at(2).line == 106);
  const Defect& defect = loaded.checklist->defects.at(0);
  BOOST_TEST((defect.severity == Severity::major));
  BOOST_TEST(defect.examples.size() == 2U);
}

BOOST_AUTO_TEST_CASE(crlf_and_byte_order_mark_do_not_move_places) {
  std::string text = "\xEF\xBB\xBF";
  for (const char c : test::sample_with("weight = 62.25", "wieght = 62.25")) {
    if (c == '\n') text += '\r';
    text += c;
  }
  const LoadedChecklist loaded = load_checklist_text(text, "sample.toml");
  BOOST_REQUIRE_EQUAL(loaded.diagnostics.size(), 2U);
  BOOST_TEST(loaded.diagnostics[1].line == 77);
  BOOST_TEST(loaded.diagnostics[1].column == 1);
  BOOST_TEST(loaded.diagnostics[1].source_line == "wieght = 62.25");
}

BOOST_AUTO_TEST_CASE(finds_keep_the_order_of_the_file) {
  const LoadedChecklist loaded = load_checklist_text(
      test::sample_with("[element.find.service]\nany = [\"聘请\"]",
                        "[element.find.zeta]\nany = [\"乙\"]\n[element.find.service]\nany = [\"聘请\"]\n"
                        "apart = [\"zeta\"]"),
      "sample.toml");
  BOOST_REQUIRE(loaded.checklist.has_value());
  const auto& finds = loaded.checklist->elements.at(0).finds;
  BOOST_REQUIRE_EQUAL(finds.size(), 3U);
  BOOST_TEST(finds[0].name == "zeta");
  BOOST_TEST(finds[1].name == "service");
  BOOST_TEST(finds[1].apart.at(0) == 0);
}

BOOST_AUTO_TEST_CASE(included_files_come_before_the_including_one) {
  const test::Folder folder;
  const std::string document = "format = 1\n" + std::string(kDocument);
  const std::string first = "format = 1\ninclude = [\"document.toml\"]\n" + element("a.one", "40");
  const std::string main = "format = 1\ninclude = [\"parts/first.toml\", \"parts/document.toml\"]\n" +
                           std::string(kChecklistTable) + element("b.two", "60");
  folder.write("parts/document.toml", document);
  folder.write("parts/first.toml", first);
  const LoadedChecklist loaded = load_checklist(folder.write("main.toml", main));
  BOOST_TEST(rendered(loaded) == "");
  BOOST_REQUIRE(loaded.checklist.has_value());
  BOOST_TEST(loaded.checklist->elements.at(0).id == "a.one");
  BOOST_TEST(loaded.checklist->elements.at(1).id == "b.two");
  BOOST_TEST(loaded.checklist->documents.size() == 1U);
  BOOST_TEST(loaded.checklist->sha256 == sha256_hex(document + first + main));
}

BOOST_AUTO_TEST_CASE(include_cycles_are_refused) {
  const test::Folder folder;
  folder.write("b.toml", "format = 1\ninclude = [\"a.toml\"]\n");
  const LoadedChecklist loaded =
      load_checklist(folder.write("a.toml", "format = 1\ninclude = [\"b.toml\"]\n" + std::string(kChecklistTable) +
                                                std::string(kDocument) + element("a.one", "100")));
  BOOST_REQUIRE_EQUAL(loaded.diagnostics.size(), 1U);
  BOOST_TEST(code_of(loaded.diagnostics[0].message.id) == "checklist.include-cycle");
  BOOST_TEST(loaded.diagnostics[0].file.ends_with("b.toml"));
  BOOST_TEST(loaded.diagnostics[0].line == 2);
  BOOST_TEST(loaded.diagnostics[0].column == 12);
}

BOOST_AUTO_TEST_CASE(duplicate_id_names_both_places) {
  const test::Folder folder;
  const std::string first = folder.write("first.toml", "format = 1\n" + element("a.one", "40"));
  const std::string main =
      folder.write("main.toml", "format = 1\ninclude = [\"first.toml\"]\n" + std::string(kChecklistTable) +
                                    std::string(kDocument) + element("a.one", "60"));
  const LoadedChecklist loaded = load_checklist(main);
  BOOST_REQUIRE_EQUAL(loaded.diagnostics.size(), 1U);
  const Message& message = loaded.diagnostics[0].message;
  BOOST_TEST(code_of(message.id) == "checklist.duplicate-id");
  BOOST_TEST(loaded.diagnostics[0].file == main);
  BOOST_TEST(loaded.diagnostics[0].line == 12);
  BOOST_TEST(message.arguments.at(1) == first + ":3:6");
}

BOOST_AUTO_TEST_CASE(two_checklist_tables_are_refused) {
  const test::Folder folder;
  folder.write("first.toml", "format = 1\n" + std::string(kChecklistTable));
  const LoadedChecklist loaded = load_checklist(
      folder.write("main.toml", "format = 1\ninclude = [\"first.toml\"]\n" + std::string(kChecklistTable) +
                                    std::string(kDocument) + element("a.one", "100")));
  BOOST_REQUIRE_EQUAL(loaded.diagnostics.size(), 1U);
  BOOST_TEST(code_of(loaded.diagnostics[0].message.id) == "checklist.duplicate-id");
}

BOOST_AUTO_TEST_CASE(missing_file_raises_no_errors_that_only_follow_from_it) {
  const LoadedChecklist loaded = load_checklist_text(
      "format = 1\ninclude = [\"no-such-file.toml\"]\n" + std::string(kChecklistTable) + element("a.one", "70"),
      "main.toml");
  BOOST_REQUIRE_EQUAL(loaded.diagnostics.size(), 1U);
  BOOST_TEST(code_of(loaded.diagnostics[0].message.id) == "checklist.include-missing");
}

BOOST_AUTO_TEST_CASE(unreadable_file_is_one_error) {
  const LoadedChecklist loaded = load_checklist("/no/such/file.toml");
  BOOST_REQUIRE_EQUAL(loaded.diagnostics.size(), 1U);
  BOOST_TEST(code_of(loaded.diagnostics[0].message.id) == "checklist.unreadable");
  BOOST_TEST(loaded.diagnostics[0].line == 0);
}

BOOST_AUTO_TEST_CASE(warnings_do_not_keep_a_checklist_from_loading) {
  const LoadedChecklist loaded =
      load_checklist_text(test::sample_with("remedy = \"写明下一年度安排。\"\n", ""), "sample.toml");
  BOOST_TEST(loaded.checklist.has_value());
  BOOST_REQUIRE_EQUAL(loaded.diagnostics.size(), 1U);
  BOOST_TEST((loaded.diagnostics[0].kind == Diagnostic::Kind::warning));
}

BOOST_AUTO_TEST_CASE(too_many_diagnostics_end_with_their_number) {
  std::string text = "format = 1\n";
  for (int i = 0; i < 250; ++i) text += "unknown" + std::to_string(i) + " = 1\n";
  const LoadedChecklist loaded = load_checklist_text(text, "many.toml");
  BOOST_REQUIRE_EQUAL(loaded.diagnostics.size(), 201U);
  const Diagnostic& last = loaded.diagnostics.back();
  BOOST_TEST(code_of(last.message.id) == "checklist.more");
  BOOST_TEST(last.message.arguments.at(0) == "51");
}

BOOST_AUTO_TEST_CASE(builtin_files_load) {
  if (builtin_files().empty()) {
    BOOST_TEST_MESSAGE("rules/ has no files");
    return;
  }
  for (const BuiltinFile& file : builtin_files()) {
    std::ifstream stream(std::string(FAZHI_SOURCE_DIR "/rules/") + std::string(file.path), std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    BOOST_TEST((content == file.content), file.path << " is embedded byte for byte");
  }
  for (const std::string& id : builtin_checklist_ids()) {
    const LoadedChecklist loaded = load_builtin_checklist(id);
    BOOST_TEST(rendered(loaded) == "");
    BOOST_TEST(loaded.checklist.has_value());
  }
}

BOOST_AUTO_TEST_CASE(unknown_builtin_is_one_error) {
  const LoadedChecklist loaded = load_builtin_checklist("no-such-checklist");
  BOOST_REQUIRE_EQUAL(loaded.diagnostics.size(), 1U);
  BOOST_TEST(code_of(loaded.diagnostics[0].message.id) == "checklist.unknown-builtin");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
