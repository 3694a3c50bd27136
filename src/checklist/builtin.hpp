#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checklist/load.hpp"

namespace fazhi {

/// Stands before the path of a built-in file where files are named to the user.
inline constexpr std::string_view kBuiltinPrefix = "builtin:";

/// The built-in file `path`, a template or a rule file, or null.
[[nodiscard]] const BuiltinFile* find_builtin_file(std::string_view path);

/// The rule files among them.
[[nodiscard]] std::vector<std::string_view> builtin_paths();

}  // namespace fazhi
