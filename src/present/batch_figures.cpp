#include "present/batch_figures.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "audit/points.hpp"

namespace fazhi {
namespace {

void count_units(const BatchSummary& summary, BatchFigures& out) {
  for (const UnitRecord& each : summary.units) {
    ++out.states[static_cast<std::size_t>(each.state)];
    out.duplicates += each.duplicate ? 1U : 0U;
    out.doubts += each.doubt ? 1U : 0U;
    if (!each.published_in_time) {
      ++out.publication_unknown;
    } else if (*each.published_in_time) {
      ++out.published;
    } else {
      ++out.not_published;
    }
  }
}

void count_grade(const std::string& grade, BatchFigures& out) {
  const auto same = std::find_if(out.grades.begin(), out.grades.end(), [&](const GradeCount& each) { return each.grade == grade; });
  if (same == out.grades.end()) {
    out.grades.push_back({grade, 1});
  } else {
    ++same->reports;
  }
}

void count_results(const BatchSummary& summary, BatchFigures& out) {
  out.ranked = summary.ranking.size();
  for (const RankedUnit& each : summary.ranking) {
    const Score& score = summary.reports[each.report].score;
    if (!score.passed) {
      ++out.open;
    } else {
      ++(*score.passed ? out.passed : out.failed);
    }
    count_grade(score.grade, out);
  }
  std::stable_partition(out.grades.begin(), out.grades.end(), [](const GradeCount& each) { return !each.grade.empty(); });
}

std::optional<ScoreFigures> scores_of(const BatchSummary& summary) {
  if (summary.ranking.empty()) return std::nullopt;
  std::vector<int> shares;
  shares.reserve(summary.ranking.size());
  for (const RankedUnit& each : summary.ranking) shares.push_back(share_of(summary.reports[each.report].score));
  std::sort(shares.begin(), shares.end());
  const auto count = static_cast<std::int64_t>(shares.size());
  const std::int64_t sum = std::accumulate(shares.begin(), shares.end(), std::int64_t{0});
  const std::size_t middle = shares.size() / 2;
  const int median = shares.size() % 2 == 1 ? shares[middle] : (shares[middle - 1] + shares[middle] + 1) / 2;
  return ScoreFigures{static_cast<int>((sum * 2 + count) / (count * 2)), median, shares.back(), shares.front()};
}

/// Whether `a` is met less often than `b`, or as often but missing more often.
bool is_worse(const ElementRate& a, const ElementRate& b) {
  const std::size_t left = a.met * b.counted();
  const std::size_t right = b.met * a.counted();
  return left != right ? left < right : a.missing * b.counted() > b.missing * a.counted();
}

void name_elements(const BatchSummary& summary, std::size_t elements, BatchFigures& out) {
  std::vector<std::size_t> order;
  for (std::size_t index = 0; index < summary.rates.size(); ++index) {
    if (summary.rates[index].counted() > 0) order.push_back(index);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return is_worse(summary.rates[a], summary.rates[b]); });
  elements = std::min(elements, (order.size() + 1) / 2);
  for (const std::size_t index : order) {
    const ElementRate& rate = summary.rates[index];
    if (out.worst.size() < elements && rate.met < rate.counted()) out.worst.push_back(index);
  }
  for (auto each = order.rbegin(); each != order.rend() && out.best.size() < elements; ++each) {
    const bool among_worst = std::find(out.worst.begin(), out.worst.end(), *each) != out.worst.end();
    if (!among_worst && summary.rates[*each].met > 0) out.best.push_back(*each);
  }
}

}  // namespace

int share_of(const Score& score) { return share_of(score.awarded_hundredths, score.possible_hundredths); }

BatchFigures figures_of(const BatchSummary& summary, std::size_t elements) {
  BatchFigures out;
  count_units(summary, out);
  count_results(summary, out);
  out.scores = scores_of(summary);
  name_elements(summary, elements, out);
  return out;
}

std::string_view shared_folder_of(const BatchSummary& summary) {
  if (summary.reports.empty()) return {};
  const std::string_view first = summary.reports.front().source;
  std::size_t size = first.rfind('/') + 1;
  for (const ReportRecord& each : summary.reports) {
    while (size > 0 && !each.source.starts_with(first.substr(0, size))) size = size < 2 ? 0 : first.rfind('/', size - 2) + 1;
  }
  return first.substr(0, size);
}

const std::string& title_of_checklist(const BatchSummary& summary, const std::string& id) {
  const auto found = std::find_if(summary.checklists.begin(), summary.checklists.end(),
                                  [&](const ChecklistReference& each) { return each.id == id; });
  return found == summary.checklists.end() ? id : found->title;
}

}  // namespace fazhi
