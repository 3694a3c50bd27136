#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "audit/batch_summary.hpp"
#include "base/limits.hpp"
#include "base/result.hpp"

namespace fazhi {

/// Gives a report's full audit, from its file. Asked once for each report that
/// counts or that nobody owes, one after another; what it fails with ends the
/// writing.
using AuditLoader = std::function<Result<Audit>(const ReportRecord& report)>;

struct WorkbookOptions {
  Language language = Language::zh;
  std::uint32_t sheet_rows = limits::kSheetRows;  ///< less only in tests
};

/// Writes a summary as a workbook (.xlsx) for a meeting: 汇总, 排名, 要素达标率,
/// 问题明细 (and 问题明细2 … where one sheet is full), 报送情况, 雷同.
///
/// `path` appears whole or not at all; temporary files stand beside it. Memory
/// is that of the summary and one audit. Everything that came from a report or a
/// roster is written as text, never as a formula. The same summary and audits
/// give the same bytes. Fails with `output.failed`, or with what `load` says.
[[nodiscard]] std::optional<Message> write_workbook(const BatchSummary& summary, const AuditLoader& load,
                                                    const std::string& path, const WorkbookOptions& options = {});

}  // namespace fazhi
