#include "present/batch_wording.hpp"

namespace fazhi {
namespace {

MessageId message_of(Submission state) {
  switch (state) {
    case Submission::submitted:
      return MessageId::submission_submitted;
    case Submission::late:
      return MessageId::submission_late;
    case Submission::absent:
      return MessageId::submission_absent;
    case Submission::wrong_year:
      return MessageId::submission_wrong_year;
    case Submission::unreadable:
      return MessageId::submission_unreadable;
  }
  return MessageId::submission_absent;
}

std::string absence_of(int days_left, Language language) {
  if (days_left == 0) return say(MessageId::submission_due_today, language);
  const MessageId id = days_left > 0 ? MessageId::submission_days_left : MessageId::submission_overdue;
  // Negated as long long: the least int has no positive counterpart.
  const long long days = days_left;
  return say(id, language, std::to_string(days > 0 ? days : -days));
}

}  // namespace

std::string word_of(Submission state, Language language) { return say(message_of(state), language); }

std::string state_of(const UnitRecord& unit, Language language) {
  const bool counted = unit.state == Submission::absent && unit.days_left;
  std::string state = counted ? absence_of(*unit.days_left, language) : word_of(unit.state, language);
  return unit.duplicate ? say(MessageId::submission_duplicate, language, std::move(state)) : state;
}

std::string publication_of(const UnitRecord& unit, Language language) {
  if (!unit.published_in_time) return {};
  if (*unit.published_in_time) return say(MessageId::publication_in_time, language);
  return say(unit.published_on.empty() ? MessageId::publication_none : MessageId::publication_late, language);
}

Verdict verdict_of(const ReportRecord& report) {
  if (report.error) return Verdict::unreadable;
  if (!report.score.passed) return Verdict::open;
  return *report.score.passed ? Verdict::passed : Verdict::failed;
}

const std::string& name_of_report(const BatchSummary& summary, const ReportRecord& report) {
  if (report.unit) return summary.units[*report.unit].unit;
  return report.identity.unit.empty() ? report.source : report.identity.unit;
}

std::string name_of_other(const BatchSummary& summary, const SimilarPair& pair, Language language) {
  if (pair.other) {
    const ReportRecord& other = summary.reports[*pair.other];
    const std::string& name = name_of_report(summary, other);
    const bool is_same = other.unit && other.unit == summary.reports[pair.report].unit;
    return is_same ? say(MessageId::same_unit_report, language, name) : name;
  }
  return say(MessageId::last_year_report, language, pair.other_source);
}

}  // namespace fazhi
