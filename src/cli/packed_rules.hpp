#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fazhi {

/// The ids of the built-in checklists, as `builtin_checklist_ids` gives them.
[[nodiscard]] std::vector<std::string> packed_checklist_ids();

/// A built-in checklist made ready for audits.
struct PackedRules {
  std::string_view checklist;  ///< as `pack` gives it, without examples and mutations; "" where there is none
  std::string_view image;      ///< of its database
};
[[nodiscard]] PackedRules packed_rules(std::string_view id);

}  // namespace fazhi
