#include "process/confine.hpp"

#include <grp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "process/child.hpp"
#include "process/private_folder.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;

constexpr int kDone = 0;
constexpr int kRefused = 3;
constexpr unsigned kNobody = 65534;

ChildCommand probe(const PrivateFolder& folder, std::vector<std::string> arguments) {
  ChildCommand command;
  command.arguments = {FAZHI_PROBE};
  command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
  command.folder = folder.path();
  return command;
}

int status_of(const PrivateFolder& folder, std::vector<std::string> arguments) {
  const ChildResult result = run_child(probe(folder, std::move(arguments)));
  BOOST_TEST((result.end == ChildResult::End::exited));
  return result.status;
}

/// A socket that listens on a port of this machine.
class Listener {
 public:
  Listener() : descriptor_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    BOOST_REQUIRE(::bind(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    BOOST_REQUIRE(::listen(descriptor_, 4) == 0);
    socklen_t size = sizeof address;
    BOOST_REQUIRE(::getsockname(descriptor_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ntohs(address.sin_port);
  }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  ~Listener() { ::close(descriptor_); }
  [[nodiscard]] int port() const { return port_; }

 private:
  int descriptor_;
  int port_ = 0;
};

/// The exit status of the probe run by itself, without any confinement.
int status_outside(const std::string& arguments) {
  const int status = std::system((std::string(FAZHI_PROBE) + ' ' + arguments).c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void skip(const char* what) { BOOST_TEST_MESSAGE("this kernel does not allow " << what << ": skipped"); }

}  // namespace

BOOST_AUTO_TEST_SUITE(confined_child)

BOOST_AUTO_TEST_CASE(reaches_no_port_of_this_machine) {
  const Listener listener;
  const std::string port = std::to_string(listener.port());
  BOOST_TEST(status_outside("connect " + port) == kDone);
  if (!confinement().own_network && !confinement().no_sockets) return skip("to take the network away");
  const PrivateFolder folder;
  BOOST_TEST(status_of(folder, {"connect", port}) == kRefused);
}

BOOST_AUTO_TEST_CASE(has_no_sockets_but_local_ones_where_it_needs_them) {
  if (!confinement().no_sockets) return skip("filters of system calls");
  const PrivateFolder folder;
  for (const bool makes_sockets : {false, true}) {
    for (const char* each : {"datagram", "raw", "packet", "netlink", "local"}) {
      ChildCommand command = probe(folder, {each});
      command.makes_sockets = makes_sockets;
      const bool allowed = makes_sockets && std::string_view(each) == "local";
      BOOST_TEST(run_child(command).status == (allowed ? kDone : kRefused), each);
    }
  }
}

BOOST_AUTO_TEST_CASE(debugs_nobody) {
  if (!confinement().no_sockets) return skip("filters of system calls");
  const PrivateFolder folder;
  BOOST_TEST(status_of(folder, {"debug", std::to_string(::getpid())}) == kRefused);
}

BOOST_AUTO_TEST_CASE(sees_no_process_outside) {
  if (!confinement().own_processes) return skip("namespaces of processes");
  const PrivateFolder folder;
  // A number that is given in the namespace is small.
  BOOST_REQUIRE(::getpid() > 10);
  BOOST_TEST(status_of(folder, {"signal", std::to_string(::getpid())}) == kRefused);
}

BOOST_AUTO_TEST_CASE(gets_no_more_memory_than_its_limit) {
  const PrivateFolder folder;
  ChildCommand command = probe(folder, {"allocate", "200"});
  command.limits.memory_bytes = std::size_t{1} << 30;
  BOOST_TEST(run_child(command).status == kDone);
  command.limits.memory_bytes = std::size_t{128} << 20;
  BOOST_TEST(run_child(command).status == kRefused);
}

BOOST_AUTO_TEST_CASE(writes_no_larger_file_than_its_limit) {
  const PrivateFolder folder;
  ChildCommand command = probe(folder, {"write", "file", "100000"});
  BOOST_TEST(run_child(command).status == kDone);
  command.limits.file_bytes = 50'000;
  BOOST_TEST(run_child(command).status == kRefused);
  BOOST_TEST(fs::file_size(fs::path(folder.path()) / "file") == 50'000U);
}

BOOST_AUTO_TEST_CASE(writes_in_its_folder_alone) {
  if (!confinement().own_files) return skip("Landlock");
  const PrivateFolder folder;
  const PrivateFolder other;
  std::ofstream(other.path() + "/kept") << "mine";
  BOOST_TEST(status_of(folder, {"write", "file", "10"}) == kDone);
  BOOST_TEST(status_of(folder, {"write", "/dev/null", "10"}) == kDone);
  BOOST_TEST(status_of(folder, {"write", other.path() + "/new", "10"}) == kRefused);
  BOOST_TEST(status_of(folder, {"write", other.path() + "/kept", "0"}) == kRefused);
  BOOST_TEST(fs::file_size(other.path() + "/kept") == 4U);
}

BOOST_AUTO_TEST_CASE(begins_in_an_empty_folder_of_its_own) {
  const PrivateFolder folder;
  const ChildResult result = run_child(probe(folder, {"folder"}));
  BOOST_TEST(result.succeeded());
  BOOST_TEST(result.output.empty());
}

BOOST_AUTO_TEST_CASE(has_no_variable_of_ours) {
  const PrivateFolder folder;
  ::setenv("FAZHI_TEST_PASSWORD", "secret", 1);
  const ChildResult result = run_child(probe(folder, {"environment"}));
  ::unsetenv("FAZHI_TEST_PASSWORD");
  BOOST_TEST(result.output == "PATH=" + std::string(std::getenv("PATH")) + "\nHOME=" + folder.path() + "\nTMPDIR=" +
                                  folder.path() + "\nLANG=C.UTF-8\nOMP_THREAD_LIMIT=1\n");
}

BOOST_AUTO_TEST_CASE(has_three_descriptors) {
  const PrivateFolder folder;
  const Listener listener;
  BOOST_TEST(run_child(probe(folder, {"descriptors"})).output == "0 1 2 ");
}

BOOST_AUTO_TEST_CASE(leaves_nobody_behind_who_left_its_group) {
  if (!confinement().own_processes) return skip("namespaces of processes");
  const PrivateFolder folder;
  BOOST_TEST(status_of(folder, {"escape"}) == kDone);
  int number = 0;
  std::ifstream(folder.path() + "/left") >> number;
  BOOST_REQUIRE(number > 0);
  bool is_gone = false;
  for (int tries = 0; tries < 500 && !is_gone; ++tries) {
    is_gone = !fs::exists("/proc/" + std::to_string(number));
    if (!is_gone) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  BOOST_TEST(is_gone);
}

BOOST_AUTO_TEST_CASE(multiplies_within_its_limit) {
  // Root's processes are never refused: the test becomes another user for it.
  const pid_t test = ::fork();
  BOOST_REQUIRE(test >= 0);
  if (test == 0) {
    if (::geteuid() == 0 && (::setgroups(0, nullptr) != 0 || ::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) ::_exit(9);
    const PrivateFolder folder;
    ChildCommand command = probe(folder, {"multiply", "200"});
    command.limits.processes = 40;
    const ChildResult result = run_child(command);
    if (!result.succeeded()) ::_exit(8);
    const int started = std::atoi(result.output.c_str());
    ::_exit(started > 0 && started < 40 ? 0 : 7);
  }
  int status = 0;
  BOOST_REQUIRE(::waitpid(test, &status, 0) == test);
  BOOST_REQUIRE(WIFEXITED(status));
  if (::geteuid() != 0 && !confinement().counts_processes) return skip("to count processes");
  BOOST_TEST(WEXITSTATUS(status) == 0);
}

BOOST_AUTO_TEST_CASE(is_stopped_when_that_is_asked) {
  static std::atomic<bool> asked = false;
  stop_children_when(asked);
  const PrivateFolder folder;
  ChildCommand command;
  command.arguments = {"/bin/sh", "-c", "sleep 600"};
  command.folder = folder.path();
  std::thread asking([] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    asked = true;
  });
  const ChildResult result = run_child(command);
  asking.join();
  asked = false;
  BOOST_TEST((result.end == ChildResult::End::out_of_time));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
