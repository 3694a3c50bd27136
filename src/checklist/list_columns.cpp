#include "checklist/list_columns.hpp"

#include <array>
#include <utility>

#include "base/names.hpp"
#include "checklist/builtin.hpp"
#include "checklist/table_reader.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kBuiltinPath = "language/list-columns.toml";

constexpr auto kColumns = std::to_array<std::pair<ListColumn, std::string_view>>({
    {ListColumn::id, "id"},
    {ListColumn::unit, "unit"},
    {ListColumn::category, "category"},
    {ListColumn::problem, "problem"},
    {ListColumn::basis, "basis"},
    {ListColumn::demand, "demand"},
    {ListColumn::points, "points"},
    {ListColumn::responsible_unit, "responsible-unit"},
    {ListColumn::person, "person"},
    {ListColumn::due, "due"},
    {ListColumn::progress, "progress"},
    {ListColumn::material, "material"},
    {ListColumn::reviewer, "reviewer"},
    {ListColumn::review, "review"},
    {ListColumn::state, "state"},
    {ListColumn::closed_on, "closed-on"},
    {ListColumn::remark, "remark"},
});

void read_rules(TableReader& root, ListColumnRules& rules) {
  for (TableReader& table : root.tables("column", Need::required)) {
    ListColumnNames names;
    names.column = table.choice<ListColumn>("id", Need::required).value_or(ListColumn::id);
    names.names = table.phrases("names", Need::required);
    table.finish();
    rules.columns.push_back(std::move(names));
  }
  for (TableReader& table : root.tables("state", Need::required)) {
    StateWords words;
    words.state = table.id("id", Need::required);
    words.names = table.phrases("names", Need::required);
    table.finish();
    rules.states.push_back(std::move(words));
  }
}

}  // namespace

std::string_view name_of(ListColumn column) { return names::name_in(kColumns, column); }

LoadedListColumns load_list_columns(std::string_view toml, const std::string& path) {
  return load_rules_text<ListColumnRules>(toml, path, read_rules);
}

const ListColumnRules& builtin_list_columns() {
  static const ListColumnRules rules = [] {
    const BuiltinFile* file = find_builtin_file(kBuiltinPath);
    if (file == nullptr) return ListColumnRules{};
    return load_list_columns(file->content, std::string(kBuiltinPrefix) + std::string(kBuiltinPath)).rules.value_or(ListColumnRules{});
  }();
  return rules;
}

}  // namespace fazhi
