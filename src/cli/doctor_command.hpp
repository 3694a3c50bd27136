#pragma once

#include "base/message.hpp"
#include "cli/exit_code.hpp"

namespace fazhi {

/// Says which formats this machine can read, and what to install for the rest.
/// `passed` where all can be read, else `failed`.
[[nodiscard]] ExitCode run_doctor(Language language);

}  // namespace fazhi
