#include "batch/ranking.hpp"

#include <algorithm>
#include <optional>

#include "audit/points.hpp"

namespace fazhi {
namespace {

struct Entry {
  std::size_t report = 0;
  ScoreRange range;
};

/// How many of the ascending `values` are greater than `value`.
int count_above(const std::vector<int>& values, int value) {
  return static_cast<int>(values.end() - std::upper_bound(values.begin(), values.end(), value));
}

template <class Key>
std::vector<int> sorted(const std::vector<Entry>& entries, Key key) {
  std::vector<int> values;
  values.reserve(entries.size());
  for (const Entry& each : entries) values.push_back(key(each.range));
  std::sort(values.begin(), values.end());
  return values;
}

}  // namespace

std::optional<ScoreRange> range_of(const Score& score) {
  if (score.possible_hundredths <= 0) return std::nullopt;
  const auto share = [&](std::int32_t hundredths) { return share_of(hundredths, score.possible_hundredths); };
  return ScoreRange{share(score.awarded_hundredths), share(std::max(score.awarded_hundredths, score.highest_hundredths))};
}

std::vector<RankedUnit> rank(std::span<const ReportRecord> reports, std::span<const std::size_t> chosen) {
  std::vector<Entry> entries;
  for (const std::size_t report : chosen) {
    const std::optional<ScoreRange> range = range_of(reports[report].score);
    if (range && !reports[report].error) entries.push_back({report, *range});
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.range.low > b.range.low; });
  const std::vector<int> lows = sorted(entries, [](const ScoreRange& range) { return range.low; });
  const std::vector<int> highs = sorted(entries, [](const ScoreRange& range) { return range.high; });
  std::vector<RankedUnit> out;
  out.reserve(entries.size());
  for (const Entry& each : entries) {
    RankedUnit unit;
    unit.report = each.report;
    unit.rank = 1 + count_above(lows, each.range.low);
    unit.best_rank = 1 + count_above(lows, each.range.high);
    // Its own highest counts among `highs` where it is above its lowest.
    unit.worst_rank = 1 + count_above(highs, each.range.low) - (each.range.high > each.range.low ? 1 : 0);
    out.push_back(unit);
  }
  return out;
}

}  // namespace fazhi
