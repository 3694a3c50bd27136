#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "audit/batch_summary.hpp"
#include "batch/match_units.hpp"
#include "batch/roster.hpp"
#include "checklist/roster_rules.hpp"

namespace fazhi {

struct SubmissionOptions {
  std::string as_of;        ///< ISO date: the day on which the states are told
  std::string deadline;     ///< ISO date for units whose row has none; maybe ""
  std::optional<int> year;  ///< report year of the batch; where none is given, that of most reports
  bool has_publication_days = false;  ///< the roster has a column for the day of publication
};

/// The report year that most of `reports` name, the later one of two that as
/// many name; none where no report names one.
[[nodiscard]] std::optional<int> year_of(std::span<const ReportRecord> reports);

/// The last day on which a report of `report_year` is published in time
/// (《法治政府建设与责任落实督察工作规定》第二十四条, as `rule` has it), ISO.
[[nodiscard]] std::string publication_day(int report_year, const PublicationRule& rule);

/// Tells how each of `units` stands to the report that it owes, from
/// `summary.reports` and `matches` (one for each report), and sets of `summary`:
/// `units`, `unowned`, `year`, `as_of`, `deadline`, and each report's `unit` and
/// `unit_doubt`.
///
/// - Of a unit's reports that can be read and are of the batch's year the one
///   counts that was signed last, since a report that was put right is signed anew;
///   of those signed on one day, or not dated, the last one in the inputs' order,
///   since what is sent later is filed later. Reports whose unit is certain go
///   before doubtful ones, and reports that name the year before those that name
///   none, which count with a doubt. All others are `other_reports`; where more
///   than one is of the year the unit is a `duplicate`.
/// - `unreadable`: no report counts, and one of those that came cannot be read (it
///   may be of the year); `wrong_year`: all that came are of other years.
/// - `late`: the day of submission in the roster, or where it has none the day
///   of signature (not after `as_of`), lies behind the unit's deadline; a report
///   cannot be sent before it is signed.
/// - `days_left` of absent reports with a deadline.
/// - `published_in_time`: the day of publication is at or before
///   `publication_day`; false where that has passed and the roster, which has a
///   column for it, names neither day nor address.
void fill_submissions(BatchSummary& summary, std::span<const RosterUnit> units, std::span<const UnitMatch> matches,
                      const SubmissionOptions& options, const RosterRules& rules = builtin_roster_rules());

}  // namespace fazhi
