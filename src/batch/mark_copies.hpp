#pragma once

#include <optional>

#include "batch/batch_folder.hpp"
#include "batch/batch_options.hpp"
#include "batch/find_copies.hpp"
#include "batch/judge_inputs.hpp"
#include "batch/report_judge.hpp"

namespace fazhi {

/// Puts the finding that it is copied into the audit of each report that has an
/// origin in `copies`, by the defect of kind `copied` of its checklist, and takes
/// it out of those that have none any more; in their files and in `inputs.reports`.
/// Audits that stand as they should are not written again.
[[nodiscard]] std::optional<Message> mark_copies(const BatchOptions& options, ReportJudge& judge, BatchFolder& folder,
                                                 const SetPhrases& set_phrases, const Copies& copies, JudgedInputs& inputs);

}  // namespace fazhi
