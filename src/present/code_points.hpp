#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace fazhi {

/// One code point of a UTF-8 text. A byte that is not UTF-8 is U+FFFD.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t begin = 0;  ///< byte offset
  std::uint32_t end = 0;    ///< byte offset, exclusive
};

[[nodiscard]] std::vector<CodePoint> code_points_of(std::string_view text);

}  // namespace fazhi
