#include <algorithm>

#include "text/normalize.hpp"

namespace fazhi {

void OffsetMap::add(std::uint32_t normal, std::uint32_t original) {
  if (!points_.empty() && points_.back().normal == normal && points_.back().original == original) return;
  points_.push_back({normal, original});
}

std::uint32_t OffsetMap::original_begin(std::uint32_t normal) const {
  const auto after = std::upper_bound(points_.begin(), points_.end(), normal,
                                      [](std::uint32_t offset, const Point& point) { return offset < point.normal; });
  if (after == points_.begin()) return normal;
  const Point& before = *std::prev(after);
  return before.original + (normal - before.normal);
}

std::uint32_t OffsetMap::original_end(std::uint32_t normal) const {
  const auto at = std::lower_bound(points_.begin(), points_.end(), normal,
                                   [](const Point& point, std::uint32_t offset) { return point.normal < offset; });
  if (at != points_.end() && at->normal == normal) return at->original;
  if (at == points_.begin()) return normal;
  const Point& before = *std::prev(at);
  return before.original + (normal - before.normal);
}

TextRange OffsetMap::original_range(TextRange normal) const {
  const std::uint32_t begin = original_begin(normal.begin);
  if (normal.empty()) return {begin, begin};
  return {begin, original_end(normal.end)};
}

}  // namespace fazhi
