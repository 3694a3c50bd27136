#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fazhi {

/// The code points of `text`; what is no UTF-8 gives some code points, too.
[[nodiscard]] std::u32string to_code_points(std::string_view text);

/// How many code points must be put in, taken out, replaced or swapped with
/// their neighbour to make one text of the other (optimal string alignment).
[[nodiscard]] std::size_t edit_distance(std::u32string_view left, std::u32string_view right);

/// Whether `part` is `whole` with code points left out, or `whole` itself.
[[nodiscard]] bool is_shortened(std::u32string_view part, std::u32string_view whole);

}  // namespace fazhi
