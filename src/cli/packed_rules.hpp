#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fazhi {

/// The ids of the built-in checklists, as `builtin_checklist_ids` gives them.
[[nodiscard]] std::vector<std::string> packed_checklist_ids();

/// The built-in checklist `id` as `pack` gives it, without examples and mutations,
/// which no audit asks for; "" where there is none.
[[nodiscard]] std::string_view packed_rules(std::string_view id);

}  // namespace fazhi
