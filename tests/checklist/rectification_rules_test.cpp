#include <boost/test/unit_test.hpp>
#include <string>

#include "checklist/load.hpp"
#include "checklist/rectification_rules.hpp"

namespace fazhi {
namespace {

const RectificationRules& builtin() {
  static const LoadedRules<RectificationRules> loaded = load_rectification_rules("");
  BOOST_REQUIRE(loaded.rules.has_value());
  return *loaded.rules;
}

std::string first_refusal(const std::string& toml) {
  const auto loaded = load_rectification_rules_text(toml, "own.toml");
  if (loaded.rules) return "accepted";
  return render(loaded.diagnostics.front(), Language::en).substr(0, 60);
}

constexpr std::string_view kHead = R"(format = 1
[list]
title = "{year}年"
undated = "清单"
title_en = "{year}"
undated_en = "list"
[other]
title = "其他"
title_en = "Other"
)";

}  // namespace

BOOST_AUTO_TEST_SUITE(rectification_rules)

BOOST_AUTO_TEST_CASE(every_id_of_the_built_in_checklists_has_a_category) {
  for (const std::string& id : builtin_checklist_ids()) {
    const LoadedChecklist loaded = load_builtin_checklist(id);
    BOOST_REQUIRE(loaded.checklist.has_value());
    for (const Element& each : loaded.checklist->elements) {
      BOOST_TEST(builtin().find_category(each.id) != nullptr, id << ": rules/rectification.toml has no category for " << each.id);
    }
    for (const Defect& each : loaded.checklist->defects) {
      BOOST_TEST(builtin().find_category(each.id) != nullptr, id << ": rules/rectification.toml has no category for " << each.id);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_category_is_of_some_id) {
  std::string all;
  for (const std::string& id : builtin_checklist_ids()) {
    const LoadedChecklist loaded = load_builtin_checklist(id);
    for (const Element& each : loaded.checklist->elements) all += '\n' + each.id;
    for (const Defect& each : loaded.checklist->defects) all += '\n' + each.id;
  }
  for (const ItemCategory& category : builtin().categories) {
    for (const std::string& id : category.ids) BOOST_TEST(all.find('\n' + id) != std::string::npos, id << " names nothing");
  }
}

BOOST_AUTO_TEST_CASE(the_longest_id_decides) {
  BOOST_TEST(builtin().category_of("structure.first-responsible", Language::zh) == "组织领导");
  BOOST_TEST(builtin().category_of("structure.plan", Language::zh) == "报告体例");
  BOOST_TEST(builtin().category_of("decision.normative-documents", Language::zh) == "制度建设");
  BOOST_TEST(builtin().category_of("decision.procedure", Language::en) == "Lawful decisions");
  BOOST_TEST(builtin().category_of("own.thing", Language::zh) == "其他");
  BOOST_TEST(builtin().category_of("decisions", Language::en) == "Other");
}

BOOST_AUTO_TEST_CASE(titles) {
  BOOST_TEST(builtin().title_of(2024, Language::zh) == "2024年度法治政府建设年度报告整改清单");
  BOOST_TEST(builtin().title_of(std::nullopt, Language::zh) == "法治政府建设年度报告整改清单");
  BOOST_TEST(builtin().title_of(2024, Language::en).find("for 2024") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(wrong_rules_name_their_line) {
  const std::string head(kHead);
  BOOST_TEST(first_refusal(head + "[[category]]\ntitle = \"甲\"\ntitle_en = \"A\"\nids = [\"a.\"]\n") == "accepted");
  BOOST_TEST(first_refusal(head + "[[category]]\ntitle = \"甲\"\ntitle_en = \"A\"\nids = [\"A.b\"]\n")
                 .starts_with("own.toml:13:8: error[checklist.bad-id]"));
  BOOST_TEST(first_refusal(head + "[[category]]\ntitle = \"甲\"\ntitle_en = \"A\"\nids = [\"a.\", \"a.\"]\n")
                 .starts_with("own.toml:13:14: error[checklist.duplicate-id]"));
  BOOST_TEST(first_refusal(head + "[[category]]\ntitel = \"甲\"\ntitle_en = \"A\"\nids = [\"a.\"]\n").starts_with("own.toml:10:1: error"));
  BOOST_TEST(first_refusal(head).starts_with("own.toml:"));
  BOOST_TEST(first_refusal("format = ").starts_with("own.toml:1:"));
  const auto absent = load_rectification_rules("/nowhere/own.toml");
  BOOST_TEST(!absent.rules.has_value());
  BOOST_TEST(code_of(absent.diagnostics.front().message.id) == "rules.unreadable");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
