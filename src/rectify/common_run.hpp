#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fazhi {

/// Code points of either text that are compared; quotes of an audit are shorter,
/// and what stands behind is not looked at. Bounds the cost of one comparison.
inline constexpr std::size_t kComparedPoints = 400;

/// A text as it is compared: normal form without punctuation and white space.
[[nodiscard]] std::u32string comparable(std::string_view text);

/// The longest run of code points that both have, as a stretch of `one`.
struct CommonRun {
  std::size_t begin = 0;
  std::size_t size = 0;
};
[[nodiscard]] CommonRun longest_common_run(const std::u32string& one, const std::u32string& other);

}  // namespace fazhi
