#include "batch/run_batch.hpp"

#include <algorithm>
#include <utility>

#include "batch/batch_folder.hpp"
#include "batch/find_copies.hpp"
#include "batch/judge_inputs.hpp"
#include "batch/mark_copies.hpp"
#include "batch/match_units.hpp"
#include "batch/ranking.hpp"
#include "batch/report_record.hpp"
#include "batch/roster.hpp"
#include "batch/submissions.hpp"
#include "batch/write_outputs.hpp"
#include "document/read.hpp"

namespace fazhi {
namespace {

class BatchRun {
 public:
  BatchRun(const BatchOptions& options, ReportJudge& judge, const BatchWatch& watch)
      : options_(options), judge_(judge), watch_(watch), set_phrases_(rules().set_phrases) {}

  Result<BatchResult> run() {
    // A roster that is wrong is told before anything is touched.
    if (auto error = open_roster()) return *error;
    if (auto error = folder_.open(options_.output)) return *error;
    if (auto error = read()) return *error;
    if (watch_.stopped() || inputs_.stopped) return stopped();
    Result<SimilarityIndex> index = std::move(inputs_.index).build();
    if (!index) return index.error();
    match();
    if (auto error = look_for_copies(*index)) return *error;
    if (watch_.stopped()) return stopped();
    sum_up();
    if (auto error = write_outputs(result_.summary, options_, folder_, loader(), watch_)) return *error;
    if (watch_.stopped()) return stopped();
    if (auto error = folder_.finish(inputs_.text_names())) return *error;
    return std::move(result_);
  }

 private:
  const SimilarityRules& rules() const { return judge_.first().compiled().checklist().language.similarity; }

  std::optional<Message> open_roster() {
    if (options_.roster.empty()) return std::nullopt;
    const Result<std::string> bytes = read_bytes(options_.roster);
    if (!bytes) return bytes.error();
    Result<Roster> roster = read_roster(*bytes, options_.roster);
    if (!roster) return roster.error();
    roster_ = std::move(*roster);
    return std::nullopt;
  }

  std::optional<Message> read() {
    if (auto error = inputs_.index.keep_in_file(folder_.scratch_file("samples"))) return error;
    if (auto error = judge_inputs(options_, judge_, folder_, set_phrases_, watch_, inputs_)) return error;
    result_.reused = inputs_.reused;
    if (inputs_.stopped) return std::nullopt;
    return read_previous(options_, judge_, folder_, set_phrases_, watch_, inputs_);
  }

  void match() {
    units_ = roster_ ? std::move(roster_->units) : units_of_reports(inputs_.reports);
    matches_ = match_units(units_, inputs_.reports);
    for (std::size_t report = 0; report < matches_.size(); ++report) {
      inputs_.reports[report].unit = matches_[report].unit;
      inputs_.reports[report].unit_doubt = matches_[report].doubt;
    }
  }

  std::optional<Message> look_for_copies(const SimilarityIndex& index) {
    Result<Copies> found = find_copies(options_, folder_, index, inputs_, set_phrases_, rules().copied_percent, watch_);
    if (!found) return found.error();
    Copies& copies = *found;
    // A search that was cut short would take findings away that still hold.
    if (watch_.stopped()) return std::nullopt;
    if (auto error = mark_copies(options_, judge_, folder_, set_phrases_, copies, inputs_)) return error;
    BatchSummary& summary = result_.summary;
    result_.pairs = copies.pairs.size() + copies.more_pairs;
    summary.similar = std::move(copies.pairs);
    if (copies.more_pairs > 0) summary.notes.push_back({MessageId::batch_more_pairs, {std::to_string(copies.more_pairs)}});
    result_.copied = static_cast<std::size_t>(
        std::count_if(copies.origins.begin(), copies.origins.end(), [](const auto& each) { return each.has_value(); }));
    return std::nullopt;
  }

