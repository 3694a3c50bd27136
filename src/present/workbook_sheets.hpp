#pragma once

#include "present/spreadsheet.hpp"
#include "present/workbook.hpp"

namespace fazhi {

/// What the sheets of a workbook are written from.
struct WorkbookContext {
  const BatchSummary& summary;
  const AuditLoader& load;
  const WorkbookOptions& options;
  Spreadsheet& file;

  [[nodiscard]] Language language() const { return options.language; }
  /// The heading of a sheet's pages.
  [[nodiscard]] std::string header_of(const std::string& sheet) const;
};

void write_overview_sheet(const WorkbookContext& context);
void write_ranking_sheet(const WorkbookContext& context);
void write_elements_sheet(const WorkbookContext& context);
[[nodiscard]] std::optional<Message> write_findings_sheets(const WorkbookContext& context);
void write_submissions_sheet(const WorkbookContext& context);
void write_similar_sheet(const WorkbookContext& context);

}  // namespace fazhi
