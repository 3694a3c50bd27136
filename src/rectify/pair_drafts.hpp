#pragma once

#include <optional>
#include <vector>

#include "audit/verification.hpp"
#include "rectify/verify.hpp"

namespace fazhi {

/// The drafts of one unit; one of both at least.
struct DraftPair {
  std::string unit;
  const Draft* before = nullptr;
  const Draft* after = nullptr;
  std::vector<Message> notes;
};

/// Pairs drafts as verify() says; the pairs point into what was given.
[[nodiscard]] std::vector<DraftPair> pair_drafts(const std::vector<Draft>& before, const std::vector<Draft>& after);

/// For each of `names` the place of the unit in `units` that it means; none where it is no or more than one unit's.
[[nodiscard]] std::vector<std::optional<std::size_t>> find_units(const std::vector<std::string>& names,
                                                                 const std::vector<std::string>& units);

}  // namespace fazhi
