#pragma once

#include <cstdint>
#include <string_view>

namespace fazhi {

/// A half-open range of byte offsets into one UTF-8 text; which text, the
/// member's name or its comment says. Both ends stand between code points.
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] bool contains(TextRange other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool overlaps(TextRange other) const { return begin < other.end && other.begin < end; }
  [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  bool operator==(const TextRange&) const = default;
};

}  // namespace fazhi
