#pragma once

#include <string>
#include <vector>

#include "evaluate/auditor.hpp"

namespace fazhi {

/// How one example of a checklist came out.
struct ExampleResult {
  std::string id;      ///< of the element or defect
  std::string file;
  int line = 0;
  Status expected = Status::missing;
  Status got = Status::missing;
  bool known_gap = false;
  /// It came out as it should; a known gap should not.
  [[nodiscard]] bool passed() const { return (expected == got) != known_gap; }
};

/// Audits the text of every example by the checklist that holds it. For a
/// defect `met` means no occurrence and `missing` at least one.
[[nodiscard]] std::vector<ExampleResult> run_examples(const Auditor& auditor);

}  // namespace fazhi
