#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace fazhi {

/// The code points of valid UTF-8, one view each.
[[nodiscard]] std::vector<std::string_view> split_code_points(std::string_view text);

/// How many code points must be put in, taken out, replaced or swapped with
/// their neighbour to make one text of the other (optimal string alignment).
[[nodiscard]] std::size_t edit_distance(std::span<const std::string_view> left, std::span<const std::string_view> right);

/// Whether `part` is `whole` with code points left out, or `whole` itself.
[[nodiscard]] bool is_shortened(std::span<const std::string_view> part, std::span<const std::string_view> whole);

}  // namespace fazhi
