#pragma once

#include <cstddef>
#include <vector>

#include "audit/rectification.hpp"

namespace fazhi::notices {

/// A finding that several units have.
struct SharedProblem {
  const RectificationItem* first = nullptr;    ///< the first unit's item: title, category
  const RectificationItem* example = nullptr;  ///< the item whose first passage shows it best; null for none
  std::vector<std::size_t> missing;            ///< units, in the list's order
  std::vector<std::size_t> partial;
  std::vector<std::size_t> undecided;
  std::vector<std::size_t> defect;

  [[nodiscard]] std::size_t units() const {
    return missing.size() + partial.size() + undecided.size() + defect.size();
  }
};

/// The findings that two units or more have, those of most units first.
[[nodiscard]] std::vector<SharedProblem> shared_problems(const RectificationList& list);

}  // namespace fazhi::notices
