#include "cli/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <string>

namespace fazhi {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kQuietTime = std::chrono::milliseconds(500);
constexpr auto kInterval = std::chrono::milliseconds(100);

}  // namespace

Progress::Progress(Language language)
    : language_(language), terminal_(::isatty(STDERR_FILENO) == 1), started_(Clock::now()), last_(started_) {}

Progress::~Progress() {
  if (shown_) std::cerr << "\r\x1b[K" << std::flush;
}

void Progress::step(std::size_t known) {
  ++done_;
  total_ = std::max(known, done_);
  if (!terminal_) return;
  const Clock::time_point now = Clock::now();
  if (now - started_ < kQuietTime || now - last_ < kInterval) return;
  show(now);
}

void Progress::show(Clock::time_point now) {
  last_ = now;
  shown_ = true;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const double rate = static_cast<double>(done_) / seconds;
  const auto left = static_cast<long>(static_cast<double>(total_ - done_) / rate + 0.5);
  const Message line{MessageId::progress_line,
                     {std::to_string(done_), std::to_string(total_), std::to_string(static_cast<long>(rate)), std::to_string(left)}};
  std::cerr << '\r' << render(line, language_) << "\x1b[K" << std::flush;
}

}  // namespace fazhi
