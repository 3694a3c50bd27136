#include "batch/submissions.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "base/iso_date.hpp"

namespace fazhi {
namespace {

/// Days from `from` to `to`, both ISO dates.
int days_between(std::string_view from, std::string_view to) {
  return static_cast<int>((day_from(to) - day_from(from)).count());
}

class SubmissionTeller {
 public:
  SubmissionTeller(BatchSummary& summary, const SubmissionOptions& options, const RosterRules& rules)
      : summary_(summary), options_(options), rules_(rules) {}

  UnitRecord tell(const RosterUnit& unit, const std::vector<std::size_t>& reports) {
    UnitRecord record;
    record.unit = unit.unit;
    record.level = unit.level;
    record.superior = unit.superior;
    record.contact = unit.contact;
    record.deadline = unit.deadline.empty() ? options_.deadline : unit.deadline;
    record.submitted_on = unit.submitted_on;
    record.published_on = unit.published_on;
    record.published_at = unit.published_at;
    record.published_in_time = published_in_time(unit);
    take_reports(record, reports);
    if (record.report) {
      record.state = is_late(record) ? Submission::late : Submission::submitted;
      tell_doubt(record);
    } else {
      tell_absence(record);
    }
    return record;
  }

 private:
  const ReportRecord& report(std::size_t index) const { return summary_.reports[index]; }

  bool may_count(std::size_t index) const {
    const auto& year = report(index).identity.year;
    return !report(index).error && (!year || !summary_.year || *year == *summary_.year);
  }

  /// What decides which of a unit's reports counts; the greatest does.
  auto precedence(std::size_t index) const {
    const ReportRecord& each = report(index);
    return std::tuple(!each.unit_doubt.has_value(), each.identity.year.has_value(),
                      std::string_view(each.identity.signature_date), index);
  }

  void take_reports(UnitRecord& record, const std::vector<std::size_t>& reports) const {
    std::size_t of_the_year = 0;
    for (const std::size_t index : reports) {
      if (!may_count(index)) continue;
      ++of_the_year;
      if (!record.report || precedence(index) > precedence(*record.report)) record.report = index;
    }
    record.duplicate = of_the_year > 1;
    for (const std::size_t index : reports) {
      if (record.report != index) record.other_reports.push_back(index);
    }
  }

  bool is_late(const UnitRecord& record) const {
    if (record.deadline.empty()) return false;
    if (!record.submitted_on.empty()) return record.submitted_on > record.deadline;
    const std::string& signed_on = report(*record.report).identity.signature_date;
    const bool is_plausible = options_.as_of.empty() || signed_on <= options_.as_of;
    return is_iso_date(signed_on) && is_plausible && signed_on > record.deadline;
  }

  void tell_doubt(UnitRecord& record) const {
    const ReportRecord& counting = report(*record.report);
    record.doubt = counting.unit_doubt;
    for (const std::size_t other : record.other_reports) {
      if (!record.doubt) record.doubt = report(other).unit_doubt;
    }
    if (!record.doubt && !counting.identity.year && summary_.year) {
      record.doubt = Message{MessageId::submission_year_unknown, {counting.source, std::to_string(*summary_.year)}};
    }
  }

  void tell_absence(UnitRecord& record) {
    const auto& others = record.other_reports;
    for (const std::size_t other : others) {
      if (!record.doubt) record.doubt = report(other).unit_doubt;
    }
    if (std::any_of(others.begin(), others.end(), [&](std::size_t each) { return report(each).error.has_value(); })) {
      record.state = Submission::unreadable;
    } else if (!others.empty()) {
      record.state = Submission::wrong_year;
    } else {
      record.state = Submission::absent;
      if (!record.deadline.empty() && is_iso_date(options_.as_of)) {
        record.days_left = days_between(options_.as_of, record.deadline);
      }
      if (!record.submitted_on.empty()) {
        record.doubt = Message{MessageId::submission_without_file, {record.unit, record.submitted_on}};
      }
    }
  }

  std::optional<bool> published_in_time(const RosterUnit& unit) const {
    if (!summary_.year) return std::nullopt;
    const std::string last_day = publication_day(*summary_.year, rules_.publication);
    if (!unit.published_on.empty()) return unit.published_on <= last_day;
    const bool is_unknown = !options_.has_publication_days || unit.publication_unclear || !unit.published_at.empty();
    if (is_unknown || options_.as_of.empty() || options_.as_of <= last_day) return std::nullopt;
    return false;
  }

  BatchSummary& summary_;
  const SubmissionOptions& options_;
  const RosterRules& rules_;
};

}  // namespace

std::optional<int> year_of(std::span<const ReportRecord> reports) {
  std::map<int, std::size_t> counts;
  for (const ReportRecord& report : reports) {
    if (!report.error && report.identity.year) ++counts[*report.identity.year];
  }
  std::optional<int> best;
  for (const auto& [year, count] : counts) {
    if (!best || count >= counts[*best]) best = year;
  }
  return best;
}

std::string publication_day(int report_year, const PublicationRule& rule) {
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return std::to_string(report_year + 1) + '-' + two(rule.month) + '-' + two(rule.day);
}

void fill_submissions(BatchSummary& summary, std::span<const RosterUnit> units, std::span<const UnitMatch> matches,
                      const SubmissionOptions& options, const RosterRules& rules) {
  summary.as_of = options.as_of;
  summary.deadline = options.deadline;
  summary.year = options.year ? options.year : year_of(summary.reports);
  summary.units.clear();
  summary.unowned.clear();
  std::vector<std::vector<std::size_t>> reports_of(units.size());
  for (std::size_t index = 0; index < summary.reports.size(); ++index) {
    ReportRecord& report = summary.reports[index];
    report.unit = matches[index].unit;
    report.unit_doubt = matches[index].doubt;
    if (report.unit) {
      reports_of[*report.unit].push_back(index);
    } else {
      summary.unowned.push_back(index);
    }
  }
  SubmissionTeller teller(summary, options, rules);
  std::vector<UnitRecord> records;
  records.reserve(units.size());
  for (std::size_t index = 0; index < units.size(); ++index) records.push_back(teller.tell(units[index], reports_of[index]));
  summary.units = std::move(records);
}

}  // namespace fazhi
