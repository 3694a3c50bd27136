#pragma once

// Inside match/ only.

#include <cstdint>
#include <string_view>
#include <vector>

namespace fazhi::detail {

/// A set of code points, for asking of each of a text whether it belongs to it.
class PointSet {
 public:
  /// `points`: valid UTF-8.
  explicit PointSet(std::string_view points);

  [[nodiscard]] bool is_empty() const { return filter_ == 0; }
  [[nodiscard]] bool contains(std::uint32_t point) const;

 private:
  std::uint64_t filter_ = 0;  ///< bit (point mod 64) of each
  std::vector<std::uint32_t> points_;
};

/// Finds where in a window the matches of an expression may begin.
class PlaceFinder {
 public:
  /// As StartPlaces has them.
  PlaceFinder(std::string_view behind, bool at_window_begin) : behind_(behind), at_window_begin_(at_window_begin) {}

  /// Offsets in `window` (valid UTF-8), ascending.
  void find(std::string_view window, std::vector<std::uint32_t>& places) const;

 private:
  PointSet behind_;
  bool at_window_begin_;
};

}  // namespace fazhi::detail
