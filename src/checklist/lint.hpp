#pragma once

#include <vector>

#include "checklist/checklist.hpp"
#include "checklist/load.hpp"

namespace fazhi {

/// What is legal in a loaded checklist and yet suspect; all of it warnings, in
/// the order of the checklist. They name file and line; what stands in the line
/// the checklist no longer knows, so that `source_line` is "".
[[nodiscard]] std::vector<Diagnostic> lint(const Checklist& checklist);

}  // namespace fazhi
