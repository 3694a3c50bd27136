#pragma once

#include "audit/rectification.hpp"

namespace fazhi::test {

/// The list of an invented county in the first days of its rectification: four
/// units, thirty items of the lengths that audits give, every state.
[[nodiscard]] RectificationList county_list();

/// The day on which it is looked at.
inline constexpr const char* kListDay = "2025-03-20";

}  // namespace fazhi::test
