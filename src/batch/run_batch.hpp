#pragma once

#include <cstddef>
#include <vector>

#include "audit/batch_summary.hpp"
#include "base/result.hpp"
#include "batch/batch_options.hpp"
#include "batch/report_judge.hpp"

namespace fazhi {

struct BatchResult {
  BatchSummary summary;          ///< without units, ranking and the like where the run was stopped
  std::size_t reused = 0;        ///< reports whose audits of an earlier run still hold
  std::size_t pairs = 0;         ///< of reports alike, those that the summary does not list too
  std::size_t copied = 0;        ///< reports with the text of another one
  std::vector<Message> remarks;  ///< beside the reports' own errors
  bool stopped = false;          ///< by `watch.stop`; what was judged is written, and the next run goes on from there
};

/// Judges a batch and writes everything into `options.output`. A run over the
/// same inputs gives the same files, whatever the threads, and whether or not an
/// earlier run left some of it.
///
/// Fails where the roster can't be read (before anything is touched), where the folder is
/// not one to write to (`BatchFolder::open`), with `batch.folder-changed` where somebody
/// else changed it meanwhile, or with `output.failed`; what was written before stays whole.
[[nodiscard]] Result<BatchResult> run_batch(const BatchOptions& options, ReportJudge& judge, const BatchWatch& watch);

}  // namespace fazhi
