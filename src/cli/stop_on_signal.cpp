#include "cli/stop_on_signal.hpp"

#include "process/child.hpp"
#include "process/unfinished.hpp"

namespace fazhi {
namespace {

std::atomic<bool> g_asked = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may touch nothing else");

void ask(int) { g_asked = true; }

/// SA_RESETHAND has given the signal its plain meaning back.
void ask_or_end(int signal) {
  if (Unfinished::is_any()) {
    g_asked = true;
  } else {
    (void)::raise(signal);
  }
}

}  // namespace

StopOnSignal::StopOnSignal(OnSignal what) {
  if (what == OnSignal::tidy_up) stop_children_when(g_asked);
  struct sigaction action {};
  action.sa_handler = what == OnSignal::tidy_up ? ask_or_end : ask;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  for (std::size_t at = 0; at < kSignals.size(); ++at) ::sigaction(kSignals[at], &action, &before_[at]);
}

StopOnSignal::~StopOnSignal() {
  for (std::size_t at = 0; at < kSignals.size(); ++at) ::sigaction(kSignals[at], &before_[at], nullptr);
}

const std::atomic<bool>& StopOnSignal::asked() { return g_asked; }

}  // namespace fazhi
