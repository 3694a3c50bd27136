#pragma once

#include <string_view>

#include "audit/audit.hpp"
#include "base/result.hpp"
#include "checklist/checklist.hpp"
#include "document/document.hpp"
#include "evaluate/auditor.hpp"

namespace fazhi {

/// Reads and judges reports by the checklist that is for each. All of it may be
/// called by several threads at once; what it gives lives as long as it does.
class ReportJudge {
 public:
  /// A report as understood, and by whom.
  struct Reading {
    const Auditor* auditor;
    Report report;
  };

  virtual ~ReportJudge() = default;

  /// Fails where no checklist is for the report.
  [[nodiscard]] virtual Result<Reading> read(Document document, Scratch& scratch) = 0;
  [[nodiscard]] virtual Audit judge(const Reading& reading) = 0;
  /// Takes note of an audit that an earlier run made, as `judge` does of its own.
  virtual void recall(const Audit& audit) = 0;

  /// The one that reports are read by first.
  [[nodiscard]] virtual const Auditor& first() const = 0;
  /// The one whose checklist has this id; null where the run has none.
  [[nodiscard]] virtual const Auditor* find_by_id(std::string_view checklist_id) = 0;
  /// What of the run's options decides how a report is judged, beside the checklist itself.
  [[nodiscard]] virtual std::string options_key() const = 0;
};

}  // namespace fazhi
