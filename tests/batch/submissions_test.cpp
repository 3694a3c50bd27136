#include "batch/submissions.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

namespace fazhi {
namespace {

struct Sent {
  std::string signed_on;
  std::optional<int> year = 2024;
  bool readable = true;
  bool doubtful = false;
};

RosterUnit owing(std::string deadline = "2025-03-01") {
  RosterUnit unit;
  unit.unit = "上河镇";
  unit.deadline = std::move(deadline);
  return unit;
}

SubmissionOptions options(std::string as_of = "2025-03-10") {
  SubmissionOptions out;
  out.as_of = std::move(as_of);
  out.year = 2024;
  return out;
}

BatchSummary told(const RosterUnit& unit, const std::vector<Sent>& sent, const SubmissionOptions& how = options()) {
  BatchSummary summary;
  std::vector<UnitMatch> matches;
  for (const Sent& each : sent) {
    ReportRecord report;
    report.source = "a.docx";
    report.identity.year = each.year;
    report.identity.signature_date = each.signed_on;
    if (!each.readable) report.error = Message{MessageId::input_damaged, {}};
    summary.reports.push_back(std::move(report));
    UnitMatch match{0, std::nullopt};
    if (each.doubtful) match.doubt = Message{MessageId::match_by_file_name, {}};
    matches.push_back(std::move(match));
  }
  fill_submissions(summary, std::vector{unit}, matches, how);
  return summary;
}

/// State, which report counts, the others, "twice", days left, doubt.
std::string shown(const RosterUnit& unit, const std::vector<Sent>& sent, const SubmissionOptions& how = options()) {
  const BatchSummary summary = told(unit, sent, how);
  const UnitRecord& record = summary.units.at(0);
  std::string out(name_of(record.state));
  if (record.report) out += " " + std::to_string(*record.report);
  for (const std::size_t other : record.other_reports) out += " +" + std::to_string(other);
  if (record.duplicate) out += " twice";
  if (record.days_left) out += " " + std::to_string(*record.days_left) + " days";
  if (record.doubt) out += " " + std::string(code_of(record.doubt->id));
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(submissions)

BOOST_AUTO_TEST_CASE(states) {
  BOOST_TEST(shown(owing(), {{"2025-02-20"}}) == "submitted 0");
  BOOST_TEST(shown(owing(), {{"2025-03-01"}}) == "submitted 0");
  BOOST_TEST(shown(owing(), {{"2025-03-02"}}) == "late 0");
  BOOST_TEST(shown(owing(), {{""}}) == "submitted 0");
  BOOST_TEST(shown(owing(""), {{"2025-03-02"}}) == "submitted 0");
  BOOST_TEST(shown(owing(), {{"2035-03-02"}}) == "submitted 0", "a date behind the day of telling is a slip");
  BOOST_TEST(shown(owing(), {{"2025-02-20", 2023}}) == "wrong-year +0");
  BOOST_TEST(shown(owing(), {{"", std::nullopt, false}}) == "unreadable +0");
  BOOST_TEST(shown(owing(), {{"", std::nullopt, false}, {"", 2023}}) == "unreadable +0 +1");
  BOOST_TEST(shown(owing(), {{"", std::nullopt, false}, {"2025-02-20"}}) == "submitted 1 +0");
  BOOST_TEST(shown(owing(), {{"", 2023}, {"2025-02-20"}}) == "submitted 1 +0");
  BOOST_TEST(shown(owing(), {{"", std::nullopt}}) == "submitted 0 submission.year-unknown");
  BOOST_TEST(shown(owing(), {{"", 2024, true, true}}) == "submitted 0 match.by-file-name");
}

BOOST_AUTO_TEST_CASE(days_left_and_overdue) {
  BOOST_TEST(shown(owing(), {}) == "absent -9 days");
  BOOST_TEST(shown(owing(), {}, options("2025-02-27")) == "absent 2 days");
  BOOST_TEST(shown(owing(), {}, options("2025-03-01")) == "absent 0 days");
  BOOST_TEST(shown(owing("2024-03-01"), {}, options("2024-02-28")) == "absent 2 days");
  BOOST_TEST(shown(owing(""), {}) == "absent");
  SubmissionOptions all = options();
  all.deadline = "2025-03-20";
  BOOST_TEST(shown(owing(""), {}, all) == "absent 10 days");
  BOOST_TEST(shown(owing(), {}, all) == "absent -9 days", "a unit's own deadline goes before");
}

BOOST_AUTO_TEST_CASE(the_roster_tells_when_it_was_sent) {
  RosterUnit unit = owing();
  unit.submitted_on = "2025-03-05";
  BOOST_TEST(shown(unit, {{"2025-02-20"}}) == "late 0");
  BOOST_TEST(shown(unit, {}) == "absent -9 days submission.without-file");
  unit.submitted_on = "2025-03-01";
  BOOST_TEST(shown(unit, {{"2025-03-04"}}) == "submitted 0");
}

BOOST_AUTO_TEST_CASE(which_of_several_counts) {
  BOOST_TEST(shown(owing(), {{"2025-02-20"}, {"2025-02-10"}}) == "submitted 0 +1 twice");
  BOOST_TEST(shown(owing(), {{"2025-02-10"}, {"2025-02-20"}}) == "submitted 1 +0 twice");
  BOOST_TEST(shown(owing(), {{"2025-02-20"}, {"2025-02-20"}}) == "submitted 1 +0 twice");
  BOOST_TEST(shown(owing(), {{"2025-02-20"}, {""}}) == "submitted 0 +1 twice");
  BOOST_TEST(shown(owing(), {{"2025-02-10"}, {"2025-02-20", std::nullopt}}) == "submitted 0 +1 twice");
  BOOST_TEST(shown(owing(), {{"2025-02-10"}, {"2025-02-20", 2024, true, true}}) == "submitted 0 +1 twice match.by-file-name");
  BOOST_TEST(shown(owing(), {{"2025-02-10"}, {"2025-02-20", 2023}}) == "submitted 0 +1");
}

BOOST_AUTO_TEST_CASE(publication_by_the_day_that_the_rule_sets) {
  const auto in_time = [](RosterUnit unit, std::string as_of, bool has_column = true) {
    SubmissionOptions how = options(std::move(as_of));
    how.has_publication_days = has_column;
    const auto value = told(unit, {}, how).units.at(0).published_in_time;
    return !value ? "unknown" : *value ? "yes" : "no";
  };
  BOOST_TEST(publication_day(2024, builtin_roster_rules().publication) == "2025-04-01");
  RosterUnit unit = owing();
  BOOST_TEST(in_time(unit, "2025-04-01") == "unknown");
  BOOST_TEST(in_time(unit, "2025-04-02") == "no");
  BOOST_TEST(in_time(unit, "2025-04-02", false) == "unknown");
  unit.published_at = "http://example.invalid/a";
  BOOST_TEST(in_time(unit, "2025-04-02") == "unknown");
  unit.published_on = "2025-04-01";
  BOOST_TEST(in_time(unit, "2025-04-02") == "yes");
  unit.published_on = "2025-04-02";
  BOOST_TEST(in_time(unit, "2025-04-02") == "no");
  unit = owing();
  unit.publication_unclear = true;
  BOOST_TEST(in_time(unit, "2025-04-02") == "unknown");
}

BOOST_AUTO_TEST_CASE(year_and_unowned_reports) {
  BatchSummary summary;
  for (const int year : {2023, 2024, 2024, 2023, 2022}) {
    ReportRecord report;
    report.identity.year = year;
    summary.reports.push_back(report);
  }
  BOOST_TEST(year_of(summary.reports).value() == 2024);
  BOOST_TEST(!year_of({}).has_value());
  std::vector<UnitMatch> matches(summary.reports.size());
  matches[0].unit = 0;
  matches[1].doubt = Message{MessageId::match_nameless, {}};
  SubmissionOptions how;
  fill_submissions(summary, std::vector{owing()}, matches, how);
  BOOST_TEST(summary.year.value() == 2024);
  BOOST_TEST(summary.unowned == (std::vector<std::size_t>{1, 2, 3, 4}), boost::test_tools::per_element());
  BOOST_TEST(summary.reports[0].unit.value() == 0U);
  BOOST_TEST((summary.reports[1].unit_doubt->id == MessageId::match_nameless));
  BOOST_TEST((summary.units.at(0).state == Submission::wrong_year));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
