#pragma once

#include <chrono>
#include <cstddef>

#include "base/message.hpp"

namespace fazhi {

/// Tells on standard error how far a long run is: nothing where that is no
/// terminal, and nothing in the first moment.
class Progress {
 public:
  explicit Progress(Language language);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// What is done from now on, in place of what was; nothing where it is this already.
  void enter(MessageId activity);
  /// One more is done of `known` so far.
  void step(std::size_t known) { show_step(done_ + 1, known); }
  /// `done` are done of `known` so far.
  void show_step(std::size_t done, std::size_t known);

 private:
  void show(std::chrono::steady_clock::time_point now);

  std::size_t total_ = 0;
  std::size_t done_ = 0;
  Language language_;
  MessageId activity_ = MessageId::progress_audited;
  bool terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace fazhi
