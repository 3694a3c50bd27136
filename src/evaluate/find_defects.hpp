#pragma once

#include <vector>

#include "audit/audit.hpp"
#include "evaluate/reading.hpp"

namespace fazhi {

/// Every occurrence of every defect of the checklist, in the order of the
/// text; of one passage each defect once. Evidence quotes the defect's place.
[[nodiscard]] std::vector<Finding> find_defects(const Reading& reading);

}  // namespace fazhi
