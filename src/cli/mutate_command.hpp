#pragma once

#include <string>

#include "base/message.hpp"
#include "cli/exit_code.hpp"

namespace fazhi {

struct MutateOptions {
  std::string checklist;  ///< a file, a built-in id, or "" for all built-in ones
  double least = 0.98;    ///< share of lowering mutants that must be killed, 0 to 1
  bool details = false;   ///< list every survivor
  Language language = Language::zh;
};

/// `fazhi checklist test --mutate`: changes the examples' passages and judges
/// them anew. `failed` where less than `least` of the lowering mutants came
/// out lower, where a mutant that keeps its meaning came out otherwise, or
/// where there was nothing to change.
[[nodiscard]] ExitCode run_checklist_mutate(const MutateOptions& options);

}  // namespace fazhi
