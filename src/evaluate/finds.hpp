#pragma once

#include <vector>

#include "evaluate/reading.hpp"

namespace fazhi {

/// A passage that a find took up.
struct Hit {
  TextRange range;  ///< in the normal text
  std::uint32_t sentence = 0;
  Assertion assertion;
  bool heading = false;
};

/// Why a passage that names the thing was not taken.
enum class Refusal { elsewhere_in_report, no_companion, disturbed, no_number };

struct RefusedHit {
  Hit hit;
  Refusal refusal = Refusal::no_companion;
};

struct FindResult {
  std::vector<Hit> hits;             ///< in the order of the text
  std::vector<RefusedHit> refused;   ///< the nearest misses
  bool gave_up = false;              ///< a pattern reached a limit: what else there is, is not known
};

/// The hits of every find of an element, in the order of its finds.
[[nodiscard]] std::vector<FindResult> run_finds(const Reading& reading, std::size_t element);

/// Whether the passage stands as a member of a list of names (divided by 、, or
/// in brackets), with no predicate of its own.
[[nodiscard]] bool is_listed(const Reading& reading, std::uint32_t sentence, TextRange passage);

}  // namespace fazhi
