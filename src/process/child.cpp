#include "process/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <utility>

#include "process/confine.hpp"

namespace fazhi {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kErrorBytes = std::size_t{64} << 10;
constexpr int kNotStarted = 127;
constexpr std::string_view kDefaultPath = "/usr/local/bin:/usr/bin:/bin";

/// Set once, before children run.
std::atomic<const std::atomic<bool>*> g_stop_asked = nullptr;

std::string search_path() {
  const char* path = std::getenv("PATH");
  return path == nullptr || *path == '\0' ? std::string(kDefaultPath) : std::string(path);
}

/// One end of a pipe.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    if (this == &other) return *this;
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
  int value_ = -1;
};

struct Pipe {
  Descriptor read_end{};
  Descriptor write_end{};

  [[nodiscard]] bool is_open() const { return read_end.is_open() && write_end.is_open(); }
};

/// The same descriptor, but none of the three standard ones: where this process
/// has closed its own, a pipe would get their numbers, and `become` would lay
/// one end over the other.
Descriptor above_standard(int descriptor) {
  Descriptor low(descriptor);
  if (descriptor < 0 || descriptor > STDERR_FILENO) return low;
  return Descriptor(::fcntl(descriptor, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
}

Pipe make_pipe() {
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return Pipe();
  return {above_standard(ends[0]), above_standard(ends[1])};
}

/// For standard input: a write to a child that went away is then an error and
/// no signal.
Pipe make_socket_pair() {
  std::array<int, 2> ends{-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return Pipe();
  return {above_standard(ends[0]), above_standard(ends[1])};
}

void set_limit(__rlimit_resource resource, std::size_t value) {
  const rlimit limit{value, value};
  ::setrlimit(resource, &limit);
}

/// What was opened elsewhere in this process without O_CLOEXEC is not the child's.
void close_others_on_exec() {
  constexpr int kFirst = STDERR_FILENO + 1;
  if (::close_range(kFirst, ~0U, CLOSE_RANGE_CLOEXEC) == 0) return;
  // Kernels before 5.11.
  constexpr int kOldLimit = 4096;
  for (int each = kFirst; each < kOldLimit; ++each) ::fcntl(each, F_SETFD, FD_CLOEXEC);
}

/// Nothing blocked, nothing ignored: exec would hand both on.
void reset_signals() {
  struct sigaction plain {};
  plain.sa_handler = SIG_DFL;
  for (const int each : {SIGPIPE, SIGCHLD, SIGXCPU, SIGXFSZ, SIGTERM, SIGINT, SIGHUP, SIGQUIT}) {
    ::sigaction(each, &plain, nullptr);
  }
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

struct ChildEnds {
  int input;
  int output;
  int errors;
  int failure;  ///< written to only if the program can't be run
  int status;   ///< how the program ended is written to it, where a process stands between
  int readers;  ///< the parent's end of `failure`
};

/// All that becomes a program needs, made before the fork.
struct Becoming {
  const ChildLimits& limits;
  const char* folder;
  bool makes_sockets;
  ChildEnds ends;
  char* const* arguments;
  char* const* environment;
};

/// Whether the parent died before its death would be told: nobody reads any more.
bool is_orphan(const ChildEnds& ends) {
  ::close(ends.readers);
  pollfd waited{ends.failure, 0, 0};
  return ::poll(&waited, 1, 0) > 0;
}

void close_all_but(int kept) {
  const auto from = static_cast<unsigned>(kept);
  if (::close_range(0, from - 1, 0) == 0 && ::close_range(from + 1, ~0U, 0) == 0) return;
  constexpr int kOldLimit = 4096;
  for (int each = 0; each < kOldLimit; ++each) {
    if (each != kept) ::close(each);
  }
}

/// The first process of a namespace: waits for all others, as such a one must, and
/// tells how the program ended. Whatever is left then ends with it.
[[noreturn]] void attend(pid_t program, int status_end) {
  close_all_but(status_end);
  for (;;) {
    int status = 0;
    const pid_t ended = ::waitpid(-1, &status, 0);
    if (ended < 0 && errno == EINTR) continue;
    if (ended == program) (void)!::write(status_end, &status, sizeof status);
    if (ended == program || ended < 0) ::_exit(0);
  }
}

[[noreturn]] void run_program(const ForkedProcess& forked, const Becoming& what) {
  ::dup2(what.ends.input, STDIN_FILENO);
  ::dup2(what.ends.output, STDOUT_FILENO);
  ::dup2(what.ends.errors, STDERR_FILENO);
  close_others_on_exec();
  set_limit(RLIMIT_CPU, static_cast<std::size_t>(what.limits.cpu_seconds));
  set_limit(RLIMIT_AS, what.limits.memory_bytes);
  set_limit(RLIMIT_FSIZE, what.limits.file_bytes);
  set_limit(RLIMIT_CORE, 0);
  const bool is_there = ::chdir(what.folder) == 0;
  if (is_there) {
    (void)confine_this_process(forked, {what.folder, what.limits.processes, what.makes_sockets});
    ::execve(what.arguments[0], what.arguments, what.environment);
  }
  const int error = errno;
  (void)!::write(what.ends.failure, &error, sizeof error);
  ::_exit(kNotStarted);
}

/// Everything between fork and exec: only what is safe after a fork of a
/// process with several threads.
[[noreturn]] void become(const ForkedProcess& forked, const Becoming& what) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (is_orphan(what.ends)) ::_exit(kNotStarted);
  reset_signals();
  if (forked.own_processes) {
    // The first process of a namespace is deaf to signals that it does not handle.
    const pid_t program = fork_plainly();
    if (program > 0) attend(program, what.ends.status);
    if (program < 0) ::_exit(kNotStarted);
  }
  run_program(forked, what);
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
    // Before it is waited for, and also where it ended by itself: as long as it
    // is not reaped its number is its own, and so is its group's, in which it may
    // have left others behind.
    ::kill(-child_, SIGKILL);
    int status = 0;
    pid_t reaped = -1;
    while ((reaped = ::wait4(child_, &status, 0, &usage_)) < 0 && errno == EINTR) {
    }
    tell_end(is_attended_ ? attended_status() : reaped == child_ ? std::optional(status) : std::nullopt);
  }

 private:
  bool start() {
    for (const Pipe* each : {&input_, &output_, &errors_, &failure_, &status_}) {
      if (!each->is_open()) return false;
    }
    std::vector<std::string> texts = command_.arguments;
    std::vector<std::string> variables{"PATH=" + search_path(), "HOME=" + command_.folder,
                                       "TMPDIR=" + command_.folder, "LANG=C.UTF-8", "OMP_THREAD_LIMIT=1"};
    const std::vector<char*> arguments = pointers(texts);
    const std::vector<char*> environment = pointers(variables);
    const Becoming what{command_.limits,
                        command_.folder.c_str(),
                        command_.makes_sockets,
                        {input_.read_end.get(), output_.write_end.get(), errors_.write_end.get(),
                         failure_.write_end.get(), status_.write_end.get(), failure_.read_end.get()},
                        arguments.data(),
                        environment.data()};
    const ForkedProcess forked = fork_confined();
    child_ = forked.process;
    if (child_ < 0) return false;
    if (child_ == 0) become(forked, what);
    is_attended_ = forked.own_processes;
    ::setpgid(child_, child_);
    status_.write_end.close();
    input_.read_end.close();
    output_.write_end.close();
    errors_.write_end.close();
    failure_.write_end.close();
    for (const Descriptor* each : {&input_.write_end, &output_.read_end, &errors_.read_end}) {
      ::fcntl(each->get(), F_SETFL, O_NONBLOCK);
    }
    never_ran_ = read_failure();
    return true;
  }

  /// Whether it ended before it was the program: its end of the pipe closes
  /// without a word where exec succeeds.
  [[nodiscard]] bool read_failure() const {
    int error = 0;
    ssize_t count = 0;
    while ((count = ::read(failure_.read_end.get(), &error, sizeof error)) < 0 && errno == EINTR) {
    }
    return count > 0;
  }

  /// Nothing where who attended it was killed before it.
  [[nodiscard]] std::optional<int> attended_status() const {
    int status = 0;
    ssize_t count = 0;
    while ((count = ::read(status_.read_end.get(), &status, sizeof status)) < 0 && errno == EINTR) {
    }
    return count == sizeof status ? std::optional(status) : std::nullopt;
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
    while (!stopped_) {
      // Asked before its output is read, so that all that it wrote is.
      const bool ended = has_ended();
      if (pass_on(rest, ended ? 0 : wait_milliseconds()) && ended) return;
    }
  }

  /// How long to wait for output at most. Its end is noticed by the closing of
  /// its pipes as a rule; what it left behind may hold them open, though, and
  /// it may close them and run on.
  [[nodiscard]] int wait_milliseconds() const {
    constexpr int kPipesOpen = 20;
    constexpr int kPipesClosed = 1;
    return output_.read_end.is_open() || errors_.read_end.is_open() ? kPipesOpen : kPipesClosed;
  }

  /// Whether the child itself ended, without reaping it.
  [[nodiscard]] bool has_ended() const {
    siginfo_t info{};
    return ::waitid(P_PID, static_cast<id_t>(child_), &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid != 0;
  }

  /// Exchanges what is ready now or within `milliseconds`; whether nothing was.
  bool pass_on(std::string_view& rest, int milliseconds) {
    const std::atomic<bool>* const asked = g_stop_asked;
    if (Clock::now() >= deadline_ || (asked != nullptr && *asked)) {
      stop(ChildResult::End::out_of_time);
      return true;
    }
    std::array<pollfd, 3> waited{pollfd{output_.read_end.get(), POLLIN, 0}, pollfd{errors_.read_end.get(), POLLIN, 0},
                                 pollfd{input_.write_end.get(), POLLOUT, 0}};
    const int ready = ::poll(waited.data(), waited.size(), milliseconds);
    if (ready <= 0) return ready == 0;
    if (waited[2].revents != 0) feed(rest);
    if (waited[0].revents != 0) drain(output_.read_end, result_.output, command_.limits.output_bytes, true);
    if (waited[1].revents != 0) drain(errors_.read_end, result_.errors, kErrorBytes, false);
    return waited[0].revents == 0 && waited[1].revents == 0;
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
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return;
    if (count <= 0) {
      from.close();
      return;
    }
    const std::size_t room = limit - std::min(limit, to.size());
    to.append(chunk.data(), std::min(room, static_cast<std::size_t>(count)));
    if (stops && static_cast<std::size_t>(count) > room) stop(ChildResult::End::too_much_output);
  }

  /// `known` is none where the status was lost: this process ignores SIGCHLD.
  void tell_end(std::optional<int> known) {
    if (stopped_ || never_ran_) return;
    const int status = known.value_or(SIGKILL);
    if (WIFEXITED(status)) {
      result_.status = WEXITSTATUS(status);
      result_.end = ChildResult::End::exited;
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
  Pipe input_ = make_socket_pair();
  Pipe output_ = make_pipe();
  Pipe errors_ = make_pipe();
  Pipe failure_ = make_pipe();
  Pipe status_ = make_pipe();
  pid_t child_ = -1;
  rusage usage_{};
  bool stopped_ = false;
  bool never_ran_ = false;
  bool is_attended_ = false;
};

}  // namespace

ChildResult run_child(const ChildCommand& command) {
  ChildResult result;
  if (command.arguments.empty()) return result;
  Exchange(command, result).run();
  return result;
}

void stop_children_when(const std::atomic<bool>& asked) { g_stop_asked = &asked; }

std::optional<std::string> find_program(std::string_view name) {
  const std::string path = search_path();
  std::string_view rest = path;
  while (!rest.empty()) {
    const std::size_t colon = std::min(rest.find(':'), rest.size());
    std::string candidate = std::string(rest.substr(0, colon)) + '/' + std::string(name);
    rest.remove_prefix(std::min(colon + 1, rest.size()));
    // A relative folder would mean another one where the child runs.
    struct stat info {};
    if (candidate.starts_with('/') && ::stat(candidate.c_str(), &info) == 0 && S_ISREG(info.st_mode) &&
        ::access(candidate.c_str(), X_OK) == 0) {
      return candidate;
    }
  }
  return std::nullopt;
}

}  // namespace fazhi
