#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "checklist/load_parts.hpp"

namespace fazhi {
namespace {

constexpr int kLongestReach = 1000;

void load_cue(TableReader& table, Loading& loading) {
  Cue cue;
  cue.id = table.id("id", Need::required);
  cue.effect = table.choice<CueEffect>("effect", Need::required).value_or(CueEffect::none);
  cue.direction = table.choice<CueDirection>("direction", Need::optional).value_or(CueDirection::both);
  cue.scope = table.choice<Scope>("scope", Need::optional, {name_of(Scope::clause), name_of(Scope::sentence)})
                  .value_or(Scope::clause);
  cue.reach = table.integer("reach", 0, kLongestReach).value_or(0);
  cue.patterns = table.patterns("any", "match", Need::required);
  cue.stop = table.patterns("stop", "stop_match", Need::optional);
  cue.roles = table.choices<Role>("roles", Need::optional);
  cue.levels = table.choices<Level>("levels", Need::optional);
  cue.file = table.file().path();
  cue.line = table.place().line;
  table.finish();
  if (!cue.id.empty()) {
    loading.ids.claim("cue", cue.id, table.file(), table.value_place("id"), loading.diagnostics);
  }
  loading.checklist.language.cues.push_back(std::move(cue));
}

void load_section_title(TableReader& table, LanguageRules& language) {
  SectionTitle title;
  title.role = table.choice<Role>("role", Need::required).value_or(Role::other);
  title.patterns = table.patterns("any", "match", Need::required);
  title.except = table.patterns("except", "except_match", Need::optional);
  title.later_year = table.flag("later_year", false);
  title.file = table.file().path();
  title.line = table.place().line;
  table.finish();
  language.section_titles.push_back(std::move(title));
}

void load_turn(TableReader& table, LanguageRules& language) {
  Turn turn;
  turn.role = table.choice<Role>("role", Need::required).value_or(Role::other);
  turn.patterns = table.patterns("any", "match", Need::required);
  turn.except = table.patterns("except", "except_match", Need::optional);
  turn.from = table.choices<Role>("from", Need::optional);
  table.finish();
  language.turns.push_back(std::move(turn));
}

void load_furniture(TableReader& table, LanguageRules& language) {
  FurnitureLine line;
  line.part =
      table.choice<Role>("part", Need::optional, {name_of(Role::furniture), name_of(Role::head), name_of(Role::tail)})
          .value_or(Role::furniture);
  line.patterns = table.patterns("any", "match", Need::required);
  line.ends_report = table.flag("ends_report", false);
  table.finish();
  language.furniture.push_back(std::move(line));
}

void append(std::vector<std::string>& to, std::vector<std::string> more) {
  std::move(more.begin(), more.end(), std::back_inserter(to));
}

void append(PatternSet& to, PatternSet more) {
  append(to.phrases, std::move(more.phrases));
  append(to.expressions, std::move(more.expressions));
}

void load_identity(TableReader& table, Loading& loading) {
  IdentityWords& identity = loading.checklist.language.identity;
  append(identity.title_subjects, table.pattern_table("title_subjects", Need::optional));
  append(identity.title_kinds, table.pattern_table("title_kinds", Need::optional));
  append(identity.not_units, table.phrases("not_units", Need::optional));
  for (TableReader& suffix_table : table.tables("unit_suffix", Need::optional)) {
    IdentityWords::UnitSuffix suffix;
    suffix.suffix = suffix_table.phrase("suffix", Need::required);
    suffix.level = suffix_table.choice<Level>("level", Need::required).value_or(Level::township);
    suffix_table.finish();
    if (suffix.suffix.empty()) continue;
    loading.ids.claim("unit suffix", suffix.suffix, suffix_table.file(), suffix_table.value_place("suffix"),
                      loading.diagnostics);
    identity.unit_suffixes.push_back(std::move(suffix));
  }
  table.finish();
}

void load_similarity(TableReader& table, SimilarityRules& rules) {
  rules.copied_percent = table.integer("copied_percent", 1, 100).value_or(rules.copied_percent);
  append(rules.set_phrases, table.phrases("set_phrases", Need::optional));
  table.finish();
}

std::vector<std::string_view> known_unit_groups(const LanguageRules& language) {
  std::vector<std::string_view> groups;
  for (const UnitOfCount& unit : language.units) groups.insert(groups.end(), unit.groups.begin(), unit.groups.end());
  std::sort(groups.begin(), groups.end());
  groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
  return groups;
}

}  // namespace

void load_language(TableReader& root, Loading& loading) {
  LanguageRules& language = loading.checklist.language;
  for (TableReader& table : root.tables("cue", Need::optional)) load_cue(table, loading);
  for (TableReader& table : root.tables("section", Need::optional)) load_section_title(table, language);
  for (TableReader& table : root.tables("turn", Need::optional)) load_turn(table, language);
  for (TableReader& table : root.tables("furniture", Need::optional)) load_furniture(table, language);
  if (auto table = root.table("identity", Need::optional)) load_identity(*table, loading);
  if (auto table = root.table("similarity", Need::optional)) load_similarity(*table, language.similarity);
}

void load_units(TableReader& root, Loading& loading) {
  for (TableReader& table : root.tables("unit", Need::optional)) {
    UnitOfCount unit;
    unit.name = table.phrase("name", Need::required);
    for (const TomlNode* node : table.strings("groups", Need::required)) unit.groups.push_back(node->text);
    table.finish();
    if (unit.name.empty()) continue;
    loading.ids.claim("unit", unit.name, table.file(), table.value_place("name"), loading.diagnostics);
    loading.checklist.language.units.push_back(std::move(unit));
  }
}

void load_measures(TableReader& root, Loading& loading) {
  for (TableReader& table : root.tables("measure", Need::optional)) {
    MeasureRule measure;
    measure.name = table.id("name", Need::required);
    measure.objects = table.pattern_table("objects", Need::required);
    measure.not_objects = table.pattern_table("not_objects", Need::optional);
    measure.total_verbs = table.pattern_table("total_verbs", Need::optional);
    measure.resolved_verbs = table.pattern_table("resolved_verbs", Need::optional);
    measure.rates = table.pattern_table("rates", Need::optional);
    measure.unit_groups = load_unit_groups(table, "unit_groups", Need::required, loading);
    table.finish();
    if (!measure.name.empty()) {
      loading.ids.claim("measure", measure.name, table.file(), table.value_place("name"), loading.diagnostics);
    }
    loading.checklist.language.measures.push_back(std::move(measure));
  }
}

std::vector<std::string> load_unit_groups(TableReader& table, std::string_view key, Need need, const Loading& loading) {
  const auto known = known_unit_groups(loading.checklist.language);
  std::vector<std::string> groups;
  for (const TomlNode* node : table.strings(key, need)) {
    if (std::binary_search(known.begin(), known.end(), std::string_view(node->text))) {
      groups.push_back(node->text);
    } else {
      report_unknown(table, *node, MessageId::checklist_unknown_unit_group, known, loading);
    }
  }
  return groups;
}

}  // namespace fazhi