  void sum_up() {
    BatchSummary& summary = result_.summary;
    summary.reports = std::move(inputs_.reports);
    summary.has_roster = roster_.has_value();
    const SubmissionOptions submission{options_.as_of, options_.deadline, options_.year, roster_ && roster_->has_publication_days};
    fill_submissions(summary, units_, matches_, submission);
    units_ = {};
    matches_ = {};
    const Message title = summary.year ? Message{MessageId::batch_title, {std::to_string(*summary.year)}}
                                       : Message{MessageId::batch_title_without_year, {}};
    summary.title = render(title, options_.language);
    rank_reports();
    result_.remarks = std::move(inputs_.remarks);
    if (const auto remark = several_reports(summary.reports)) result_.remarks.push_back(*remark);
    if (roster_) result_.remarks.insert(result_.remarks.end(), roster_->notes.begin(), roster_->notes.end());
    summary.notes.insert(summary.notes.end(), result_.remarks.begin(), result_.remarks.end());
  }

  /// Names the files that hold reports of other units beside the one that was audited.
  static std::optional<Message> several_reports(const std::vector<ReportRecord>& reports) {
    constexpr std::size_t kNamed = 10;
    std::string names;
    std::size_t files = 0;
    for (const ReportRecord& each : reports) {
      if (each.identity.other_reports == 0) continue;
      ++files;
      if (files <= kNamed) names += (files > 1 ? "、" : "") + each.source;
    }
    if (files == 0) return std::nullopt;
    return Message{MessageId::batch_several_reports, {std::to_string(files), names + (files > kNamed ? " …" : "")}};
  }

  void rank_reports() {
    BatchSummary& summary = result_.summary;
    std::vector<std::size_t> counting;
    for (const UnitRecord& each : summary.units) {
      if (each.report) counting.push_back(*each.report);
    }
    summary.ranking = rank(summary.reports, counting);
    std::vector<const Checklist*> checklists;
    for (const ReportRecord& each : summary.reports) {
      const auto is_its = [&](const ChecklistReference& reference) { return reference.id == each.checklist; };
      if (each.error || std::any_of(summary.checklists.begin(), summary.checklists.end(), is_its)) continue;
      const Auditor* auditor = judge_.find_by_id(each.checklist);
      if (auditor == nullptr) continue;
      summary.checklists.push_back(auditor->reference());
      checklists.push_back(&auditor->compiled().checklist());
    }
    summary.rates = rates_of(summary.reports, counting, checklists, options_.language);
  }

  ReportLoader loader() const {
    return [this](std::size_t report) -> Result<LoadedReport> {
      const std::string name = BatchFolder::audit_name(result_.summary.reports[report].file_stem);
      const std::optional<std::string> xml = folder_.read(name);
      std::optional<Audit> audit = xml ? audit_in(*xml) : std::nullopt;
      if (!audit) return folder_.changed(name);
      LoadedReport loaded{std::move(*audit), std::nullopt};
      const JudgedInputs::Text& text = inputs_.texts[report];
      if (!text.is_there()) return loaded;
      Result<StoredText> stored = load_text(folder_, text);
      if (!stored) return stored.error();
      loaded.text = std::move(*stored);
      return loaded;
    };
  }

  Result<BatchResult> stopped() {
    result_.stopped = true;
    if (result_.summary.reports.empty()) result_.summary.reports = std::move(inputs_.reports);
    return std::move(result_);
  }

  const BatchOptions& options_;
  ReportJudge& judge_;
  const BatchWatch& watch_;
  SetPhrases set_phrases_;
  std::optional<Roster> roster_;
  std::vector<RosterUnit> units_;
  std::vector<UnitMatch> matches_;  ///< of each report
  BatchFolder folder_;
  JudgedInputs inputs_;
  BatchResult result_;
};

}  // namespace

Result<BatchResult> run_batch(const BatchOptions& options, ReportJudge& judge, const BatchWatch& watch) {
  return BatchRun(options, judge, watch).run();
}

}  // namespace fazhi
