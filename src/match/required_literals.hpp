#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fazhi {

/// What every match of an expression holds: at least one string of each set.
struct RequiredSets {
  std::vector<std::string> first;       ///< empty where no such set can be told
  std::vector<std::string> second;      ///< empty where no other can be told
  std::vector<std::string> beginnings;  ///< it begins with one of these; empty where that can't be told
};

/// What every match of `expression` (PCRE2 syntax, UTF-8) holds. Never wrong,
/// sometimes empty without need: syntax that it does not know counts as
/// "anything". After the prefilter of RE2 (Cox, "Regular Expression Matching
/// with a Trigram Index", 2012), of whose conjunctions it keeps the two parts
/// that tell most.
[[nodiscard]] RequiredSets required_sets(std::string_view expression);

/// Expressions with their sets, in ascending order.
using KnownSets = std::vector<std::pair<std::string, RequiredSets>>;

/// The first of the two sets.
[[nodiscard]] std::vector<std::string> required_literals(std::string_view expression);

}  // namespace fazhi
