#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fazhi::test {

/// What a run of the program may use, and as whom it runs.
struct Guard {
  int wall_seconds = 120;
  int cpu_seconds = 60;
  std::size_t file_bytes = 0;  ///< of each file written; 0 for no limit
  bool as_nobody = false;      ///< drops root's rights, where the test has them
};

struct GuardedResult {
  int exit_code = -1;  ///< -1 where it ended by a signal
  int signal = 0;
  bool was_stopped = false;  ///< past its wall time
  std::string output;
  std::string errors;
  std::size_t peak_bytes = 0;  ///< of resident memory, of the program itself
};

/// Runs the built program in `folder`, which is also its TMPDIR.
[[nodiscard]] GuardedResult guarded_run(const std::filesystem::path& folder, const std::vector<std::string>& arguments,
                                        const Guard& guard = {}, std::string_view input = {});

/// A program that runs on while the test does something to it.
class Running {
 public:
  Running(const std::filesystem::path& folder, const std::vector<std::string>& arguments, const Guard& guard = {},
          std::string_view input = {});
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running();

  [[nodiscard]] int process() const { return process_; }
  [[nodiscard]] GuardedResult wait();

 private:
  std::filesystem::path streams_;
  int wall_seconds_;
  int process_ = -1;
};

}  // namespace fazhi::test
