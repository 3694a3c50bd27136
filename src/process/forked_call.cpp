#include "process/forked_call.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>

#include "process/shared_arena.hpp"

namespace fazhi {
namespace {

constexpr int kOrphaned = 78;
constexpr int kWallFactor = 4;

void set_limit(__rlimit_resource resource, rlim_t value) {
  // The soft limit sends a signal that tells why; the hard one kills.
  const rlimit limit{value, value == 0 ? 0 : value + 1};
  ::setrlimit(resource, &limit);
}

/// The copy: no terminal, no core file, gone with its parent.
[[noreturn]] void run_copy(void (*function)(void*), void* argument, int seconds, pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(kOrphaned);
  set_limit(RLIMIT_CORE, 0);
  set_limit(RLIMIT_CPU, static_cast<rlim_t>(seconds));
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nowhere >= 0) {
    for (int descriptor = 0; descriptor <= 2; ++descriptor) ::dup2(nowhere, descriptor);
  }
  // What other threads have open, such as pipes to children of theirs, would stay
  // open as long as the copy lives. Kernels before 5.9 lack the call: they wait.
  (void)::close_range(STDERR_FILENO + 1, ~0U, 0);
  // Ctrl-C at the terminal is for the program, which lets begun work end.
  for (const int signal : {SIGINT, SIGQUIT}) (void)::signal(signal, SIG_IGN);
  for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL}) (void)::signal(signal, SIG_DFL);
  function(argument);
  ::_exit(0);
}

ForkedEnd end_of(int status) {
  if (WIFSIGNALED(status)) return WTERMSIG(status) == SIGXCPU ? ForkedEnd::out_of_time : ForkedEnd::crashed;
  if (WEXITSTATUS(status) == kArenaFull) return ForkedEnd::out_of_memory;
  return WEXITSTATUS(status) == 0 ? ForkedEnd::returned : ForkedEnd::crashed;
}

}  // namespace

ForkedEnd call_in_copy(void (*function)(void*), void* argument, int cpu_seconds) {
  using Clock = std::chrono::steady_clock;
  const auto deadline = Clock::now() + std::chrono::seconds(kWallFactor * cpu_seconds);
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child < 0) return ForkedEnd::not_started;
  if (child == 0) run_copy(function, argument, cpu_seconds, parent);
  for (int pause_ms = 0;;) {
    int status = 0;
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return end_of(status);
    if (ended < 0 && errno != EINTR) return ForkedEnd::crashed;
    if (Clock::now() >= deadline) {
      ::kill(child, SIGKILL);
      while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
      }
      return ForkedEnd::out_of_time;
    }
    // A page takes some milliseconds.
    ::poll(nullptr, 0, pause_ms);
    if (pause_ms < 10) ++pause_ms;
  }
}

}  // namespace fazhi
