#include "batch/units_of_reports.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "text/normalize.hpp"

namespace fazhi {
namespace {

void settle(UnitRecord& unit, const std::vector<std::size_t>& sent, const BatchSummary& summary) {
  const auto is_of_year = [&](std::size_t report) {
    const std::optional<int>& year = summary.reports[report].identity.year;
    return !year || !summary.year || *year == *summary.year;
  };
  for (const std::size_t report : sent) {
    const std::string& date = summary.reports[report].identity.signature_date;
    if (!is_of_year(report)) continue;
    unit.duplicate = unit.report.has_value();
    if (!unit.report || date >= summary.reports[*unit.report].identity.signature_date) unit.report = report;
  }
  unit.state = unit.report ? Submission::submitted : Submission::wrong_year;
  for (const std::size_t report : sent) {
    if (unit.report != report) unit.other_reports.push_back(report);
  }
}

}  // namespace

std::optional<int> year_of_most(const std::vector<ReportRecord>& reports) {
  std::map<int, std::size_t> counts;
  for (const ReportRecord& each : reports) {
    if (!each.error && each.identity.year) ++counts[*each.identity.year];
  }
  const auto most = std::max_element(counts.begin(), counts.end(),
                                     [](const auto& a, const auto& b) { return a.second <= b.second; });
  return most == counts.end() ? std::nullopt : std::optional(most->first);
}

void take_units_from_reports(BatchSummary& summary) {
  std::unordered_map<std::string, std::size_t> places;
  std::vector<std::vector<std::size_t>> sent;
  for (std::size_t report = 0; report < summary.reports.size(); ++report) {
    ReportRecord& record = summary.reports[report];
    if (record.error || record.identity.unit.empty()) {
      summary.unowned.push_back(report);
      continue;
    }
    const auto [place, is_new] = places.try_emplace(normalize_phrase(record.identity.unit), summary.units.size());
    if (is_new) {
      UnitRecord unit;
      unit.unit = record.identity.unit;
      unit.deadline = summary.deadline;
      summary.units.push_back(std::move(unit));
      sent.emplace_back();
    }
    record.unit = place->second;
    sent[place->second].push_back(report);
  }
  for (std::size_t unit = 0; unit < summary.units.size(); ++unit) settle(summary.units[unit], sent[unit], summary);
}

}  // namespace fazhi
