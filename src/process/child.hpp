#pragma once

#include <atomic>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fazhi {

/// What a child process may use. It and all that it started are killed at the
/// first limit that is reached, and what it left behind when it ends. CPU time and
/// address space are those of each process that it starts, not of all together.
struct ChildLimits {
  int wall_seconds = 60;
  int cpu_seconds = 60;
  std::size_t memory_bytes = std::size_t{2} << 30;  ///< address space of each process
  std::size_t file_bytes = std::size_t{512} << 20;  ///< of each file written
  std::size_t output_bytes = std::size_t{64} << 20; ///< of standard output
  /// Processes and threads, all together. Holds where `Confinement::counts_processes` does.
  std::size_t processes = 256;
};

struct ChildCommand {
  std::vector<std::string> arguments;  ///< the program first, as a path (`find_program`)
  std::string folder;                  ///< where it runs; also its HOME and TMPDIR
  std::string_view input = {};         ///< given to it on standard input
  ChildLimits limits = {};
  /// Whether it may make local sockets, in its folder and in /tmp, as LibreOffice
  /// does, which may then also remove files in /tmp. Others get no sockets at all.
  bool makes_sockets = false;
};

struct ChildResult {
  enum class End {
    exited,
    killed,           ///< by a signal that was not ours: `status` is its number
    out_of_time,      ///< wall or CPU time
    too_much_output,
    not_started,      ///< no such program or folder, or no process could be made
  };
  End end = End::not_started;
  int status = 0;      ///< exit status, or signal
  std::string output;  ///< standard output
  std::string errors;  ///< the first 64 KB of standard error

  [[nodiscard]] bool succeeded() const { return end == End::exited && status == 0; }
};

/// Runs a program to its end. It has no terminal, an environment of PATH, HOME,
/// TMPDIR, LANG=C.UTF-8 and OMP_THREAD_LIMIT=1 only, no descriptor of this process
/// beside the three standard ones, gains no rights by what it starts, is confined as
/// far as the kernel allows (`confinement`), and dies with this process. Output that
/// those it left behind write after its end is not waited for. Safe to call from
/// several threads.
[[nodiscard]] ChildResult run_child(const ChildCommand& command);

/// From now on every child that runs is stopped, as past its time, once `asked`
/// is true; `asked` outlives them.
void stop_children_when(const std::atomic<bool>& asked);

/// The path of `name` in PATH; none where it is not installed.
[[nodiscard]] std::optional<std::string> find_program(std::string_view name);

}  // namespace fazhi
