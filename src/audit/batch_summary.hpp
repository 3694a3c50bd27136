#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit.hpp"

namespace fazhi {

/// How a unit stands to the report that it owes.
enum class Submission {
  submitted,   ///< 已报送
  late,        ///< 逾期报送: sent behind the deadline
  absent,      ///< 未报送
  wrong_year,  ///< 年度不符: only reports of other years came
  unreadable,  ///< 无法读取: what came could not be read
};

/// "submitted", "late", "absent", "wrong-year", "unreadable".
[[nodiscard]] std::string_view name_of(Submission state);
[[nodiscard]] std::optional<Submission> submission_from(std::string_view name);

/// How often a report has a defect of its text.
struct DefectCount {
  std::string id;
  std::string title;
  std::uint32_t count = 0;  ///< at least 1

  bool operator==(const DefectCount&) const = default;
};

/// A report of the batch, as much of it as the whole batch can keep in memory;
/// the rest stands in its own XML file.
struct ReportRecord {
  std::string source;     ///< as the input was named
  std::string file_stem;  ///< of its XML and its page in the output folder; unique in the batch
  std::string sha256;
  std::optional<Message> error;  ///< where set, only `source` and `file_stem` hold beside it
  std::string checklist;         ///< id of the checklist that it was held against
  Identity identity;
  Score score;
  std::vector<Status> statuses;            ///< of the checklist's elements, in its order
  std::vector<DefectCount> defects;        ///< those that it has, in the order in which the audit tells them first
  std::optional<std::size_t> unit;         ///< index into BatchSummary::units; none for one that no unit owes
  bool recognized = false;                 ///< the text was recognized in pictures of pages
  std::optional<Message> unit_doubt;       ///< why a person should check whose it is; without `unit`, why it has none

  [[nodiscard]] std::size_t defect_count() const;
};

/// A unit of the roster; without a roster, one for each unit that sent a report.
struct UnitRecord {
  std::string unit;
  std::string level;     ///< as the roster words it, maybe ""
  std::string superior;  ///< maybe ""
  std::string contact;
  std::string deadline;      ///< ISO date, maybe ""
  std::string submitted_on;  ///< ISO date, maybe ""
  std::string published_on;  ///< ISO date, maybe ""
  std::string published_at;  ///< address, maybe ""
  Submission state = Submission::absent;
  bool duplicate = false;                 ///< 重复报送: more than one report of the year came
  std::optional<int> days_left;           ///< of an absent report: from --as-of to the deadline; negative when overdue
  std::optional<bool> published_in_time;  ///< by the day that the law sets; none where nothing is known of it
  std::optional<std::size_t> report;      ///< index into BatchSummary::reports of the one that counts
  std::vector<std::size_t> other_reports; ///< the rest that came from it
  std::optional<Message> doubt;           ///< why a person should check that the report is this unit's
};

/// A place in the ranking. Units with the same score share a rank, and the next
/// rank is that of its place in the list (1, 2, 2, 4).
struct RankedUnit {
  std::size_t report = 0;  ///< index into BatchSummary::reports
  int rank = 0;            ///< by the least score that is certain
  int best_rank = 0;       ///< if every undecided element of it were met and of all others not
  int worst_rank = 0;      ///< the other way round
};

/// An element over all reports that were held against its checklist.
struct ElementRate {
  std::string checklist;
  std::string id;
  std::string title;
  std::size_t met = 0;
  std::size_t partial = 0;
  std::size_t missing = 0;
  std::size_t undecided = 0;
  std::size_t not_counted = 0;  ///< not applicable, or waived

  /// Counts one more report, in which the element has this status.
  void add(Status status);
  [[nodiscard]] std::size_t counted() const { return met + partial + missing + undecided; }
};

/// A passage that stands in two reports.
struct SharedText {
  std::string here;              ///< as in the one report
  std::string there;             ///< as in the other
  std::uint32_t paragraph_here = 0;   ///< from 1
  std::uint32_t paragraph_there = 0;  ///< from 1
};

/// Two reports that share more than set phrases.
struct SimilarPair {
  std::size_t report = 0;              ///< index into BatchSummary::reports
  std::optional<std::size_t> other;    ///< the same; none for a report of last year
  std::string other_source;            ///< the other's source, whichever it is
  int share_percent = 0;               ///< of `report`'s own text that stands in the other
  int other_share_percent = 0;         ///< of the other's that stands in `report`
  std::vector<SharedText> passages;    ///< the longest ones, longest first
};

/// What one run over a batch found.
struct BatchSummary {
  std::string title;       ///< "2024年度法治政府建设年度报告审查汇总"
  std::string as_of;       ///< ISO date
  std::string deadline;    ///< ISO date where one holds for all, else ""
  std::optional<int> year; ///< that the batch is of
  bool has_roster = false;
  std::vector<ChecklistReference> checklists;
  std::vector<ReportRecord> reports;      ///< in the inputs' order
  std::vector<UnitRecord> units;          ///< in the roster's order
  std::vector<std::size_t> unowned;       ///< reports that belong to no unit of the roster
  std::vector<RankedUnit> ranking;        ///< best first; each unit's counting report once
  std::vector<ElementRate> rates;         ///< by checklist, in its order
  std::vector<SimilarPair> similar;       ///< highest share first
  std::vector<Message> notes;
};

}  // namespace fazhi
