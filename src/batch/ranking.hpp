#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "audit/batch_summary.hpp"

namespace fazhi {

/// The share of the possible points that a report is certain of, and the share
/// that it has where every undecided element is met; in ten-thousandths, rounded
/// half up, as they are shown: reports in which elements do not apply compare with
/// the others. None where nothing was judged.
struct ScoreRange {
  int low = 0;
  int high = 0;
};
[[nodiscard]] std::optional<ScoreRange> range_of(const Score& score);

/// Ranks those of `reports` that `chosen` names and that have a score, best
/// first; equal scores share a rank and keep the order of `chosen`. A rank of 1
/// is the best. O(n log n).
[[nodiscard]] std::vector<RankedUnit> rank(std::span<const ReportRecord> reports, std::span<const std::size_t> chosen);

}  // namespace fazhi
