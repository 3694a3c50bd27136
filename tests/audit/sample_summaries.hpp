#pragma once

#include <cstdint>

#include "audit/batch_summary.hpp"

namespace fazhi::test {

/// A summary that has everything one can hold: all states, a unit with two
/// reports, one that could not be read, one that nobody owes, undecided
/// elements, text shared in the batch and with last year's reports.
[[nodiscard]] BatchSummary rich_summary();

/// A summary that the schema allows, everything in it chosen at random.
[[nodiscard]] BatchSummary random_summary(std::uint32_t seed);

}  // namespace fazhi::test
