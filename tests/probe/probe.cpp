// What a converter that was taken over might try; its exit status tells what came of it.
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <new>
#include <string>
#include <thread>
#include <vector>

extern char** environ;

namespace {

constexpr int kDone = 0;
constexpr int kRefused = 3;

int connect_to(int port) {
  const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const bool done = descriptor >= 0 && ::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  return done ? kDone : kRefused;
}

int open_socket(int family, int type) { return ::socket(family, type, 0) >= 0 ? kDone : kRefused; }

int allocate(std::size_t megabytes) {
  const std::size_t bytes = megabytes << 20;
  char* const memory = static_cast<char*>(std::malloc(bytes));
  if (memory == nullptr) return kRefused;
  std::memset(memory, 1, bytes);
  return memory[bytes - 1] == 1 ? kDone : kRefused;
}

int write_file(const char* path, std::size_t bytes) {
  std::signal(SIGXFSZ, SIG_IGN);
  std::FILE* const file = std::fopen(path, "wb");
  if (file == nullptr) return kRefused;
  const std::string content(bytes, 'x');
  const bool written = std::fwrite(content.data(), 1, bytes, file) == bytes;
  return std::fclose(file) == 0 && written ? kDone : kRefused;
}

/// Prints how many processes it could start, which sleep.
int multiply(int wanted) {
  int started = 0;
  for (int each = 0; each < wanted; ++each) {
    const pid_t process = ::fork();
    if (process == 0) {
      std::this_thread::sleep_for(std::chrono::seconds(600));
      ::_exit(0);
    }
    if (process > 0) ++started;
  }
  std::printf("%d\n", started);
  return kDone;
}

/// Leaves a process behind that is in no group and no session of its parent's,
/// and ends when it told its number.
int escape() {
  if (::fork() == 0) {
    ::setsid();
    if (::fork() != 0) ::_exit(0);
    std::FILE* const stat = std::fopen("/proc/self/stat", "r");
    int number = 0;
    if (stat != nullptr && std::fscanf(stat, "%d", &number) == 1) {
      std::FILE* const out = std::fopen("left.new", "w");
      std::fprintf(out, "%d\n", number);
      std::fclose(out);
      std::rename("left.new", "left");
    }
    std::this_thread::sleep_for(std::chrono::seconds(600));
    ::_exit(0);
  }
  while (!std::filesystem::exists("left")) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  return kDone;
}

int list_environment() {
  for (char** each = environ; *each != nullptr; ++each) std::printf("%s\n", *each);
  return kDone;
}

int list_folder() {
  for (const auto& each : std::filesystem::directory_iterator(".")) std::printf("%s\n", each.path().filename().c_str());
  return kDone;
}

int list_descriptors() {
  for (int each = 0; each < 1024; ++each) {
    if (::fcntl(each, F_GETFD) >= 0) std::printf("%d ", each);
  }
  return kDone;
}

int debug(int process) { return ::ptrace(PTRACE_ATTACH, process, nullptr, nullptr) == 0 ? kDone : kRefused; }

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  if (words.empty()) return 2;
  const auto number = [&](std::size_t at) { return at < words.size() ? std::atoi(words[at].c_str()) : 0; };
  if (words[0] == "connect") return connect_to(number(1));
  if (words[0] == "datagram") return open_socket(AF_INET, SOCK_DGRAM);
  if (words[0] == "raw") return open_socket(AF_INET6, SOCK_RAW);
  if (words[0] == "packet") return open_socket(AF_PACKET, SOCK_RAW);
  if (words[0] == "netlink") return open_socket(AF_NETLINK, SOCK_RAW);
  if (words[0] == "local") return open_socket(AF_UNIX, SOCK_STREAM);
  if (words[0] == "allocate") return allocate(static_cast<std::size_t>(number(1)));
  if (words[0] == "write") return write_file(words.at(1).c_str(), static_cast<std::size_t>(number(2)));
  if (words[0] == "multiply") return multiply(number(1));
  if (words[0] == "escape") return escape();
  if (words[0] == "environment") return list_environment();
  if (words[0] == "folder") return list_folder();
  if (words[0] == "descriptors") return list_descriptors();
  if (words[0] == "debug") return debug(number(1));
  if (words[0] == "signal") return ::kill(number(1), 0) == 0 ? kDone : kRefused;
  return 2;
}
