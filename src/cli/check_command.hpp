#pragma once

#include <string>
#include <vector>

#include "base/message.hpp"
#include "checklist/load.hpp"
#include "cli/exit_code.hpp"

namespace fazhi {

enum class OutputFormat { text, xml, jsonl };

struct CheckOptions {
  std::string checklist;  ///< file or built-in id, "" for the built-in default
  OutputFormat format = OutputFormat::text;
  std::string output;     ///< "" for standard output
  bool details = false;
  std::string color = "auto";  ///< auto, always, never
  Language language = Language::zh;
  std::vector<std::string> inputs;
};

/// Audits every input and writes the results; errors of inputs go to standard error.
[[nodiscard]] ExitCode run_check(const CheckOptions& options);

/// The checklist that `name` means: a file, a built-in id, or "" for the
/// default. Writes diagnostics to standard error.
[[nodiscard]] LoadedChecklist load_named_checklist(const std::string& name, Language language);

}  // namespace fazhi
