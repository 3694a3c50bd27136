#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace fazhi::test {

/// Draws the same texts in every run from one seed.
class RandomText {
 public:
  /// `points` are the code points, or longer pieces, that texts are made of.
  RandomText(std::uint32_t seed, std::vector<std::string> points) : engine_(seed), points_(std::move(points)) {}

  [[nodiscard]] std::size_t below(std::size_t limit) { return engine_() % limit; }
  [[nodiscard]] bool one_in(std::size_t chances) { return below(chances) == 0; }
  [[nodiscard]] const std::string& point() { return points_[below(points_.size())]; }

  [[nodiscard]] std::string text(std::size_t points) {
    std::string out;
    for (std::size_t index = 0; index < points; ++index) out += point();
    return out;
  }

 private:
  std::mt19937 engine_;
  std::vector<std::string> points_;
};

}  // namespace fazhi::test
