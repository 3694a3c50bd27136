#include "checklist/roster_rules.hpp"

#include <array>
#include <utility>

#include "base/names.hpp"
#include "checklist/builtin.hpp"
#include "checklist/table_reader.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kBuiltinPath = "language/roster.toml";

constexpr auto kColumns = std::to_array<std::pair<RosterColumn, std::string_view>>({
    {RosterColumn::unit, "unit"},
    {RosterColumn::level, "level"},
    {RosterColumn::superior, "superior"},
    {RosterColumn::deadline, "deadline"},
    {RosterColumn::contact, "contact"},
    {RosterColumn::phone, "phone"},
    {RosterColumn::submitted, "submitted"},
    {RosterColumn::published, "published"},
    {RosterColumn::address, "address"},
});

void load_cells(TableReader& root, RosterRules& rules) {
  for (TableReader& table : root.tables("column", Need::required)) {
    ColumnNames names;
    names.column = table.choice<RosterColumn>("id", Need::required).value_or(RosterColumn::unit);
    names.names = table.phrases("names", Need::required);
    table.finish();
    rules.columns.push_back(std::move(names));
  }
  if (auto table = root.table("roster", Need::required)) {
    rules.blank = table->phrases("blank", Need::required);
    rules.not_units = table->phrases("not_units", Need::required);
    rules.remark_begins = table->phrases("remark_begins", Need::required);
    table->finish();
  }
}

void load_names(TableReader& root, RosterRules& rules) {
  if (auto table = root.table("unit_names", Need::required)) {
    rules.leading = table->phrases("leading", Need::required);
    rules.generic_places = table->phrases("generic_places", Need::required);
    rules.not_generic = table->phrases("not_generic", Need::required);
    rules.peoples = table->phrases("peoples", Need::required);
    rules.not_names = table->phrases("not_names", Need::required);
    table->finish();
  }
  for (TableReader& table : root.tables("unit_body", Need::required)) {
    rules.bodies.push_back({table.phrases("of", Need::required), table.phrases("endings", Need::required)});
    table.finish();
  }
  for (TableReader& table : root.tables("department", Need::required)) {
    DepartmentName department;
    department.name = table.phrase("name", Need::required);
    department.short_names = table.phrases("short", Need::required);
    table.finish();
    rules.departments.push_back(std::move(department));
  }
}

void load_publication(TableReader& root, RosterRules& rules) {
  auto table = root.table("publication", Need::required);
  if (!table) return;
  rules.publication.month = table->integer("month", 1, 12, Need::required).value_or(rules.publication.month);
  rules.publication.day = table->integer("day", 1, 28, Need::required).value_or(rules.publication.day);
  rules.publication.document = table->id("document", Need::required);
  rules.publication.article = table->text("article", Need::required);
  table->finish();
}

}  // namespace

std::string_view name_of(RosterColumn column) { return names::name_in(kColumns, column); }

LoadedRosterRules load_roster_rules(std::string_view toml, const std::string& path) {
  return load_rules_text<RosterRules>(toml, path, [](TableReader& root, RosterRules& rules) {
    load_cells(root, rules);
    load_names(root, rules);
    load_publication(root, rules);
  });
}

const RosterRules& builtin_roster_rules() {
  static const RosterRules rules = [] {
    const BuiltinFile* file = find_builtin_file(kBuiltinPath);
    if (file == nullptr) return RosterRules{};
    return load_roster_rules(file->content, std::string(kBuiltinPrefix) + std::string(kBuiltinPath)).rules.value_or(RosterRules{});
  }();
  return rules;
}

}  // namespace fazhi
