#pragma once

#include <vector>

#include "rectify/pair_drafts.hpp"

namespace fazhi {

/// The items of one unit with both drafts, without warnings and states; `unit`
/// of each is left 0.
[[nodiscard]] std::vector<VerifiedItem> compare_findings(const Draft& before, const Draft& after,
                                                         const std::string& unit, Language language);

/// The items of a draft that no second one followed: all open.
[[nodiscard]] std::vector<VerifiedItem> items_left_open(const Draft& before, const std::string& unit,
                                                        Language language);

}  // namespace fazhi
