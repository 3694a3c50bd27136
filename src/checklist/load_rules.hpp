#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "checklist/builtin.hpp"
#include "checklist/load.hpp"
#include "checklist/read_text_file.hpp"
#include "checklist/table_reader.hpp"

namespace fazhi {

/// Rules of one file of their own, which no checklist includes.
template <class Rules>
struct LoadedRules {
  std::optional<Rules> rules;  ///< set where no diagnostic is an error
  std::vector<Diagnostic> diagnostics;
};

/// Reads the tables of `toml` by `load(root, rules)`, as if they stood in the file `path`.
template <class Rules, class Load>
[[nodiscard]] LoadedRules<Rules> load_rules_text(std::string_view toml, const std::string& path, Load load) {
  const SourceFile file(path, std::string(toml), 0);
  Diagnostics diagnostics;
  LoadedRules<Rules> loaded;
  auto parsed = parse_toml(file);
  if (auto* error = std::get_if<TomlError>(&parsed)) {
    diagnostics.error(file, error->place, std::move(error->message), std::move(error->hint));
    loaded.diagnostics = diagnostics.take();
    return loaded;
  }
  TableReader root(file, std::get<TomlNode>(parsed), diagnostics);
  Rules rules;
  static_cast<void>(root.integer("format", 1, 1, Need::required));
  load(root, rules);
  root.finish();
  if (!diagnostics.has_errors()) loaded.rules = std::move(rules);
  loaded.diagnostics = diagnostics.take();
  return loaded;
}

/// The same of the file at `path`, or of the built-in file `builtin` where `path` is "".
template <class Rules, class Load>
[[nodiscard]] LoadedRules<Rules> load_rules_file(const std::string& path, std::string_view builtin, Load load) {
  if (path.empty()) {
    const BuiltinFile* file = find_builtin_file(builtin);
    return load_rules_text<Rules>(file == nullptr ? std::string_view() : file->content,
                                  std::string(kBuiltinPrefix) + std::string(builtin), load);
  }
  if (const auto content = read_text_file(path)) return load_rules_text<Rules>(*content, path, load);
  LoadedRules<Rules> failed;
  Diagnostic diagnostic;
  diagnostic.file = path;
  diagnostic.message = {MessageId::rules_unreadable, {path}};
  failed.diagnostics.push_back(std::move(diagnostic));
  return failed;
}

}  // namespace fazhi
