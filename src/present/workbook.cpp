#include "present/workbook.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "present/wording.hpp"
#include "present/workbook_sheets.hpp"

namespace fazhi {
namespace {

/// Bytes of XML that a row of findings takes at most, as a rule.
constexpr std::uint64_t kFindingBytes = 4'000;

/// What an .xlsx without ZIP64 may hold together, with room to spare.
constexpr std::uint64_t kPlainZipBytes = std::uint64_t{3} << 30;

Message failure(const std::string& path, const std::string& reason) { return {MessageId::output_failed, {path, reason}}; }

/// A file beside the one that it will replace; gone unless it was put in place.
class Replacement {
 public:
  explicit Replacement(const std::string& path) : path_(path), temporary_(path + ".XXXXXX") {
    const int descriptor = ::mkostemp(temporary_.data(), O_CLOEXEC);
    error_ = descriptor < 0 ? errno : 0;
    if (descriptor < 0) {
      temporary_.clear();
      return;
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(descriptor, static_cast<mode_t>(0666) & ~mask);
    ::close(descriptor);
  }
  ~Replacement() {
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
  }
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;

  [[nodiscard]] const std::string& temporary() const { return temporary_; }
  [[nodiscard]] std::optional<Message> error() const {
    return error_ == 0 ? std::nullopt : std::optional(failure(path_, std::generic_category().message(error_)));
  }
  [[nodiscard]] std::optional<Message> put_in_place() {
    error_ = std::rename(temporary_.c_str(), path_.c_str()) == 0 ? 0 : errno;
    if (error_ == 0) temporary_.clear();
    return error();
  }

 private:
  std::string path_;
  std::string temporary_;
  int error_ = 0;
};

bool is_huge(const BatchSummary& summary) {
  std::uint64_t findings = 0;
  for (const ReportRecord& each : summary.reports) {
    findings += each.statuses.size() + each.defect_count();
  }
  return findings * kFindingBytes > kPlainZipBytes;
}

std::string folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

}  // namespace

std::string WorkbookContext::header_of(const std::string& sheet) const {
  return say(MessageId::sheet_header, language(), summary.title, sheet);
}

std::optional<Message> write_workbook(const BatchSummary& summary, const AuditLoader& load, const std::string& path,
                                      const WorkbookOptions& options) {
  Replacement replacement(path);
  if (replacement.error()) return replacement.error();
  Spreadsheet file(replacement.temporary(), folder_of(path),
                   {summary.title, summary.as_of, say(MessageId::sheet_pages, options.language, std::string("{0}"), std::string("{1}")),
                    is_huge(summary)});
  const WorkbookContext context{summary, load, options, file};
  write_overview_sheet(context);
  write_ranking_sheet(context);
  write_elements_sheet(context);
  if (std::optional<Message> error = write_findings_sheets(context)) return error;
  write_submissions_sheet(context);
  write_similar_sheet(context);
  if (const std::optional<std::string> reason = file.close()) return failure(path, *reason);
  return replacement.put_in_place();
}

}  // namespace fazhi
