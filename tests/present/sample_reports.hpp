#pragma once

#include <vector>

#include "audit/audit.hpp"

namespace fazhi::test {

/// Twelve reports of one county as a supervisor gets them: good and weak ones,
/// a range of points, a long name, a unit that is not known, two files that
/// cannot be read. The first has findings of every kind.
[[nodiscard]] std::vector<Audit> twelve_reports();

}  // namespace fazhi::test
