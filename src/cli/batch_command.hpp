#pragma once

#include <cstddef>

#include "batch/batch_options.hpp"
#include "cli/auditors.hpp"
#include "cli/exit_code.hpp"

namespace fazhi {

/// Threads that -j may ask for.
inline constexpr std::size_t kMostJobs = 256;

struct BatchCommandOptions {
  /// `choice.as_of` "" is today: the clock is read here and nowhere else, and the
  /// day is written into the summary.
  ChecklistChoice choice;
  BatchOptions batch;

  BatchCommandOptions();  ///< as many jobs as the machine has processors
};

/// `fazhi batch`: judges a batch into a folder, and tells in short what came of
/// it: how it stands on standard output, what went wrong on standard error.
[[nodiscard]] ExitCode run_batch_command(const BatchCommandOptions& options);

}  // namespace fazhi
