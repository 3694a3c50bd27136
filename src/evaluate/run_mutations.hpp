#pragma once

#include <string>
#include <vector>

#include "evaluate/auditor.hpp"

namespace fazhi {

/// How many mutants did what they should.
struct MutationTally {
  std::size_t lowering = 0;
  std::size_t killed = 0;  ///< of `lowering`: the status came out lower
  std::size_t keeping = 0;
  std::size_t kept = 0;    ///< of `keeping`: the status stayed the same
  /// Shares from 0 to 1; 1 where there are no mutants.
  [[nodiscard]] double kill_rate() const;
  [[nodiscard]] double keep_rate() const;
  void operator+=(const MutationTally& more);
};

struct ElementMutations {
  std::string id;
  std::string title;
  MutationTally tally;
};

/// A mutant that came out wrong.
struct MutationSurvivor {
  std::string element;
  std::string file;  ///< of the example
  int line = 0;
  std::string mutation;
  std::string words;  ///< the changed lines, joined by " / "
  Status before = Status::met;
  Status got = Status::met;
};

struct MutationRun {
  std::vector<ElementMutations> elements;  ///< in the checklist's order
  MutationTally total;
  std::vector<MutationSurvivor> survivors;
};

/// Changes the passages of every element's examples by the mutations that are
/// for the checklist's level, and judges them anew. Examples that do not come
/// out as they should, and known gaps, are left alone.
[[nodiscard]] MutationRun run_mutations(const Auditor& auditor);

}  // namespace fazhi
