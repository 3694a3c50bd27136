#include "rectify/read_audits.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "audit/summary_reader.hpp"
#include "audit/summary_writer.hpp"
#include "audit/xml_reader.hpp"
#include "batch/batch_folder.hpp"
#include "batch/file_stem.hpp"
#include "document/read.hpp"
#include "rectify/plain_words.hpp"

namespace fazhi {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSummaryName = "summary.xml";
/// Names that a note lists; it tells the number of all.
constexpr std::size_t kNamedInNote = 10;

/// Whether it may be XML at all; a report that was given for its audit is not.
bool looks_like_xml(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '<';
}

bool is_summary(std::string_view bytes) { return bytes.find(kBatchNamespace) != std::string_view::npos; }

bool is_xml_name(const fs::path& path) { return path.extension() == ".xml" || path.extension() == ".XML"; }

/// The XML files of a folder and of those in it, by path; hidden folders and links to folders are not entered.
std::vector<std::string> xml_files_in(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code failure;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failure);
  for (const fs::recursive_directory_iterator end; !failure && entry != end; entry.increment(failure)) {
    std::error_code unknown;
    const bool is_hidden = entry->path().filename().string().starts_with('.');
    if (is_hidden && entry->is_directory(unknown)) entry.disable_recursion_pending();
    if (!is_hidden && is_xml_name(entry->path()) && entry->is_regular_file(unknown)) paths.push_back(entry->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t at = 0; at < names.size() && at < kNamedInNote; ++at) out.append(at == 0 ? "" : "、").append(names[at]);
  return names.size() > kNamedInNote ? out + "……" : out;
}

class AuditReading {
 public:
  explicit AuditReading(const AuditTaker& taker) : taker_(taker) {}

  void read(const std::string& input) {
    std::error_code failure;
    if (!fs::is_directory(input, failure)) {
      read_file(input);
    } else if (fs::exists(fs::path(input) / kSummaryName, failure)) {
      read_batch(input, (fs::path(input) / kSummaryName).string());
    } else {
      read_folder(input);
    }
  }

  AuditsRead take() { return std::move(result_); }

 private:
  void fail(Message error) { result_.errors.push_back(std::move(error)); }

  void give(const Audit& audit, const std::optional<RosterEntry>& entry) {
    if (!audit.error) ++result_.audits;
    taker_.audit(audit, entry);
  }

  void give_all(const AuditRun& run) {
    for (const Audit& audit : run.audits) give(audit, std::nullopt);
  }

  void read_file(const std::string& path) {
    const Result<std::string> bytes = read_bytes(path);
    if (!bytes) return fail(bytes.error());
    if (!looks_like_xml(*bytes)) return fail({MessageId::rectify_no_audit, {path}});
    const Result<AuditRun> run = read_audit_xml(*bytes, path);
    if (run) return give_all(*run);
    if (run.error().id != MessageId::audit_xml_foreign || !is_summary(*bytes)) return fail(run.error());
    const fs::path folder = fs::path(path).parent_path();
    read_batch(folder.empty() ? "." : folder.string(), path);
  }

  void read_folder(const std::string& folder) {
    std::vector<std::string> foreign;
    const std::size_t before = result_.audits + result_.errors.size();
    for (const std::string& path : xml_files_in(folder)) {
      const Result<std::string> bytes = read_bytes(path);
      const Result<AuditRun> run = bytes ? read_audit_xml(*bytes, path) : Result<AuditRun>(bytes.error());
      if (run) {
        give_all(*run);
      } else if (run.error().id == MessageId::audit_xml_foreign) {
        foreign.push_back(path);
      } else {
        fail(run.error());
      }
    }
    if (!foreign.empty()) {
      taker_.note({MessageId::list_other_xml, {folder, std::to_string(foreign.size()), listed(foreign)}});
    }
    if (before == result_.audits + result_.errors.size()) fail({MessageId::rectify_folder_without_audits, {folder}});
  }

  void read_batch(const std::string& folder, const std::string& summary_path) {
    const Result<std::string> bytes = read_bytes(summary_path);
    if (!bytes) return fail(bytes.error());
    const Result<BatchSummary> summary = read_summary_xml(*bytes, summary_path);
    if (!summary) return fail(summary.error());
    for (const UnitRecord& unit : summary->units) {
      if (unit.report) {
        read_counting(folder, summary->reports[*unit.report], unit);
      } else {
        taker_.absent(unit.unit);
        tell_in_vain(unit);
      }
      if (unit.doubt) taker_.note(*unit.doubt);
    }
    tell_unowned(*summary);
  }

  void read_counting(const std::string& folder, const ReportRecord& report, const UnitRecord& unit) {
    if (file_stem(report.file_stem) != report.file_stem) {
      return fail({MessageId::rectify_other_run, {folder, report.file_stem}});
    }
    const std::string path = (fs::path(folder) / BatchFolder::audit_name(report.file_stem)).string();
    const Result<std::string> bytes = read_bytes(path);
    if (!bytes) return fail(bytes.error());
    const Result<AuditRun> run = read_audit_xml(*bytes, path);
    if (!run) return fail(run.error());
    const bool is_its = run->audits.size() == 1 && run->audits.front().sha256 == report.sha256;
    if (!is_its) return fail({MessageId::rectify_other_run, {folder, path}});
    give(run->audits.front(), RosterEntry{unit.unit, unit.contact, unit.state == Submission::late});
  }

  void tell_in_vain(const UnitRecord& unit) const {
    if (unit.state == Submission::wrong_year) taker_.note({MessageId::list_wrong_year, {unit.unit}});
    if (unit.state == Submission::unreadable) taker_.note({MessageId::list_unreadable, {unit.unit}});
  }

  void tell_unowned(const BatchSummary& summary) const {
    std::vector<std::string> files;
    for (const std::size_t report : summary.unowned) files.emplace_back(file_name_of(summary.reports[report].source));
    if (!files.empty()) taker_.note({MessageId::list_unowned, {std::to_string(files.size()), listed(files)}});
  }

  const AuditTaker& taker_;
  AuditsRead result_;
};

}  // namespace

AuditsRead read_audits(const std::vector<std::string>& inputs, const AuditTaker& taker) {
  AuditReading reading(taker);
  for (const std::string& each : inputs) reading.read(each);
  return reading.take();
}

}  // namespace fazhi
