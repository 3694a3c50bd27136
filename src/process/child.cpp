#include "process/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <utility>

namespace fazhi {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kErrorBytes = std::size_t{64} << 10;
constexpr int kNotStarted = 127;
constexpr std::string_view kDefaultPath = "/usr/local/bin:/usr/bin:/bin";

std::string search_path() {
  const char* path = std::getenv("PATH");
  return path == nullptr || *path == '\0' ? std::string(kDefaultPath) : std::string(path);
}

/// One end of a pipe.
class Descriptor {
 public:
  explicit Descriptor(int value = -1) : value_(value) {}
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    close();
    value_ = std::exchange(other.value_, -1);
    return *this;
  }
  ~Descriptor() { close(); }

  void close() {
    if (value_ >= 0) ::close(value_);
    value_ = -1;
  }
  [[nodiscard]] int get() const { return value_; }
  [[nodiscard]] bool is_open() const { return value_ >= 0; }

 private:
  int value_;
};

struct Pipe {
  Descriptor read_end;
  Descriptor write_end;

  /// A socket pair: a write to a child that went away is then an error and no
  /// signal.
  Pipe() {
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return;
    read_end = Descriptor(ends[0]);
    write_end = Descriptor(ends[1]);
  }
  [[nodiscard]] bool is_open() const { return read_end.is_open(); }
};

void set_limit(__rlimit_resource resource, std::size_t value) {
  const rlimit limit{value, value};
  ::setrlimit(resource, &limit);
}

/// Everything between fork and exec: only what is safe after a fork of a
/// process with several threads.
[[noreturn]] void become(const ChildLimits& limits, const char* folder, int input, int output, int errors,
                         char* const* arguments, char* const* environment) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::dup2(input, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(errors, STDERR_FILENO);
  set_limit(RLIMIT_CPU, static_cast<std::size_t>(limits.cpu_seconds));
  set_limit(RLIMIT_AS, limits.memory_bytes);
  set_limit(RLIMIT_FSIZE, limits.file_bytes);
  set_limit(RLIMIT_CORE, 0);
  // Without the right to a network namespace of its own it keeps the one it has.
  if (::unshare(CLONE_NEWNET) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) errno = 0;
  if (::chdir(folder) != 0) ::_exit(kNotStarted);
  ::execve(arguments[0], arguments, environment);
  ::_exit(kNotStarted);
}

/// A child that is running, and what is exchanged with it.
class Exchange {
 public:
  Exchange(const ChildCommand& command, ChildResult& result)
      : command_(command), result_(result),
        deadline_(Clock::now() + std::chrono::seconds(command.limits.wall_seconds)) {}

  void run() {
    if (!start()) return;
    exchange();
    if (stopped_) ::kill(-child_, SIGKILL);
    int status = 0;
    while (::wait4(child_, &status, 0, &usage_) < 0 && errno == EINTR) {
    }
    // What it left behind, if anything.
    ::kill(-child_, SIGKILL);
    tell_end(status);
  }

 private:
  bool start() {
    if (!input_.is_open() || !output_.is_open() || !errors_.is_open()) return false;
    std::vector<std::string> texts = command_.arguments;
    std::vector<std::string> variables{"PATH=" + search_path(), "HOME=" + command_.folder,
                                       "TMPDIR=" + command_.folder, "LANG=C.UTF-8", "OMP_THREAD_LIMIT=1"};
    const std::vector<char*> arguments = pointers(texts);
    const std::vector<char*> environment = pointers(variables);
    child_ = ::fork();
    if (child_ < 0) return false;
    if (child_ == 0) {
      become(command_.limits, command_.folder.c_str(), input_.read_end.get(), output_.write_end.get(),
             errors_.write_end.get(), arguments.data(), environment.data());
    }
    ::setpgid(child_, child_);
    input_.read_end.close();
    output_.write_end.close();
    errors_.write_end.close();
    ::fcntl(input_.write_end.get(), F_SETFL, O_NONBLOCK);
    return true;
  }

