#pragma once

#include <string>
#include <vector>

#include "base/message.hpp"
#include "cli/auditors.hpp"
#include "cli/exit_code.hpp"

namespace fazhi {

struct VerifyOptions {
  ChecklistChoice choice;   ///< for reports that are judged on the spot
  std::string before;       ///< a file or a folder
  std::vector<std::string> after;
  std::string list;         ///< the list that came back, maybe ""
  std::string update_list;  ///< file for it with what was found, maybe ""; its suffix says the form
  std::string output;       ///< .xml, .xlsx or .html; "" for text on standard output
  bool ocr = false;
  std::string color = "auto";
  Language language = Language::zh;
};

/// Holds second drafts against the first, where a list is named by its items. A
/// list that can't be read ends it before anything is written. `passed`:
/// everything is fixed; `failed`: something is open, or a second draft did not come.
[[nodiscard]] ExitCode run_verify(const VerifyOptions& options);

}  // namespace fazhi
