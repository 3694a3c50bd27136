#include "process/confine.hpp"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fazhi {
namespace {

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t kArchitecture = 0;
#endif

/// Calls of another table of the same architecture (x32) have this bit.
constexpr std::uint32_t kOtherTable = 0x40000000;

/// What no converter of documents needs: the debugger's calls, kernel keys and
/// programs, mounts and modules, and the ring that does input and output past
/// this filter.
constexpr std::array kRefused{SYS_ptrace,        SYS_process_vm_readv, SYS_process_vm_writev, SYS_bpf,
                              SYS_perf_event_open, SYS_keyctl,         SYS_add_key,           SYS_request_key,
                              SYS_userfaultfd,   SYS_io_uring_setup,   SYS_mount,             SYS_umount2,
                              SYS_pivot_root,    SYS_init_module,      SYS_finit_module,      SYS_kexec_load,
                              SYS_open_by_handle_at, SYS_reboot,       SYS_swapon,            SYS_setns};

constexpr std::size_t kFilterSize = 11 + 2 * kRefused.size();

constexpr sock_filter load(std::size_t offset) { return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset)); }
constexpr sock_filter jump(std::uint16_t test, std::uint32_t value, std::uint8_t yes, std::uint8_t no) {
  return BPF_JUMP(static_cast<std::uint16_t>(BPF_JMP | test | BPF_K), value, yes, no);
}
constexpr sock_filter answer(std::uint32_t value) { return BPF_STMT(BPF_RET | BPF_K, value); }

constexpr std::uint32_t kNotPermitted = SECCOMP_RET_ERRNO | EPERM;

/// Calls of another architecture's table are refused, since their numbers mean
/// other calls; so are sockets of every family but `family`.
constexpr std::array<sock_filter, kFilterSize> make_filter(std::uint32_t family) {
  std::array<sock_filter, kFilterSize> out{};
  std::size_t at = 0;
  out[at++] = load(offsetof(seccomp_data, arch));
  out[at++] = jump(BPF_JEQ, kArchitecture, 1, 0);
  out[at++] = answer(kNotPermitted);
  out[at++] = load(offsetof(seccomp_data, nr));
  out[at++] = jump(BPF_JGE, kOtherTable, 0, 1);
  out[at++] = answer(kNotPermitted);
  for (const long call : kRefused) {
    out[at++] = jump(BPF_JEQ, static_cast<std::uint32_t>(call), 0, 1);
    out[at++] = answer(kNotPermitted);
  }
  out[at++] = jump(BPF_JEQ, SYS_socket, 0, 2);
  out[at++] = load(offsetof(seccomp_data, args));
  out[at++] = jump(BPF_JEQ, family, 0, 1);
  out[at++] = answer(SECCOMP_RET_ALLOW);
  out[at++] = answer(kNotPermitted);
  return out;
}

/// A family that no kernel has.
constexpr std::uint32_t kNoFamily = 0xFFFF;
constexpr std::array<sock_filter, kFilterSize> kNoSockets = make_filter(kNoFamily);
constexpr std::array<sock_filter, kFilterSize> kLocalSockets = make_filter(AF_UNIX);

