#include "cli/batch_command.hpp"

#include <algorithm>
#include <array>
#include <iostream>
#include <thread>

#include "audit/points.hpp"
#include "base/sha256.hpp"
#include "batch/run_batch.hpp"
#include "cli/progress.hpp"
#include "cli/stop_on_signal.hpp"
#include "document/read.hpp"
#include "present/batch_figures.hpp"
#include "present/printable.hpp"

namespace fazhi {
namespace {

/// Places of the ranking that the account tells, from either end.
constexpr std::size_t kToldPlaces = 3;
/// Units and files that the account lists; the summary has them all.
constexpr std::size_t kToldLines = 30;

/// Tells builds of the program apart whose version is the same.
std::string this_build() {
  const Result<std::string> program = read_bytes("/proc/self/exe");
  return program ? sha256_hex(*program) : std::string();
}

MessageId activity_of(BatchPhase phase) {
  switch (phase) {
    case BatchPhase::judging:
      return MessageId::progress_audited;
    case BatchPhase::previous:
      return MessageId::progress_previous;
    case BatchPhase::comparing:
      return MessageId::progress_comparing;
    case BatchPhase::pages:
      return MessageId::progress_pages;
    case BatchPhase::workbook:
      return MessageId::progress_workbook;
  }
  return MessageId::progress_audited;
}

class Account {
 public:
  Account(const BatchOptions& options, const BatchResult& result)
      : options_(options), result_(result), summary_(result.summary) {}

  void write() const {
    const auto unreadable = std::count_if(summary_.reports.begin(), summary_.reports.end(),
                                          [](const ReportRecord& each) { return each.error.has_value(); });
    const std::size_t read = summary_.reports.size() - static_cast<std::size_t>(unreadable);
    say({MessageId::batch_reports, {std::to_string(summary_.reports.size()), std::to_string(read - result_.reused),
                                    std::to_string(result_.reused), std::to_string(unreadable)}});
    write_states();
    write_absent();
    write_ranking();
    if (result_.pairs > 0) {
      say({MessageId::batch_alike, {std::to_string(result_.pairs), std::to_string(result_.copied)}});
    }
    say({MessageId::batch_written, {options_.output}});
  }

  void write_errors() const {
    std::size_t told = 0;
    for (const ReportRecord& each : summary_.reports) {
      if (each.error && told++ < kToldLines) complain(*each.error);
    }
    if (told > kToldLines) std::cerr << "… (" << told - kToldLines << ")\n";
    for (const Message& each : result_.remarks) complain(each);
  }

  void complain(const Message& message) const {
    std::cerr << printable(render(message, options_.language)) << '\n';
  }

 private:
  void say(const Message& message) const { std::cout << printable(render(message, options_.language)) << '\n'; }
  void say_inside(const Message& message) const {
    std::cout << "  " << printable(render(message, options_.language)) << '\n';
  }

  void write_states() const {
    std::array<std::size_t, 5> counts{};
    std::size_t duplicates = 0;
    for (const UnitRecord& each : summary_.units) {
      ++counts.at(static_cast<std::size_t>(each.state));
      duplicates += each.duplicate ? 1 : 0;
    }
    Message message{MessageId::batch_states, {std::to_string(summary_.units.size())}};
    for (const std::size_t each : counts) message.arguments.push_back(std::to_string(each));
    message.arguments.push_back(std::to_string(duplicates));
    say(message);
    if (!summary_.unowned.empty()) say({MessageId::batch_unowned, {std::to_string(summary_.unowned.size())}});
  }

  void write_absent() const {
    std::size_t told = 0;
    for (const UnitRecord& each : summary_.units) {
      if (each.state != Submission::absent) continue;
      if (told == 0) say({MessageId::batch_absent, {}});
      if (told++ >= kToldLines) continue;
      if (!each.days_left) {
        say_inside(verbatim(each.unit));
      } else if (*each.days_left >= 0) {
        say_inside({MessageId::batch_days_left, {each.unit, std::to_string(*each.days_left)}});
      } else {
        say_inside({MessageId::batch_days_over, {each.unit, std::to_string(-*each.days_left)}});
      }
    }
    if (told > kToldLines) std::cout << "  … (" << told - kToldLines << ")\n";
  }

