#pragma once

#include <string_view>

namespace fazhi {

/// The built-in checklist `id` as `pack` gives it; "" where there is none.
[[nodiscard]] std::string_view packed_rules(std::string_view id);

}  // namespace fazhi
