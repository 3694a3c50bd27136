#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace fazhi::bench {

/// Seconds that `work()` takes.
template <class Work>
double seconds_of(Work&& work) {
  const auto begin = std::chrono::steady_clock::now();
  std::forward<Work>(work)();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// The least that each of several things took in any round: what else runs on
/// a machine only adds to a time, and rarely to all of them.
class BestTimes {
 public:
  explicit BestTimes(std::size_t count) : best_(count, kNever) {}

  void add(std::size_t at, double seconds) { best_[at] = std::min(best_[at], seconds); }
  [[nodiscard]] double sum() const { return std::accumulate(best_.begin(), best_.end(), 0.0); }
  [[nodiscard]] double mean_microseconds() const { return sum() / static_cast<double>(best_.size()) * 1e6; }

 private:
  static constexpr double kNever = 1e9;
  std::vector<double> best_;
};

}  // namespace fazhi::bench