  static std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> out;
    for (std::string& each : texts) out.push_back(each.data());
    out.push_back(nullptr);
    return out;
  }

  void exchange() {
    std::string_view rest = command_.input;
    if (rest.empty()) input_.write_end.close();
    while (output_.read_end.is_open() || errors_.read_end.is_open()) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now()).count();
      if (left <= 0) {
        stop(ChildResult::End::out_of_time);
        return;
      }
      std::array<pollfd, 3> waited{pollfd{output_.read_end.get(), POLLIN, 0}, pollfd{errors_.read_end.get(), POLLIN, 0},
                                   pollfd{input_.write_end.get(), POLLOUT, 0}};
      const int ready = ::poll(waited.data(), waited.size(), static_cast<int>(std::min<long long>(left, 1'000'000)));
      if (ready < 0 && errno != EINTR) return;
      if (ready <= 0) continue;
      if (waited[2].revents != 0) feed(rest);
      if (waited[0].revents != 0) drain(output_.read_end, result_.output, command_.limits.output_bytes, true);
      if (waited[1].revents != 0) drain(errors_.read_end, result_.errors, kErrorBytes, false);
      if (stopped_) return;
    }
    // It closed its output and runs on: it may until its time is up.
    wait_until_deadline();
  }

  void wait_until_deadline() {
    for (;;) {
      siginfo_t info{};
      if (::waitid(P_PID, static_cast<id_t>(child_), &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid != 0) return;
      if (Clock::now() >= deadline_) {
        stop(ChildResult::End::out_of_time);
        return;
      }
      ::poll(nullptr, 0, 1);
    }
  }

  void stop(ChildResult::End end) {
    stopped_ = true;
    result_.end = end;
  }

  void feed(std::string_view& rest) {
    const ssize_t count = ::send(input_.write_end.get(), rest.data(), rest.size(), MSG_NOSIGNAL);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return;
    if (count < 0) {
      input_.write_end.close();
      return;
    }
    rest.remove_prefix(static_cast<std::size_t>(count));
    if (rest.empty()) input_.write_end.close();
  }

  void drain(Descriptor& from, std::string& to, std::size_t limit, bool stops) {
    std::array<char, 65536> chunk;
    const ssize_t count = ::read(from.get(), chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) return;
    if (count <= 0) {
      from.close();
      return;
    }
    const std::size_t room = limit - std::min(limit, to.size());
    to.append(chunk.data(), std::min(room, static_cast<std::size_t>(count)));
    if (stops && static_cast<std::size_t>(count) > room) stop(ChildResult::End::too_much_output);
  }

  void tell_end(int status) {
    if (stopped_) return;
    if (WIFEXITED(status)) {
      result_.status = WEXITSTATUS(status);
      result_.end = result_.status == kNotStarted ? ChildResult::End::not_started : ChildResult::End::exited;
      return;
    }
    result_.status = WTERMSIG(status);
    const bool cpu = result_.status == SIGXCPU || (result_.status == SIGKILL && used_cpu());
    result_.end = cpu ? ChildResult::End::out_of_time : ChildResult::End::killed;
  }

  /// Soft and hard limit are one, so that the kernel kills without asking.
  [[nodiscard]] bool used_cpu() const {
    return usage_.ru_utime.tv_sec + usage_.ru_stime.tv_sec + 1 >= command_.limits.cpu_seconds;
  }

  const ChildCommand& command_;
  ChildResult& result_;
  Clock::time_point deadline_;
  Pipe input_;
  Pipe output_;
  Pipe errors_;
  pid_t child_ = -1;
  rusage usage_{};
  bool stopped_ = false;
};

}  // namespace

ChildResult run_child(const ChildCommand& command) {
  ChildResult result;
  if (command.arguments.empty()) return result;
  Exchange(command, result).run();
  return result;
}

std::optional<std::string> find_program(std::string_view name) {
  const std::string path = search_path();
  std::string_view rest = path;
  while (!rest.empty()) {
    const std::size_t colon = std::min(rest.find(':'), rest.size());
    std::string candidate = std::string(rest.substr(0, colon)) + '/' + std::string(name);
    rest.remove_prefix(std::min(colon + 1, rest.size()));
    if (::access(candidate.c_str(), X_OK) == 0) return candidate;
  }
  return std::nullopt;
}

}  // namespace fazhi
