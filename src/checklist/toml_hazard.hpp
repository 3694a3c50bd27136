#pragma once

#include <optional>

#include "checklist/source_file.hpp"
#include "checklist/toml_tree.hpp"

namespace fazhi {

/// The first thing in a file that is no TOML, or no rule, and that toml++ 3.3 must not see:
/// - a non-ASCII character outside of strings and comments, for which its
///   tables of white space run into what they declare unreachable;
/// - a line of so many dots that its keys could nest deeper than the stack.
[[nodiscard]] std::optional<TomlError> find_hazard(const SourceFile& file);

}  // namespace fazhi
