#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <string>

#include "checklist/load.hpp"
#include "evaluate/run_mutations.hpp"

namespace fazhi::test {
namespace {

constexpr std::string_view kHead = R"(format = 1
include = ["basis.toml", "language/units.toml", "language/measures.toml", "language/sections.toml", "language/identity.toml", "language/cues.toml", "language/cues-township.toml", "language/mutations.toml"]
[checklist]
id = "river"
version = "1"
title = "沿江乡镇禁渔执法清单"
levels = ["township"]
pass = 60
[[element]]
id = "river"
title = "禁渔"
weight = 100
)";

Auditor river(std::string_view element, std::string_view head = kHead) {
  LoadedChecklist loaded = load_checklist_text(std::string(head) + std::string(element), "river.toml");
  for (const Diagnostic& each : loaded.diagnostics) {
    if (each.kind == Diagnostic::Kind::error) BOOST_ERROR(render(each, Language::en));
  }
  BOOST_REQUIRE(loaded.checklist.has_value());
  return Auditor(std::move(*loaded.checklist));
}

/// The head with mutations of the test's own in place of the built-in ones.
std::string head_with(std::string_view mutations) {
  std::string head(kHead);
  const std::string_view file = R"(, "language/mutations.toml")";
  head.erase(head.find(file), file.size());
  return head.insert(head.find("[[element]]"), mutations);
}

std::string rule(std::string_view when, std::string_view met = "组织禁渔巡查36次，收缴地笼12顶。") {
  return "[element.find.patrol]\nany = [\"禁渔巡查\"]\n"
         "[[element.outcome]]\nstatus = \"met\"\nwhen = \"" + std::string(when) + "\"\n"
         "[[element.example]]\nstatus = \"met\"\ntext = \"\"\"\n一、主要工作\n" + std::string(met) + "\n\"\"\"\n";
}

std::size_t survivors_of(const MutationRun& run, std::string_view prefix) {
  return static_cast<std::size_t>(std::count_if(run.survivors.begin(), run.survivors.end(), [&](const auto& each) {
    return std::string_view(each.mutation).starts_with(prefix);
  }));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mutate)

BOOST_AUTO_TEST_CASE(rule_that_asks_for_what_was_done_kills_every_mutant) {
  const MutationRun run = run_mutations(river(rule("patrol is done")));
  // delete, five negations, five deferrals, shortcomings, last year, a county office, the county, a neighbour
  BOOST_TEST(run.total.lowering == 16U);
  BOOST_TEST(run.total.killed == 16U);
  BOOST_TEST(run.total.kill_rate() == 1.0);
  BOOST_TEST(run.survivors.empty());
  BOOST_TEST(run.elements.at(0).id == "river");
}

BOOST_AUTO_TEST_CASE(rule_of_a_keyword_alone_lets_mutants_survive) {
  const std::string keyword = "[[element.outcome]]\nstatus = \"met\"\nwhen = \"patrol in achievements\"\n"
                              "[[element.outcome]]\nstatus = \"met\"\nwhen = \"patrol is intended\"\n";
  std::string element = rule("patrol is done");
  element.insert(element.find("[[element.example]]"), keyword);
  const MutationRun run = run_mutations(river(element));
  BOOST_TEST(run.total.killed < run.total.lowering);
  BOOST_TEST(survivors_of(run, "negate.") == 5U);
  BOOST_TEST(survivors_of(run, "defer.") == 5U);
  BOOST_TEST(survivors_of(run, "elsewhere.") == 3U);
  BOOST_TEST(survivors_of(run, "delete") == 0U);
  const auto negated = std::find_if(run.survivors.begin(), run.survivors.end(),
                                    [](const MutationSurvivor& each) { return each.mutation == "negate.not-yet"; });
  BOOST_REQUIRE(negated != run.survivors.end());
  BOOST_TEST(negated->words == "尚未组织禁渔巡查，收缴地笼12顶。");
  BOOST_TEST(negated->file == "river.toml");
  BOOST_TEST(negated->line == 24);
  BOOST_TEST((negated->got == Status::met));
}

BOOST_AUTO_TEST_CASE(every_satisfying_clause_is_changed) {
  const MutationRun run =
      run_mutations(river(rule("patrol is done", "组织禁渔巡查36次。开展夜间禁渔巡查12次，效果好。")));
  BOOST_TEST(run.total.lowering == 16U);
  BOOST_TEST(run.total.kill_rate() == 1.0);
}

BOOST_AUTO_TEST_CASE(what_nobody_would_write_is_not_made) {
  // No verb that could be negated or put off, and the unit's own words in the middle.
  const MutationRun run = run_mutations(river(rule("patrol is told", "禁渔巡查我镇最多。")));
  // A mention is only deleted.
  BOOST_TEST(run.total.lowering == 1U);
  BOOST_TEST(run.total.killed == 1U);
  const MutationRun fact = run_mutations(river(rule("patrol is done", "禁渔巡查我镇最多。")));
  // Deleted, moved to two sections, dated; neither negated nor told of another unit.
  BOOST_TEST(fact.total.lowering == 4U);
  BOOST_TEST(survivors_of(fact, "elsewhere.") == 0U);
}

BOOST_AUTO_TEST_CASE(numbers_turn_vague_where_a_find_asks_for_them) {
  const std::string vague = head_with("[[mutation]]\nid = \"vague\"\neffect = \"lowers\"\nkind = \"vague\"\n"
                                      "at = [\"number\"]\ntext = \"多\"\n");
  std::string element = rule("patrol is done");
  const MutationRun none = run_mutations(river(element, vague));
  BOOST_TEST(none.total.lowering == 0U);
  element.insert(element.find("[[element.outcome]]"), "number = [\"activity\"]\n");
  const MutationRun run = run_mutations(river(element, vague));
  BOOST_TEST(run.total.lowering == 1U);
  BOOST_TEST(run.total.killed == 1U);
}

BOOST_AUTO_TEST_CASE(headings_are_dropped_renamed_and_emptied) {
  const std::string element =
      "[[element.outcome]]\nstatus = \"met\"\nwhen = \"section plan is headed\"\n"
      "[[element.example]]\nstatus = \"met\"\ntext = \"\"\"\n一、主要工作\n修路。\n二、下一步打算\n加强禁渔巡查，收缴地笼。\n\"\"\"\n";
  const MutationRun run = run_mutations(river(element));
  // delete, drop-heading, rename-heading, empty-section
  BOOST_TEST(run.total.lowering == 4U);
  BOOST_TEST(run.total.killed == 4U);
}

BOOST_AUTO_TEST_CASE(synonym_that_the_rule_lacks_is_found_out) {
  const std::string synonym = head_with("[[mutation]]\nid = \"synonym\"\neffect = \"keeps\"\nkind = \"swap\"\n"
                                        "[[mutation.swap]]\nany = [\"巡查\"]\nto = \"巡护\"\n"
                                        "[[mutation.swap]]\nany = [\"收缴\"]\nto = \"没收\"\n");
  const MutationRun run = run_mutations(river(rule("patrol is done"), synonym));
  BOOST_TEST(run.total.keeping == 2U);
  BOOST_TEST(run.total.kept == 1U);
  BOOST_TEST(run.total.keep_rate() == 0.5);
  BOOST_REQUIRE(run.survivors.size() == 1U);
  BOOST_TEST(run.survivors[0].words == "组织禁渔巡护36次，收缴地笼12顶。");
  BOOST_TEST((run.survivors[0].got == Status::missing));
}

BOOST_AUTO_TEST_CASE(notation_and_layout_keep_the_status_of_a_rule_without_digits) {
  const MutationRun run = run_mutations(river(rule("patrol is done", "组织“禁渔巡查”36次，占比98.5%，收缴地笼十二顶。")));
  BOOST_TEST(run.total.keeping >= 12U);
  BOOST_TEST(run.total.kept == run.total.keeping);
}

BOOST_AUTO_TEST_CASE(rule_that_spells_out_digits_of_one_kind_is_found_out) {
  std::string element = rule("patrol is done");
  element.replace(element.find("any = [\"禁渔巡查\"]"), std::string_view("any = [\"禁渔巡查\"]").size(),
                  "match = ['禁渔巡查[0-9]+次']");
  const MutationRun run = run_mutations(river(element));
  BOOST_TEST(survivors_of(run, "numerals.chinese") == 1U);
  BOOST_TEST(run.total.kept + 1 == run.total.keeping);
  BOOST_TEST(survivors_of(run, "characters.full-width") == 0U);
}

BOOST_AUTO_TEST_CASE(headings_are_not_numbered_like_those_below_them) {
  const std::string numbers = head_with("[[mutation]]\nid = \"headings\"\neffect = \"keeps\"\nkind = \"ordinals\"\n"
                                        "from = \"一、\"\nto = \"（一）\"\n");
  BOOST_TEST(run_mutations(river(rule("patrol is done"), numbers)).total.keeping == 1U);
  const std::string below = "（一）水上执法\n组织禁渔巡查36次。\n（二）岸上执法\n收缴地笼12顶，没有发生冲突。";
  BOOST_TEST(run_mutations(river(rule("patrol is done", below), numbers)).total.keeping == 0U);
}

BOOST_AUTO_TEST_CASE(mutations_of_other_levels_are_left_out) {
  const std::string levels = head_with("[[mutation]]\nid = \"county\"\neffect = \"lowers\"\nkind = \"delete\"\n"
                                       "at = [\"fact\"]\nlevels = [\"county\"]\n");
  BOOST_TEST(run_mutations(river(rule("patrol is done"), levels)).total.lowering == 0U);
}

BOOST_AUTO_TEST_CASE(known_gaps_are_left_alone) {
  const std::string element = rule("patrol is done") + "known_gap = true\n";
  const MutationRun run = run_mutations(river(element));
  BOOST_TEST(run.total.lowering + run.total.keeping == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi::test
