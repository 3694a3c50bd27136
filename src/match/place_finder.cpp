#include "match/place_finder.hpp"

#include <algorithm>

#include "match/code_point.hpp"

namespace fazhi::detail {

PointSet::PointSet(std::string_view points) {
  for (std::size_t at = 0; at < points.size();) {
    const std::uint32_t point = next_code_point(points, at);
    filter_ |= std::uint64_t{1} << (point & 63);
    points_.push_back(point);
  }
}

bool PointSet::contains(std::uint32_t point) const {
  if ((filter_ >> (point & 63) & 1) == 0) return false;
  return std::find(points_.begin(), points_.end(), point) != points_.end();
}

void PlaceFinder::find(std::string_view window, std::vector<std::uint32_t>& places) const {
  places.clear();
  bool fits = at_window_begin_;
  for (std::size_t at = 0; at < window.size();) {
    if (fits) places.push_back(static_cast<std::uint32_t>(at));
    fits = behind_.contains(next_code_point(window, at));
    if (!fits && behind_.is_empty()) return;
  }
}

}  // namespace fazhi::detail
