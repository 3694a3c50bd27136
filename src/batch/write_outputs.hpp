#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "audit/batch_summary.hpp"
#include "base/result.hpp"
#include "batch/batch_folder.hpp"
#include "batch/batch_options.hpp"
#include "batch/stored_text.hpp"

namespace fazhi {

/// What a page shows of one report.
struct LoadedReport {
  Audit audit;
  std::optional<StoredText> text;  ///< none of one that could not be read
};

/// Loads a report of the summary from its files in the folder; `batch.folder-changed`
/// where they are not as they were written. Safe for many threads.
using ReportLoader = std::function<Result<LoadedReport>(std::size_t report)>;

/// Writes what people read of a batch into its folder: each file whole or not at
/// all, and only where it changes. A page that an earlier run made of the same audit
/// is not made again.
[[nodiscard]] std::optional<Message> write_outputs(const BatchSummary& summary, const BatchOptions& options,
                                                   BatchFolder& folder, const ReportLoader& load, const BatchWatch& watch);

}  // namespace fazhi
