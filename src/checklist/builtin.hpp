#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checklist/load.hpp"

namespace fazhi {

/// The built-in file `path`, a template or a rule file, or null.
[[nodiscard]] const BuiltinFile* find_builtin_file(std::string_view path);

/// The rule files among them.
[[nodiscard]] std::vector<std::string_view> builtin_paths();

}  // namespace fazhi