bool refuse_sockets(const Cell& cell) {
  if (kArchitecture == 0) return false;
  std::array<sock_filter, kFilterSize> filter = cell.makes_sockets ? kLocalSockets : kNoSockets;
  const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/// Rights of Landlock that change files; the later ones by the version that has them.
constexpr std::uint64_t kFirstChanges = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                                        LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                                        LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                                        LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                                        LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
constexpr std::uint64_t kRefer = std::uint64_t{1} << 13U;
constexpr std::uint64_t kTruncate = std::uint64_t{1} << 14U;

void allow_below(int rules, const char* path, std::uint64_t rights) {
  const int place = ::open(path, O_PATH | O_CLOEXEC);
  if (place < 0) return;
  landlock_path_beneath_attr rule{};
  rule.allowed_access = rights;
  rule.parent_fd = place;
  ::syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  ::close(place);
}

bool keep_to_folder(const Cell& cell) {
  const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return false;
  landlock_ruleset_attr handled{};
  handled.handled_access_fs = kFirstChanges | (version >= 2 ? kRefer : 0) | (version >= 3 ? kTruncate : 0);
  const int rules = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &handled, sizeof handled.handled_access_fs, 0));
  if (rules < 0) return false;
  allow_below(rules, cell.folder, handled.handled_access_fs);
  if (cell.makes_sockets) allow_below(rules, "/tmp", LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_REMOVE_FILE);
  allow_below(rules, "/dev/null", LANDLOCK_ACCESS_FS_WRITE_FILE | (version >= 3 ? kTruncate : 0));
  const bool done = ::syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  ::close(rules);
  return done;
}

/// Since Linux 5.14 a user's processes are counted in each user namespace apart;
/// before, all that the user runs would count.
bool counts_by_namespace() {
  utsname system{};
  if (::uname(&system) != 0) return false;
  const std::string_view release(system.release);
  int major = 0;
  int minor = 0;
  const auto [dot, error] = std::from_chars(release.data(), release.data() + release.size(), major);
  if (error != std::errc() || dot == release.data() + release.size()) return false;
  std::from_chars(dot + 1, release.data() + release.size(), minor);
  return major > 5 || (major == 5 && minor >= 14);
}

bool limit_processes(const ForkedProcess& forked, std::size_t processes) {
  if (!forked.own_users || !counts_by_namespace()) return false;
  const rlimit limit{processes, processes};
  return ::setrlimit(RLIMIT_NPROC, &limit) == 0;
}

/// Not fork(3): what other threads hold at this moment concerns nobody here.
pid_t clone_with(unsigned long flags) {
  return static_cast<pid_t>(::syscall(SYS_clone, flags | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
}

Confinement try_out() {
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {};
  // The kernel never refuses a process to root. Asked here: in a user namespace of
  // its own everybody has another number.
  const bool is_root = ::geteuid() == 0;
  const ForkedProcess forked = fork_confined();
  if (forked.process == 0) {
    const Confinement done = confine_this_process(forked, {"/", 1, false});
    (void)!::write(ends[1], &done, sizeof done);
    ::_exit(0);
  }
  ::close(ends[1]);
  Confinement out;
  if (::read(ends[0], &out, sizeof out) != sizeof out) out = {};
  ::close(ends[0]);
  if (is_root) out.counts_processes = false;
  while (forked.process > 0 && ::waitpid(forked.process, nullptr, 0) < 0 && errno == EINTR) {
  }
  return out;
}

}  // namespace

const Confinement& confinement() {
  static const Confinement kOfThisMachine = try_out();
  return kOfThisMachine;
}

ForkedProcess fork_confined() {
  constexpr std::array kTried{
      ForkedProcess{-1, true, true, true}, ForkedProcess{-1, true, false, true}, ForkedProcess{-1, true, true, false},
      ForkedProcess{-1, true, false, false}, ForkedProcess{}};
  ForkedProcess out;
  for (const ForkedProcess& each : kTried) {
    out = each;
    out.process = clone_with((each.own_network ? CLONE_NEWNET : 0U) | (each.own_users ? CLONE_NEWUSER : 0U) |
                             (each.own_processes ? CLONE_NEWPID : 0U));
    if (out.process >= 0) break;
  }
  return out;
}

pid_t fork_plainly() { return clone_with(0); }

Confinement confine_this_process(const ForkedProcess& forked, const Cell& cell) {
  Confinement out;
  out.own_network = forked.own_network;
  out.own_processes = forked.own_processes;
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  out.own_files = keep_to_folder(cell);
  out.no_sockets = refuse_sockets(cell);
  out.counts_processes = limit_processes(forked, cell.processes);
  return out;
}

}  // namespace fazhi
