#include "checklist/builtin.hpp"

#include <algorithm>
#include <variant>

#include "checklist/source_file.hpp"
#include "checklist/toml_tree.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kExtension = ".toml";

bool has_checklist(const BuiltinFile& file) {
  const SourceFile source(std::string(file.path), std::string(file.content), 0);
  const auto parsed = parse_toml(source);
  const auto* root = std::get_if<TomlNode>(&parsed);
  return root != nullptr && std::any_of(root->entries.begin(), root->entries.end(),
                                        [](const TomlEntry& entry) { return entry.key == "checklist"; });
}

}  // namespace

const BuiltinFile* find_builtin_file(std::string_view path) {
  const auto& files = builtin_files();
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const BuiltinFile& file) { return file.path == path; });
  return found == files.end() ? nullptr : &*found;
}

std::vector<std::string_view> builtin_paths() {
  std::vector<std::string_view> paths;
  for (const BuiltinFile& file : builtin_files()) {
    if (file.path.ends_with(kExtension)) paths.push_back(file.path);
  }
  return paths;
}

std::vector<std::string> builtin_checklist_ids() {
  std::vector<std::string> ids;
  for (const BuiltinFile& file : builtin_files()) {
    if (!file.path.ends_with(kExtension) || !has_checklist(file)) continue;
    ids.emplace_back(file.path.substr(0, file.path.size() - kExtension.size()));
  }
  return ids;
}

}  // namespace fazhi
