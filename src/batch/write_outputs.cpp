#include "batch/write_outputs.hpp"

#include <mutex>
#include <unordered_map>

#include "audit/summary_writer.hpp"
#include "base/sha256.hpp"
#include "batch/parallel.hpp"
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

/// Whether the page of an earlier run stands there, made of the same audit by the same program.
bool has_page(const BatchFolder& folder, const std::string& stem) {
  const std::optional<BatchFolder::Entry> entry = folder.kept(stem);
  if (!entry || entry->page_sha256.empty()) return false;
  const std::optional<std::string> page = folder.read(BatchFolder::page_name(stem));
  return page && sha256_hex(*page) == entry->page_sha256;
}

std::optional<Message> write_page(const std::string& stem, const LoadedReport& loaded, Language language, BatchFolder& folder) {
  const ReportText text = loaded.text ? report_text_of(*loaded.text) : ReportText();
  const std::string page = report_page(loaded.audit, text, language, kIndexFromPage);
  if (auto error = folder.write(BatchFolder::page_name(stem), page)) return error;
  return folder.tell_page(stem, sha256_hex(page));
}

std::optional<Message> write_pages(const BatchSummary& summary, const BatchOptions& options, BatchFolder& folder,
                                   const ReportLoader& load, const BatchWatch& watch) {
  std::mutex mutex;
  std::optional<Message> failure;
  PhaseSteps steps(watch, BatchPhase::pages, summary.reports.size());
  const ThreadLimit limit(options.jobs);
  for_each_index(summary.reports.size(), [&](std::size_t report) {
    if (watch.stopped()) return;
    steps.add();
    const std::string& stem = summary.reports[report].file_stem;
    if (has_page(folder, stem)) return;
    const Result<LoadedReport> loaded = load(report);
    std::optional<Message> error = loaded ? write_page(stem, *loaded, options.language, folder) : loaded.error();
    if (!error) return;
    const std::lock_guard lock(mutex);
    failure = std::move(error);
  });
  return failure;
}

}  // namespace

std::optional<Message> write_outputs(const BatchSummary& summary, const BatchOptions& options, BatchFolder& folder,
                                     const ReportLoader& load, const BatchWatch& watch) {
  if (auto error = write_pages(summary, options, folder, load, watch)) return error;
  if (watch.stopped()) return std::nullopt;
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t at = 0; at < summary.reports.size(); ++at) places.emplace(summary.reports[at].file_stem, at);
  PhaseSteps steps(watch, BatchPhase::workbook, summary.reports.size());
  const AuditLoader load_audit = [&](const ReportRecord& record) -> Result<Audit> {
    steps.add();
    Result<LoadedReport> loaded = load(places.at(record.file_stem));
    if (!loaded) return loaded.error();
    return std::move(loaded->audit);
  };
  const std::string workbook = folder.path() + '/' + kWorkbook;
  if (auto error = write_workbook(summary, load_audit, workbook, {.language = options.language})) return error;
  const auto summary_in_pieces = [&](const ByteSink& sink) { return write_summary_xml(summary, options.version, options.language, sink); };
  if (auto error = folder.write_in_pieces(kSummary, summary_in_pieces)) return error;
  return folder.write_in_pieces(kIndex, [&](const PageSink& sink) { return write_index_page(summary, options.language, sink); });
}

}  // namespace fazhi
