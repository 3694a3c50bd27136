#include "batch/write_outputs.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <mutex>
#include <unordered_map>

#include "audit/summary_writer.hpp"
#include "present/site_index.hpp"
#include "present/site_report.hpp"
#include "present/workbook.hpp"

namespace fazhi {
namespace {

constexpr const char* kSummary = "summary.xml";
constexpr const char* kWorkbook = "summary.xlsx";
constexpr const char* kIndex = "index.html";
/// From a report's page.
constexpr std::string_view kIndexFromPage = "../index.html";

std::optional<Message> write_pages(const BatchSummary& summary, const BatchOptions& options, const BatchFolder& folder,
                                   const ReportLoader& load, const BatchWatch& watch) {
  std::mutex mutex;
  std::optional<Message> failure;
  PhaseSteps steps(watch, BatchPhase::pages, summary.reports.size());
  const tbb::global_control control(tbb::global_control::max_allowed_parallelism, options.jobs);
  tbb::parallel_for(std::size_t{0}, summary.reports.size(), [&](std::size_t report) {
    if (watch.stopped()) return;
    steps.add();
    const std::optional<LoadedReport> loaded = load(report);
    if (!loaded) return;
    const ReportText text = loaded->text ? report_text_of(*loaded->text) : ReportText();
    const std::string page = report_page(loaded->audit, text, options.language, kIndexFromPage);
    std::optional<Message> error = folder.write(BatchFolder::page_name(summary.reports[report].file_stem), page);
    if (!error) return;
    const std::lock_guard lock(mutex);
    failure = std::move(error);
  });
  return failure;
}

}  // namespace

std::optional<Message> write_outputs(const BatchSummary& summary, const BatchOptions& options, const BatchFolder& folder,
                                     const ReportLoader& load, const BatchWatch& watch) {
  if (auto error = write_pages(summary, options, folder, load, watch)) return error;
  if (watch.stopped()) return std::nullopt;
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t at = 0; at < summary.reports.size(); ++at) places.emplace(summary.reports[at].file_stem, at);
  PhaseSteps steps(watch, BatchPhase::workbook, summary.reports.size());
  const AuditLoader load_audit = [&](const ReportRecord& record) -> Result<Audit> {
    steps.add();
    const auto place = places.find(record.file_stem);
    std::optional<LoadedReport> loaded = place == places.end() ? std::nullopt : load(place->second);
    if (!loaded) return Message{MessageId::output_failed, {BatchFolder::audit_name(record.file_stem), ""}};
    return std::move(loaded->audit);
  };
  const std::string workbook = folder.path() + '/' + kWorkbook;
  if (auto error = write_workbook(summary, load_audit, workbook, {.language = options.language})) return error;
  if (auto error = folder.write(kSummary, summary_xml_of(summary, options.version, options.language))) return error;
  return folder.write(kIndex, index_page(summary, options.language));
}

}  // namespace fazhi
