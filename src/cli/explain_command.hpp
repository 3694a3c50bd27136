#pragma once

#include <string>

#include "base/message.hpp"
#include "cli/auditors.hpp"
#include "cli/exit_code.hpp"

namespace fazhi {

struct ExplainOptions {
  std::string subject;    ///< a report's file, or an element's or defect's id
  std::string element;    ///< id; "" for how the report was read as a whole
  ChecklistChoice choice;
  bool ocr = false;       ///< recognize the characters of pages that are pictures
  Language language = Language::zh;
};

/// `fazhi explain REPORT`: how a report was read, section by section;
/// with an element: how that one was decided. `fazhi explain ID`: what an
/// element asks, its basis, remedy and examples.
[[nodiscard]] ExitCode run_explain(const ExplainOptions& options);

}  // namespace fazhi
