// What one report costs from bytes to XML, and each stage of the way alone.
// A stage is timed inside the way, so that what it works on lies in the cache
// as it does there.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <iostream>
#include <numeric>
#include <span>
#include <string>
#include <vector>

#include "audit/xml_writer.hpp"
#include "base/sha256.hpp"
#include "bench/corpus.hpp"
#include "checklist/load.hpp"
#include "document/plain_text.hpp"
#include "document/read.hpp"
#include "evaluate/auditor.hpp"
#include "evaluate/find_defects.hpp"
#include "evaluate/judge_elements.hpp"
#include "outline/identity.hpp"
#include "outline/segment.hpp"
#include "outline/structure.hpp"
#include "text/decode.hpp"

namespace fazhi::bench {
namespace {

constexpr std::size_t kReports = 200;

/// Long enough for what takes milliseconds.
constexpr double kShortSeconds = 0.05;

enum class Stage { decode, paragraphs, normalize, segment, match, outline, reading, elements, defects, xml };

struct NamedStage {
  Stage stage;
  const char* name;
};
constexpr auto kStages = std::to_array<NamedStage>({{Stage::decode, "decode"},
                                                    {Stage::paragraphs, "paragraphs"},
                                                    {Stage::normalize, "normalize"},
                                                    {Stage::segment, "segment"},
                                                    {Stage::match, "match"},
                                                    {Stage::outline, "outline"},
                                                    {Stage::reading, "reading"},
                                                    {Stage::elements, "elements"},
                                                    {Stage::defects, "defects"},
                                                    {Stage::xml, "xml"}});

const std::vector<MadeReport>& corpus() {
  static const std::vector<MadeReport> reports = make_corpus(kReports, {});
  return reports;
}

const Auditor& auditor() {
  static const Auditor made = [] {
    LoadedChecklist loaded = load_builtin_checklist("township");
    if (!loaded.checklist) {
      for (const Diagnostic& each : loaded.diagnostics) std::cerr << render(each, Language::zh);
      std::exit(1);
    }
    return Auditor(std::move(*loaded.checklist));
  }();
  return made;
}

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

/// Measures one stage of a run and lets the others pass.
class Watch {
 public:
  explicit Watch(Stage wanted) : wanted_(wanted) {}

  template <class Work>
  auto run(Stage stage, Work&& work) {
    if (stage != wanted_) return work();
    const auto begin = Clock::now();
    auto result = work();
    seconds_ = seconds_since(begin);
    return result;
  }
  [[nodiscard]] double seconds() const { return seconds_; }

 private:
  Stage wanted_;
  double seconds_ = 0;
};

Document read_in_stages(const MadeReport& made, Watch& watch) {
  const std::string_view bytes = made.text;
  Result<DecodedText> decoded =
      watch.run(Stage::decode, [&] { return decode(std::as_bytes(std::span(bytes.data(), bytes.size())), made.file_name); });
  Document document;
  document.source = made.file_name;
  document.format = "txt";
  document.size_bytes = bytes.size();
  document.text = std::move(decoded->utf8);
  return watch.run(Stage::paragraphs, [&] {
    document.sha256 = sha256_hex(bytes);
    PlainText plain = split_paragraphs(document.text, document.source);
    document.paragraphs = std::move(plain.paragraphs);
    document.notes = std::move(plain.notes);
    return std::move(document);
  });
}

bool tell_structure(Report& report, const OutlineRules& rules) {
  const ParagraphParts parts = part_paragraphs(report, rules);
  read_identity(report, parts, rules);
  find_sections(report, parts, rules);
  number_items(report.sentences, report.sections);
  read_years(report, parts, rules, false);
  assign_roles(report, parts, rules, report.identity.year);
  read_years(report, parts, rules, true);
  return true;
}

Report outline_in_stages(Document document, Scratch& scratch, Watch& watch) {
  const CompiledChecklist& compiled = auditor().compiled();
  Report report;
  report.normal = watch.run(Stage::normalize, [&] {
    std::vector<TextRange> paragraphs;
    for (const Paragraph& each : document.paragraphs) paragraphs.push_back(each.range);
    return normalize(document.text, paragraphs);
  });
  report.document = std::move(document);
  report.sentences = watch.run(Stage::segment, [&] { return segment(report.normal); });
  watch.run(Stage::match, [&] {
    std::vector<TextRange> windows;
    for (const Sentence& each : report.sentences) windows.push_back(each.range);
    compiled.database().scan(report.normal.text, windows, scratch, report.matches);
    return true;
  });
  watch.run(Stage::outline, [&] { return tell_structure(report, compiled.outline_rules()); });
  return report;
}

void run_stages(const MadeReport& made, Scratch& scratch, std::string& xml, Watch& watch) {
  const Report report = outline_in_stages(read_in_stages(made, watch), scratch, watch);
  const Reading reading = watch.run(Stage::reading, [&] { return Reading(report, auditor().compiled()); });
  benchmark::DoNotOptimize(watch.run(Stage::elements, [&] { return judge_elements(reading, read_figures(reading)); }));
  benchmark::DoNotOptimize(watch.run(Stage::defects, [&] { return find_defects(reading); }));
  if (watch.seconds() > 0) return;
  const Audit audit = auditor().judge(report);
  watch.run(Stage::xml, [&] {
    append_report_xml(xml, audit, Language::zh);
    return true;
  });
}

void count(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}

/// The least that each report took in any round of any repetition: what else
/// runs on a machine only adds to a time, and rarely to all of them.
class BestTimes {
 public:
  void add(std::size_t report, double seconds) { best_[report] = std::min(best_[report], seconds); }

