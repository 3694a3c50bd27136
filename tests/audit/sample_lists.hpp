#pragma once

#include <cstdint>

#include "audit/rectification.hpp"

namespace fazhi::test {

/// A list that has everything a list can hold.
[[nodiscard]] RectificationList rich_list();

/// A list that the schema allows, everything in it chosen at random, its texts hostile.
[[nodiscard]] RectificationList random_list(std::uint32_t seed);

}  // namespace fazhi::test
