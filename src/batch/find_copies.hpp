#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "audit/batch_summary.hpp"
#include "base/limits.hpp"
#include "base/result.hpp"
#include "batch/batch_folder.hpp"
#include "batch/batch_options.hpp"
#include "batch/judge_inputs.hpp"
#include "similarity/index.hpp"

namespace fazhi {

/// What was found to be copied.
struct Copies {
  /// The report from which most of another one's text comes.
  struct Origin {
    std::uint32_t other = 0;  ///< id in the index
    int share_percent = 0;    ///< of the report's own text
  };

  CommonShingles common;                        ///< what many reports of the batch have
  std::vector<SimilarPair> pairs;               ///< highest share first; `listed_pairs` at most
  std::size_t more_pairs = 0;                   ///< alike too, but not listed
  std::vector<std::optional<Origin>> origins;   ///< of each report; where set, it is copied
};

/// Compares the reports that may be copied from each other or from last year's,
/// by their texts in the folder. Two reports of one unit (`unit` of their records) are
/// listed where they are alike, but neither is copied. `index` is that of `inputs`. In
/// memory are, for each thread, some hundred reports at once. The result does not depend
/// on threads. Fails with `output.failed`.
[[nodiscard]] Result<Copies> find_copies(const BatchOptions& options, const BatchFolder& folder, const SimilarityIndex& index,
                                         const JudgedInputs& inputs, const SetPhrases& set_phrases, int copied_percent,
                                         const BatchWatch& watch, std::size_t listed_pairs = limits::kListedPairs);

}  // namespace fazhi