  [[nodiscard]] double mean_microseconds() const {
    return std::accumulate(best_.begin(), best_.end(), 0.0) / static_cast<double>(kReports) * 1e6;
  }

 private:
  static constexpr double kNever = 1e9;
  std::vector<double> best_ = std::vector<double>(kReports, kNever);
};

/// Measures `work(report)`, which tells its seconds, on every report in turn.
template <class Work>
void measure(benchmark::State& state, BestTimes& best, Work&& work) {
  std::size_t next = 0;
  std::size_t bytes = 0;
  for ([[maybe_unused]] const auto each : state) {
    const MadeReport& made = corpus()[next % kReports];
    const double seconds = work(made);
    state.SetIterationTime(seconds);
    best.add(next++ % kReports, seconds);
    bytes += made.text.size();
  }
  count(state, bytes);
  state.counters["best_us"] = best.mean_microseconds();
}

void BM_Audit(benchmark::State& state) {
  static BestTimes best;
  Scratch scratch;
  std::string xml;
  measure(state, best, [&](const MadeReport& made) {
    const auto begin = Clock::now();
    Result<Document> document = read_document(made.text, made.file_name);
    xml.clear();
    append_report_xml(xml, auditor().audit(std::move(*document), scratch), Language::zh);
    benchmark::DoNotOptimize(xml.data());
    return seconds_since(begin);
  });
}

void BM_Stage(benchmark::State& state, Stage stage) {
  static std::array<BestTimes, kStages.size()> best;
  Scratch scratch;
  std::string xml;
  measure(state, best[static_cast<std::size_t>(stage)], [&](const MadeReport& made) {
    Watch watch(stage);
    xml.clear();
    run_stages(made, scratch, xml, watch);
    return watch.seconds();
  });
}

/// One text of `kilobytes`: whether the cost of a byte stays the same.
void BM_AuditSize(benchmark::State& state) {
  const auto size_bytes = static_cast<std::size_t>(state.range(0)) * 1'000;
  const MadeReport made = make_report(0, {1, size_bytes});
  Scratch scratch;
  std::string xml;
  for ([[maybe_unused]] const auto each : state) {
    Result<Document> document = read_document(made.text, made.file_name);
    xml.clear();
    append_report_xml(xml, auditor().audit(std::move(*document), scratch), Language::zh);
  }
  count(state, made.text.size() * static_cast<std::size_t>(state.iterations()));
}

void BM_CompileChecklist(benchmark::State& state) {
  for ([[maybe_unused]] const auto each : state) {
    LoadedChecklist loaded = load_builtin_checklist("township");
    const Auditor made(std::move(*loaded.checklist));
    benchmark::DoNotOptimize(&made);
  }
}

}  // namespace

void register_all() {
  benchmark::RegisterBenchmark("BM_Audit", BM_Audit)->UseManualTime()->Iterations(kReports)->Unit(benchmark::kMicrosecond);
  for (const auto& [stage, name] : kStages) {
    benchmark::RegisterBenchmark((std::string("BM_Stage/") + name).c_str(), BM_Stage, stage)
        ->UseManualTime()
        ->Iterations(kReports)
        ->Unit(benchmark::kMicrosecond);
  }
  benchmark::RegisterBenchmark("BM_AuditSize", BM_AuditSize)
      ->RangeMultiplier(10)
      ->Range(10, 1'000)
      ->MinTime(kShortSeconds)
      ->Unit(benchmark::kMicrosecond);
  benchmark::RegisterBenchmark("BM_CompileChecklist", BM_CompileChecklist)->MinTime(kShortSeconds)->Unit(benchmark::kMillisecond);
}

}  // namespace fazhi::bench

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  fazhi::bench::register_all();
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
