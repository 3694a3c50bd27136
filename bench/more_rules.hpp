#pragma once

#include <cstddef>

#include "checklist/checklist.hpp"

namespace fazhi::bench {

/// The checklist with `times` as many elements and defects. The added ones are its own
/// with other Chinese characters in their patterns: each takes the place of one that
/// patterns hold about as often, so that they are as long and as common, but other words.
[[nodiscard]] Checklist with_more_rules(Checklist checklist, std::size_t times);

}  // namespace fazhi::bench
