#include "cli/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <string>

namespace fazhi {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kQuietTime = std::chrono::milliseconds(500);
constexpr auto kInterval = std::chrono::milliseconds(100);
constexpr std::size_t kBarWidth = 20;

std::string bar(std::size_t done, std::size_t total) {
  const std::size_t full = total == 0 ? 0 : done * kBarWidth / total;
  std::string out;
  for (std::size_t at = 0; at < kBarWidth; ++at) out += at < full ? "█" : "░";
  return out;
}

/// 7 s, 12:05, 1:02:30.
std::string duration(long seconds) {
  if (seconds < 60) return std::to_string(seconds) + " s";
  const auto two = [](long value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  const std::string minutes = seconds < 3600 ? std::to_string(seconds / 60) : std::to_string(seconds / 3600) + ':' + two(seconds / 60 % 60);
  return minutes + ':' + two(seconds % 60);
}

}  // namespace

Progress::Progress(Language language)
    : language_(language), terminal_(::isatty(STDERR_FILENO) == 1), started_(Clock::now()), last_(started_) {}

Progress::~Progress() {
  if (shown_) std::cerr << "\r\x1b[K" << std::flush;
}

void Progress::enter(MessageId activity) {
  if (activity == activity_) return;
  activity_ = activity;
  done_ = 0;
  total_ = 0;
  started_ = last_ = Clock::now();
}

void Progress::show_step(std::size_t done, std::size_t known) {
  done_ = done;
  total_ = std::max(known, done_);
  // Before the first is done nothing tells how long the others take.
  if (!terminal_ || done_ == 0) return;
  const Clock::time_point now = Clock::now();
  if ((!shown_ && now - started_ < kQuietTime) || now - last_ < kInterval) return;
  show(now);
}

void Progress::show(Clock::time_point now) {
  last_ = now;
  shown_ = true;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const double rate = static_cast<double>(done_) / seconds;
  const std::string rate_text = rate < 10 ? std::to_string(rate).substr(0, 3) : std::to_string(static_cast<long>(rate));
  const auto left = std::lround(static_cast<double>(total_ - done_) / rate);
  const Message line{MessageId::progress_line,
                     {bar(done_, total_), render({activity_, {}}, language_), std::to_string(done_), std::to_string(total_),
                      rate_text, duration(left)}};
  std::cerr << '\r' << render(line, language_) << "\x1b[K" << std::flush;
}

}  // namespace fazhi
