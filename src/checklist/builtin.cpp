#include "checklist/builtin.hpp"

#include <algorithm>

namespace fazhi {
namespace {

constexpr std::string_view kExtension = ".toml";

/// By its line alone: parsing all files would take longer than judging a report.
bool has_checklist(const BuiltinFile& file) { return file.content.find("\n[checklist]\n") != std::string_view::npos; }

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
