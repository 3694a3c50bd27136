#pragma once

#include <vector>

#include "checklist/mutation.hpp"
#include "evaluate/reading.hpp"

namespace fazhi {

/// A passage on which the status `met` of an element rests.
struct MutantSite {
  TextRange range;  ///< in the normal text: words of a hit, a figure, a heading, a year
  MutationSite kind = MutationSite::fact;
  bool counted = false;            ///< a number stands beside it that the find asks for
  Scope number_scope = Scope::clause;  ///< where that number may stand
  bool heading = false;            ///< it stands in a heading
  std::uint32_t section = kNone;   ///< of `section`: which
};

/// The status of one element of a report; where it is `met`, all the passages
/// that the condition of the outcome rests on, in the order of the text.
struct ElementSites {
  Status status = Status::missing;
  std::vector<MutantSite> sites;
};

/// `element` is an index into the checklist's elements. A year in which the
/// element is not asked for gives `not-applicable`.
[[nodiscard]] ElementSites sites_of_element(const Reading& reading, std::size_t element);

}  // namespace fazhi
