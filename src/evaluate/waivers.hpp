#pragma once

#include <string>
#include <vector>

#include "audit/audit.hpp"
#include "checklist/checklist.hpp"

namespace fazhi {

/// Sets the findings of elements that are not met, and need not be, to
/// `waived`: no points, and none to gain. `as_of` is an ISO date; a waiver that
/// ended before it is named in the audit's notes and changes nothing; "": none
/// has ended. An element that is met keeps its points whatever was waived.
void apply_waivers(Audit& audit, const Checklist& checklist, const std::string& as_of);

/// Watches which waivers a run needed.
class WaiverLedger {
 public:
  /// `checklist` outlives the ledger.
  WaiverLedger(const Checklist& checklist, std::string as_of);

  /// Takes note of an audit that apply_waivers went over.
  void record(const Audit& audit);
  /// A sentence for each waiver that has ended or that no report needed, in the checklist's order.
  [[nodiscard]] std::vector<Message> remarks() const;

 private:
  const Checklist* checklist_;
  std::string as_of_;
  std::vector<bool> is_used_;
};

}  // namespace fazhi
