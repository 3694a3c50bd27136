#pragma once

#include <sys/types.h>

#include <cstddef>

namespace fazhi {

/// What this machine's kernel keeps from children; see docs/security.md.
struct Confinement {
  bool own_network = false;       ///< a network namespace without any device
  bool no_sockets = false;        ///< a filter of system calls: no sockets
  bool own_processes = false;     ///< a process namespace: none outlives the child, none outside is seen
  bool counts_processes = false;  ///< the number of processes is limited
  bool own_files = false;         ///< Landlock: files are written in the child's folder alone
};

/// Found out by trying, once.
[[nodiscard]] const Confinement& confinement();

/// A process as by fork(2), in namespaces of its own as far as the kernel allows.
struct ForkedProcess {
  pid_t process = -1;  ///< 0 in the new one, -1 on failure
  bool own_network = false;
  bool own_users = false;
  bool own_processes = false;  ///< it is the first of them, and all others end with it
};

/// In the new process only what is safe after a fork of a process with several
/// threads may be called.
[[nodiscard]] ForkedProcess fork_confined();

/// The same without namespaces, for a process that is confined already.
[[nodiscard]] pid_t fork_plainly();

struct Cell {
  const char* folder;      ///< the only one in which files are written
  std::size_t processes;   ///< where they can be counted apart from the user's others
  bool makes_sockets;      ///< local ones; see `ChildCommand`
};

/// What the new process does to itself before it runs a program; it gains no new
/// rights either. Leaves out what the kernel lacks; tells what it did.
Confinement confine_this_process(const ForkedProcess& forked, const Cell& cell);

}  // namespace fazhi
