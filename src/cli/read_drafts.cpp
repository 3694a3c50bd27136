#include "cli/read_drafts.hpp"

#include <algorithm>
#include <filesystem>

#include "audit/summary_reader.hpp"
#include "audit/xml_reader.hpp"
#include "audit/xml_writer.hpp"
#include "batch/batch_folder.hpp"
#include "batch/input_walk.hpp"
#include "cli/stop_on_signal.hpp"
#include "document/read.hpp"
#include "evaluate/evidence.hpp"

namespace fazhi {
namespace {

/// What stands before the namespace of a document is no longer than this.
constexpr std::size_t kHeadBytes = 400;

bool is_audit_xml(std::string_view bytes) { return bytes.substr(0, kHeadBytes).find(kAuditNamespace) != std::string_view::npos; }

/// 棠沣县石磨铺镇.
std::string full_name(const UnitRecord& unit) {
  return unit.unit.starts_with(unit.superior) ? unit.unit : unit.superior + unit.unit;
}

std::vector<ItemQuote> sentences_of(const Report& report) {
  std::vector<ItemQuote> out;
  for (const Sentence& each : report.sentences) {
    if (each.heading || each.role == Role::furniture || each.role == Role::head || each.role == Role::tail) continue;
    Evidence evidence = quote_passage(report, each.range);
    out.push_back({std::move(evidence.quote), std::move(evidence.section), evidence.paragraph, evidence.page,
                   EvidenceUse::support, {}});
  }
  return out;
}

}  // namespace

void DraftReader::fail(const Message& error) {
  failed_ = true;
  complain_(error);
}

bool DraftReader::read_batch(const std::string& path, std::vector<Draft>& out) {
  const std::filesystem::path folder(path);
  const std::string summary_path = (folder / "summary.xml").string();
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(summary_path, ignored)) return false;
  const Result<std::string> bytes = read_bytes(summary_path);
  const Result<BatchSummary> summary = bytes ? read_summary_xml(*bytes, summary_path) : Result<BatchSummary>(bytes.error());
  if (!summary) {
    fail(summary.error());
    return true;
  }
  for (const UnitRecord& unit : summary->units) {
    if (!unit.report || summary->reports[*unit.report].error) continue;
    const std::string audit_path = (folder / BatchFolder::audit_name(summary->reports[*unit.report].file_stem)).string();
    const Result<std::string> audit = read_bytes(audit_path);
    const std::size_t known = out.size();
    if (!audit) {
      fail(audit.error());
    } else {
      read_audits(*audit, audit_path, out);
    }
    for (std::size_t at = known; at < out.size(); ++at) out[at].unit = full_name(unit);
  }
  return true;
}

/// The walk over inputs passes over data files, so audits are looked for before it.
bool DraftReader::read_audit_files(const std::string& path, std::vector<Draft>& out) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  std::vector<std::string> files;
  if (fs::is_regular_file(path, ignored)) files.push_back(path);
  for (fs::directory_iterator at(path, ignored), end; !ignored && at != end; at.increment(ignored)) {
    if (at->path().extension() == ".xml" && at->is_regular_file(ignored)) files.push_back(at->path().string());
  }
  std::sort(files.begin(), files.end());
  bool any = false;
  for (const std::string& file : files) {
    if (fs::path(file).extension() != ".xml") continue;
    const Result<std::string> bytes = read_bytes(file);
    if (!bytes || !is_audit_xml(*bytes)) continue;
    any = true;
    read_audits(*bytes, file, out);
  }
  return any;
}

void DraftReader::read_audits(const std::string& bytes, const std::string& source, std::vector<Draft>& out) {
  Result<AuditRun> run = read_audit_xml(bytes, source);
  if (!run) {
    fail(run.error());
    return;
  }
  for (Audit& each : run->audits) {
    if (each.error) {
      fail(*each.error);
    } else {
      out.push_back({{}, std::move(each), {}});
    }
  }
}

void DraftReader::read_reports(const std::string& bytes, const std::string& source, std::vector<Draft>& out) {
  for (Result<Document>& document : read_documents(bytes, source, {.ocr = ocr_})) {
    if (!document) {
      fail(document.error());
      continue;
    }
    const Result<Auditors::Reading> reading = auditors_.read(std::move(*document), scratch_);
    if (!reading) {
      fail(reading.error());
      continue;
    }
    out.push_back({{}, auditors_.judge(*reading), sentences_of(reading->report)});
  }
}

std::vector<Draft> DraftReader::read(const std::vector<std::string>& paths) {
  std::vector<Draft> out;
  for (const std::string& path : paths) {
    if (read_batch(path, out) || read_audit_files(path, out)) continue;
    InputWalk walk({path});
    while (const std::optional<Input> input = walk.next()) {
      if (StopOnSignal::asked()) return out;
      if (!input->bytes) {
        fail(input->bytes.error());
      } else {
        read_reports(*input->bytes, input->source, out);
      }
    }
    for (const Message& each : walk.remarks()) complain_(each);
  }
  return out;
}

}  // namespace fazhi
