#pragma once

#include <cstddef>

#include "audit/batch_summary.hpp"

namespace fazhi::test {

/// A made-up county: `units` units that owe a report, with every state, every
/// result, pairs of copied reports and files of no unit. The same number gives
/// the same batch.
[[nodiscard]] BatchSummary sample_batch(std::size_t units);

}  // namespace fazhi::test
