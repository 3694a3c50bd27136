#pragma once

#include <memory>
#include <string>

#include "audit/audit.hpp"
#include "checklist/checklist.hpp"
#include "document/document.hpp"
#include "evaluate/compiled_checklist.hpp"
#include "match/database.hpp"
#include "outline/report.hpp"

namespace fazhi {

/// Judges reports by one checklist. Immutable; many threads may use one, each
/// with a Scratch of its own.
class Auditor {
 public:
  /// `as_of` is the ISO date on which waivers have to hold; "": all do. `image` as `CompiledChecklist` takes it.
  explicit Auditor(Checklist checklist, std::string as_of = {}, std::string_view image = {});

  [[nodiscard]] ChecklistReference reference() const;
  [[nodiscard]] const CompiledChecklist& compiled() const { return compiled_; }

  /// The report as it is understood: outline, roles, identity.
  [[nodiscard]] Report read(Document document, Scratch& scratch) const;
  /// The audit of a report read by this auditor.
  [[nodiscard]] Audit judge(const Report& report) const;
  /// A finding of the report after waivers.
  [[nodiscard]] Finding waived(Finding finding, const Report& report) const;
  /// Both in one.
  [[nodiscard]] Audit audit(Document document, Scratch& scratch) const;

 private:
  CompiledChecklist compiled_;
  std::string as_of_;
  std::vector<std::string> element_fingerprints_;  ///< by element: the same in every report
};

/// A finding's name within its unit: from its id and, of a defect, from what
/// stands there; not from its place, which the first edit would change.
[[nodiscard]] std::string fingerprint_of(const Finding& finding);

/// The score of a ledger of findings by a checklist's grades and pass mark.
[[nodiscard]] Score score_of(const std::vector<Finding>& findings, const Checklist& checklist);

}  // namespace fazhi