  void write_place(const RankedUnit& place) const {
    const ReportRecord& report = summary_.reports[place.report];
    const std::string& unit = report.unit ? summary_.units[*report.unit].unit : report.identity.unit;
    std::string points = points_text(report.score.awarded_hundredths);
    if (report.score.possible_hundredths != kUsualWhole) {
      points = render({MessageId::score_of_fewer, {points, points_text(report.score.possible_hundredths), points_text(share_of(report.score))}},
                      options_.language);
    }
    say_inside({MessageId::batch_ranked, {std::to_string(place.rank), unit, points}});
  }

  void write_ranking() const {
    const auto& ranking = summary_.ranking;
    if (ranking.empty()) return;
    const bool has_shares = std::any_of(ranking.begin(), ranking.end(), [&](const RankedUnit& each) {
      return summary_.reports[each.report].score.possible_hundredths != kUsualWhole;
    });
    say({has_shares ? MessageId::batch_ranking_shares : MessageId::batch_ranking, {}});
    const std::size_t best = std::min(kToldPlaces, ranking.size());
    for (std::size_t at = 0; at < best; ++at) write_place(ranking[at]);
    const std::size_t worst = std::max(best, ranking.size() - std::min(kToldPlaces, ranking.size()));
    if (worst > best) std::cout << "  …\n";
    for (std::size_t at = worst; at < ranking.size(); ++at) write_place(ranking[at]);
  }

  const BatchOptions& options_;
  const BatchResult& result_;
  const BatchSummary& summary_;
};

ExitCode exit_code(const BatchSummary& summary) {
  const auto is_unread = [](const ReportRecord& each) { return each.error.has_value(); };
  if (summary.reports.empty() || std::any_of(summary.reports.begin(), summary.reports.end(), is_unread)) {
    return ExitCode::unreadable;
  }
  const bool all_pass = std::all_of(summary.reports.begin(), summary.reports.end(),
                                    [](const ReportRecord& each) { return each.score.passed == true; });
  return all_pass ? ExitCode::passed : ExitCode::failed;
}

}  // namespace

BatchCommandOptions::BatchCommandOptions() {
  batch.jobs = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kMostJobs);
}

ExitCode run_batch_command(const BatchCommandOptions& options) {
  BatchCommandOptions own = options;
  if (own.choice.as_of.empty()) own.choice.as_of = today();
  own.batch.as_of = own.choice.as_of;
  own.batch.version = FAZHI_VERSION;
  own.batch.build = this_build();
  Auditors auditors(own.choice, own.batch.language);
  if (!auditors.open()) return ExitCode::wrong_call;
  const StopOnSignal signals(OnSignal::finish_what_is_begun);
  const Result<BatchResult> result = [&] {
    Progress progress(own.batch.language);
    BatchWatch watch;
    watch.on_step = [&](BatchPhase phase, std::size_t done, std::size_t known) {
      progress.enter(activity_of(phase));
      progress.show_step(done, known);
    };
    watch.stop = &StopOnSignal::asked();
    return run_batch(own.batch, auditors, watch);
  }();
  if (!result) {
    std::cerr << printable(render(result.error(), own.batch.language)) << '\n';
    return ExitCode::wrong_call;
  }
  const Account account(own.batch, *result);
  if (result->stopped) {
    account.complain({MessageId::batch_stopped, {std::to_string(result->summary.reports.size())}});
    return ExitCode::interrupted;
  }
  account.write_errors();
  for (const Message& each : auditors.remarks()) account.complain(each);
  account.write();
  return exit_code(result->summary);
}

}  // namespace fazhi
