#include "hostile/guarded_run.hpp"

#include <fcntl.h>
#include <grp.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

namespace fazhi::test {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kNobody = 65534;

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void limit(__rlimit_resource resource, rlim_t value) {
  const rlimit both{value, value};
  ::setrlimit(resource, &both);
}

void redirect(const char* path, int flags, int descriptor) {
  const int opened = ::open(path, flags, 0600);
  ::dup2(opened, descriptor);
  ::close(opened);
}

[[noreturn]] void become(const fs::path& folder, const fs::path& streams, const Guard& guard, char* const* arguments) {
  redirect((streams / "in").c_str(), O_RDONLY, STDIN_FILENO);
  redirect((streams / "out").c_str(), O_WRONLY | O_CREAT, STDOUT_FILENO);
  redirect((streams / "err").c_str(), O_WRONLY | O_CREAT, STDERR_FILENO);
  limit(RLIMIT_CPU, static_cast<rlim_t>(guard.cpu_seconds));
  limit(RLIMIT_CORE, 0);
  if (guard.file_bytes > 0) limit(RLIMIT_FSIZE, guard.file_bytes);
  ::setenv("TMPDIR", folder.c_str(), 1);
  if (guard.as_nobody && ::geteuid() == 0) {
    if (::setgroups(0, nullptr) != 0 || ::setgid(kNobody) != 0 || ::setuid(kNobody) != 0) ::_exit(126);
  }
  if (::chdir(folder.c_str()) == 0) ::execv(FAZHI_PROGRAM, arguments);
  ::_exit(127);
}

fs::path fresh_folder() {
  std::string pattern = (fs::temp_directory_path() / "hostile-streams-XXXXXX").string();
  BOOST_REQUIRE(::mkdtemp(pattern.data()) != nullptr);
  return pattern;
}

}  // namespace

Running::Running(const fs::path& folder, const std::vector<std::string>& arguments, const Guard& guard,
                 std::string_view input)
    : streams_(fresh_folder()), wall_seconds_(guard.wall_seconds) {
  std::ofstream(streams_ / "in", std::ios::binary) << input;
  std::vector<std::string> all{FAZHI_PROGRAM};
  all.insert(all.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& each : all) pointers.push_back(each.data());
  pointers.push_back(nullptr);
  process_ = ::fork();
  BOOST_REQUIRE(process_ >= 0);
  if (process_ == 0) become(folder, streams_, guard, pointers.data());
}

Running::~Running() {
  if (process_ > 0) {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  std::error_code ignored;
  fs::remove_all(streams_, ignored);
}

GuardedResult Running::wait() {
  using Clock = std::chrono::steady_clock;
  const auto deadline = Clock::now() + std::chrono::seconds(wall_seconds_);
  GuardedResult result;
  int status = 0;
  rusage usage{};
  while (::wait4(process_, &status, WNOHANG, &usage) == 0) {
    if (Clock::now() >= deadline && !result.was_stopped) {
      result.was_stopped = true;
      ::kill(process_, SIGKILL);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  process_ = -1;
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
  result.output = content_of(streams_ / "out");
  result.errors = content_of(streams_ / "err");
  result.peak_bytes = static_cast<std::size_t>(usage.ru_maxrss) << 10;
  return result;
}

GuardedResult guarded_run(const fs::path& folder, const std::vector<std::string>& arguments, const Guard& guard,
                          std::string_view input) {
  return Running(folder, arguments, guard, input).wait();
}

}  // namespace fazhi::test
