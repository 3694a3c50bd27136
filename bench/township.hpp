#pragma once

#include "evaluate/auditor.hpp"

namespace fazhi::bench {

/// The built-in checklist of townships; ends the program where it does not load.
[[nodiscard]] Checklist load_township();

}  // namespace fazhi::bench
