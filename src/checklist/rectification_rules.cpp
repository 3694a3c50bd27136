#include "checklist/rectification_rules.hpp"

#include "checklist/id.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kBuiltinPath = "rectification.toml";
constexpr std::string_view kYear = "{year}";

BilingualText load_wording(TableReader& table, std::string_view zh, std::string_view en) {
  return {table.text(zh, Need::required), table.text(en, Need::required)};
}

bool names(std::string_view id, std::string_view finding) {
  return id.ends_with('.') ? finding.starts_with(id) : finding == id;
}

std::vector<std::string> load_ids(TableReader& table, IdRegistry& claimed) {
  std::vector<std::string> ids;
  for (const TomlNode* node : table.strings("ids", Need::required)) {
    const std::string_view text = node->text;
    if (!is_id(text.ends_with('.') ? text.substr(0, text.size() - 1) : text)) {
      table.error(node->place, {MessageId::checklist_bad_id, {node->text}});
      continue;
    }
    claimed.claim("category", text, table.file(), node->place, table.diagnostics());
    ids.push_back(node->text);
  }
  return ids;
}

void load(TableReader& root, RectificationRules& rules) {
  if (auto table = root.table("list", Need::required)) {
    rules.title = load_wording(*table, "title", "title_en");
    rules.undated = load_wording(*table, "undated", "undated_en");
    table->finish();
  }
  IdRegistry claimed;
  for (TableReader& table : root.tables("category", Need::required)) {
    ItemCategory category;
    category.title = load_wording(table, "title", "title_en");
    category.ids = load_ids(table, claimed);
    table.finish();
    rules.categories.push_back(std::move(category));
  }
  if (auto table = root.table("other", Need::required)) {
    rules.other = load_wording(*table, "title", "title_en");
    table->finish();
  }
}

}  // namespace

const ItemCategory* RectificationRules::find_category(std::string_view finding) const {
  const ItemCategory* best = nullptr;
  std::size_t longest = 0;
  for (const ItemCategory& category : categories) {
    for (const std::string& id : category.ids) {
      if (id.size() <= longest || !names(id, finding)) continue;
      longest = id.size();
      best = &category;
    }
  }
  return best;
}

const std::string& RectificationRules::category_of(std::string_view finding, Language language) const {
  const ItemCategory* category = find_category(finding);
  return (category == nullptr ? other : category->title).in(language);
}

std::string RectificationRules::title_of(std::optional<int> year, Language language) const {
  if (!year) return undated.in(language);
  std::string text = title.in(language);
  const std::string digits = std::to_string(*year);
  for (std::size_t at = 0; (at = text.find(kYear, at)) != std::string::npos; at += digits.size()) {
    text.replace(at, kYear.size(), digits);
  }
  return text;
}

LoadedRules<RectificationRules> load_rectification_rules_text(std::string_view toml, const std::string& path) {
  return load_rules_text<RectificationRules>(toml, path, load);
}

LoadedRules<RectificationRules> load_rectification_rules(const std::string& path) {
  return load_rules_file<RectificationRules>(path, kBuiltinPath, load);
}

}  // namespace fazhi
