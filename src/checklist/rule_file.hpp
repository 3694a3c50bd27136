#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/diagnostics.hpp"
#include "checklist/source_file.hpp"
#include "checklist/toml_tree.hpp"

namespace fazhi {

/// A file of rules, parsed.
struct RuleFile {
  std::unique_ptr<SourceFile> source;
  TomlNode root;
  bool tailors = false;  ///< it, or the file that includes it, extends another checklist
};

struct RuleFiles {
  std::vector<RuleFile> files;                        ///< included files before those that include them
  std::vector<std::unique_ptr<SourceFile>> unparsed;  ///< kept for the diagnostics that speak of them
  bool is_complete = true;                            ///< every file was found and parsed
};

/// Parses `content` as the file `path`, the checklist that it extends and all
/// that they include; each file once, however often it is included. What is
/// extended stands before what extends it. `is_builtin`: `path` is the path of a
/// built-in file.
[[nodiscard]] RuleFiles read_rule_files(std::string content, const std::string& path, bool is_builtin,
                                        Diagnostics& diagnostics);

}  // namespace fazhi
