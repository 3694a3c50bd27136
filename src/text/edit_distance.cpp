#include "text/edit_distance.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace fazhi {

std::vector<std::string_view> split_code_points(std::string_view text) {
  std::vector<std::string_view> points;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = code_point_length(text[at]);
    points.push_back(text.substr(at, size));
    at += size;
  }
  return points;
}

std::size_t edit_distance(std::span<const std::string_view> left, std::span<const std::string_view> right) {
  std::vector<std::size_t> before(right.size() + 1);
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t j = 0; j <= right.size(); ++j) row[j] = j;
  std::vector<std::size_t> next(right.size() + 1);
  for (std::size_t i = 1; i <= left.size(); ++i) {
    next[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t replaced = row[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
      next[j] = std::min({row[j] + 1, next[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
        next[j] = std::min(next[j], before[j - 2] + 1);
      }
    }
    std::swap(before, row);
    std::swap(row, next);
  }
  return row[right.size()];
}

bool is_shortened(std::span<const std::string_view> part, std::span<const std::string_view> whole) {
  std::size_t found = 0;
  for (const std::string_view each : whole) {
    if (found < part.size() && part[found] == each) ++found;
  }
  return found == part.size();
}

}  // namespace fazhi
