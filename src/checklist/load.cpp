#include "checklist/load.hpp"

#include <cstdint>
#include <string>
#include <utility>

#include "base/sha256.hpp"
#include "checklist/builtin.hpp"
#include "checklist/load_parts.hpp"
#include "checklist/read_text_file.hpp"
#include "checklist/rule_file.hpp"

namespace fazhi {
namespace {

constexpr std::int32_t kWholeWeight = 100'00;

const TomlEntry* find_entry(const TomlNode& table, std::string_view key) {
  for (const TomlEntry& entry : table.entries) {
    if (entry.key == key) return &entry;
  }
  return nullptr;
}

/// What can only be told of all files together.
void check_whole(const RuleFiles& rules, Loading& loading) {
  if (!loading.is_complete) return;
  const RuleFile* home = nullptr;
  for (const RuleFile& file : rules.files) {
    if (find_entry(file.root, "checklist") != nullptr) home = &file;
  }
  if (const TomlEntry* extends = find_entry(rules.files.back().root, "extends"); extends != nullptr && home != &rules.files.back()) {
    loading.diagnostics.error(*rules.files.back().source, extends->key_place, {MessageId::checklist_tailoring_head, {}});
    return;
  }
  if (home == nullptr) {
    loading.diagnostics.error(*rules.files.back().source, {}, {MessageId::checklist_no_checklist, {}});
    return;
  }
  std::int32_t sum = 0;
  for (const Element& element : loading.checklist.elements) sum += element.weight_hundredths;
  if (sum == kWholeWeight || !loading.weights_known) return;
  loading.diagnostics.error(*home->source, find_entry(home->root, "checklist")->key_place,
                            {MessageId::checklist_weights, {in_points(sum)}});
}

LoadedChecklist load_content(std::string content, const std::string& path, bool is_builtin) {
  Loading loading;
  const RuleFiles rules = read_rule_files(std::move(content), path, is_builtin, loading.diagnostics);
  loading.is_complete = rules.is_complete;

  std::vector<TableReader> roots;
  std::string all_contents;
  for (const RuleFile& file : rules.files) {
    roots.emplace_back(*file.source, file.root, loading.diagnostics);
    if (file.tailors) loading.tailoring_files.insert(file.source->path());
    all_contents += file.source->content();
  }
  for (const auto load_part : {load_head, load_documents, load_untested, load_language, load_units, load_measures,
                               load_elements, load_defects, load_statutes, load_mutations,
                               load_tailoring}) {
    for (TableReader& root : roots) load_part(root, loading);
  }
  for (const TableReader& root : roots) root.finish();
  check_whole(rules, loading);

  LoadedChecklist loaded;
  if (!loading.diagnostics.has_errors()) {
    loading.checklist.sha256 = sha256_hex(all_contents);
    loaded.checklist = std::move(loading.checklist);
  }
  loaded.diagnostics = loading.diagnostics.take();
  return loaded;
}

LoadedChecklist failed(std::string file, Message message, std::optional<Message> hint = std::nullopt) {
  Diagnostic diagnostic;
  diagnostic.file = std::move(file);
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  LoadedChecklist loaded;
  loaded.diagnostics.push_back(std::move(diagnostic));
  return loaded;
}

}  // namespace

std::string in_points(std::int32_t hundredths) {
  std::string text = std::to_string(hundredths / 100);
  const std::int32_t rest = hundredths % 100;
  if (rest != 0) text += "." + std::to_string(rest / 10) + (rest % 10 != 0 ? std::to_string(rest % 10) : "");
  return text;
}

LoadedChecklist load_checklist(const std::string& path) {
  auto content = read_text_file(path);
  if (!content) return failed(path, {MessageId::checklist_unreadable, {path}});
  return load_content(std::move(*content), path, false);
}

LoadedChecklist load_builtin_checklist(std::string_view id) {
  const std::string path = std::string(id) + ".toml";
  const BuiltinFile* file = find_builtin_file(path);
  if (file != nullptr) return load_content(std::string(file->content), path, true);
  const std::vector<std::string> ids = builtin_checklist_ids();
  const std::vector<std::string_view> known(ids.begin(), ids.end());
  return failed(std::string(kBuiltinPrefix) + path,
                {MessageId::checklist_unknown_builtin, {std::string(id), listed(known)}}, hint_nearest(id, known));
}

LoadedChecklist load_checklist_text(std::string_view toml, const std::string& path) {
  return load_content(std::string(toml), path, false);
}

}  // namespace fazhi
