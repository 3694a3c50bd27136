#pragma once

#include <string>

#include "base/message.hpp"
#include "cli/exit_code.hpp"

namespace fazhi {

struct NewElementOptions {
  std::string id;
  std::string output;  ///< "": standard output
  bool part = false;   ///< without a checklist around it
  Language language = Language::zh;
};

/// `fazhi checklist new`: writes a rule file with an element to be filled in.
/// A bad id, one that is taken, and a file that exists are refused.
[[nodiscard]] ExitCode run_checklist_new(const NewElementOptions& options);

}  // namespace fazhi
