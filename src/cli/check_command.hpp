#pragma once

#include <string>
#include <vector>

#include "base/message.hpp"
#include "cli/auditors.hpp"
#include "cli/exit_code.hpp"

namespace fazhi {

enum class OutputFormat { text, xml, jsonl, html };

struct CheckOptions {
  ChecklistChoice choice;
  OutputFormat format = OutputFormat::text;
  std::string output;     ///< "" for standard output
  bool details = false;
  bool advise = false;    ///< what to put right and where, in place of the table; as text alone
  bool profile = false;   ///< at the end, what each rule cost, to standard error
  bool ocr = false;       ///< recognize the characters of pages that are pictures
  std::string color = "auto";  ///< auto, always, never
  Language language = Language::zh;
  std::vector<std::string> inputs;
};

/// Audits every input and writes the results; errors of inputs go to standard error.
[[nodiscard]] ExitCode run_check(const CheckOptions& options);

}  // namespace fazhi
