#pragma once

#include <string>
#include <vector>

#include "audit/audit.hpp"
#include "evaluate/auditor.hpp"
#include "evaluate/conditions.hpp"
#include "evaluate/finds.hpp"

namespace fazhi {

/// One passage that a find took up or refused.
struct ExplainedHit {
  Evidence passage;        ///< widened to be read
  std::string words;       ///< the words that hit, as in the file
  Sense sense = Sense::done;
  std::string cue;         ///< the words that set the sense, "" where the section's role or a year did
  bool taken = true;
  Refusal refusal = Refusal::no_companion;  ///< where not taken
};

struct ExplainedFind {
  std::string name;
  std::vector<ExplainedHit> hits;
  bool gave_up = false;
};

struct ExplainedOutcome {
  Status status = Status::missing;
  std::string when;
  Truth truth = Truth::no;
};

/// How an element was decided for a report.
struct Explanation {
  Finding finding;
  std::vector<ExplainedFind> finds;
  std::vector<ExplainedOutcome> outcomes;  ///< tried, in order; the last is the one that held, if any did
};

/// `element` is an index into the checklist's elements.
[[nodiscard]] Explanation explain_element(const Auditor& auditor, const Report& report, std::size_t element);

}  // namespace fazhi
