#include "present/workbook.hpp"

#include "present/replacement.hpp"
#include "present/wording.hpp"
#include "present/workbook_sheets.hpp"

namespace fazhi {
namespace {

/// Bytes of XML that a row of findings takes at most, as a rule.
constexpr std::uint64_t kFindingBytes = 4'000;

/// What an .xlsx without ZIP64 may hold together, with room to spare.
constexpr std::uint64_t kPlainZipBytes = std::uint64_t{3} << 30;

bool is_huge(const BatchSummary& summary) {
  std::uint64_t findings = 0;
  for (const ReportRecord& each : summary.reports) {
    findings += each.statuses.size() + each.defect_count();
  }
  return findings * kFindingBytes > kPlainZipBytes;
}

}  // namespace

std::string WorkbookContext::header_of(const std::string& sheet) const {
  return say(MessageId::sheet_header, language(), summary.title, sheet);
}

std::optional<Message> write_workbook(const BatchSummary& summary, const AuditLoader& load, const std::string& path,
                                      const WorkbookOptions& options) {
  Replacement replacement(path);
  if (replacement.error()) return replacement.error();
  Spreadsheet file(replacement.temporary(), replacement.folder(),
                   {summary.title, summary.as_of, say(MessageId::sheet_pages, options.language, std::string("{0}"), std::string("{1}")),
                    is_huge(summary)});
  const WorkbookContext context{summary, load, options, file};
  write_overview_sheet(context);
  write_ranking_sheet(context);
  write_elements_sheet(context);
  if (std::optional<Message> error = write_findings_sheets(context)) return error;
  write_submissions_sheet(context);
  write_similar_sheet(context);
  if (const std::optional<std::string> reason = file.close()) return replacement.failure(*reason);
  return replacement.put_in_place();
}

}  // namespace fazhi
