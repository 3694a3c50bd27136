#pragma once

// Inside match/ only.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "match/database_arrays.hpp"

namespace fazhi::detail {

/// Patterns and the groups that each is of.
using PatternGroups = std::map<std::string, std::vector<GroupId>, std::less<>>;

[[nodiscard]] DatabaseArrays<Owned> build_arrays(const PatternGroups& phrases, const PatternGroups& expressions,
                                                 GroupId group_count);

}  // namespace fazhi::detail
