#pragma once

#include <atomic>

namespace fazhi {

/// Lives as long as something that has to be taken away before the program ends:
/// a private folder, a file that is being written.
class Unfinished {
 public:
  Unfinished() { ++count_; }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished() { --count_; }

  /// May be asked by a signal handler.
  [[nodiscard]] static bool is_any() { return count_ > 0; }

 private:
  static inline std::atomic<int> count_ = 0;
  static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may touch nothing else");
};

}  // namespace fazhi
