#include <string>
#include <utility>

#include "checklist/load_parts.hpp"
#include "text/normalize.hpp"

namespace fazhi {
namespace {

/// A name belongs to one statute alone, right or wrong, with or without the country's.
void claim_name(const TableReader& table, const std::string& name, Place place, Loading& loading) {
  const std::string_view bare = name.starts_with(kCountry) ? std::string_view(name).substr(kCountry.size()) : name;
  if (!bare.empty()) loading.ids.claim("statute", bare, table.file(), place, loading.diagnostics);
}

std::vector<std::string> load_names(TableReader& table, std::string_view key, Loading& loading) {
  std::vector<std::string> names;
  for (const TomlNode* node : table.strings(key, Need::optional)) {
    std::string name = without_brackets(normalize_phrase(node->text));
    if (name.empty()) {
      table.error(node->place, {MessageId::checklist_vanishing_phrase, {node->text}});
      continue;
    }
    claim_name(table, name, node->place, loading);
    names.push_back(std::move(name));
  }
  return names;
}

void load_statute(TableReader& table, Loading& loading) {
  Statute statute;
  statute.title = without_brackets(table.phrase("title", Need::required));
  claim_name(table, statute.title, table.value_place("title"), loading);
  statute.short_names = load_names(table, "short", loading);
  statute.wrong_names = load_names(table, "wrong", loading);
  statute.valid_from = table.date("valid_from", Need::optional);
  statute.valid_to = table.date("valid_to", Need::optional);
  table.finish();
  check_validity(table, statute.valid_from, statute.valid_to);
  loading.checklist.statutes.push_back(std::move(statute));
}

}  // namespace

void load_statutes(TableReader& root, Loading& loading) {
  for (TableReader& table : root.tables("statute", Need::optional)) load_statute(table, loading);
}

}  // namespace fazhi
