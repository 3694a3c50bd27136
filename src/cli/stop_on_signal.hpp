#pragma once

#include <signal.h>

#include <array>
#include <atomic>

namespace fazhi {

/// What the first Ctrl-C (or SIGTERM, SIGHUP) does while one of these lives; the
/// second ends the program at once.
enum class OnSignal {
  finish_what_is_begun,
  /// Children are stopped, and what they leave behind is taken away; where there
  /// is nothing of the kind, the program ends at once.
  tidy_up,
};

class StopOnSignal {
 public:
  explicit StopOnSignal(OnSignal what);
  StopOnSignal(const StopOnSignal&) = delete;
  StopOnSignal& operator=(const StopOnSignal&) = delete;
  ~StopOnSignal();

  /// Whether the program was asked to stop.
  [[nodiscard]] static const std::atomic<bool>& asked();

 private:
  static constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};
  std::array<struct sigaction, kSignals.size()> before_{};
};

}  // namespace fazhi
