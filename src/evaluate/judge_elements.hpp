#pragma once

#include <optional>
#include <vector>

#include "audit/audit.hpp"
#include "evaluate/figures.hpp"
#include "evaluate/finds.hpp"
#include "evaluate/reading.hpp"

namespace fazhi {

/// The findings of all elements, in the checklist's order, points included.
[[nodiscard]] std::vector<Finding> judge_elements(const Reading& reading, const std::vector<FigureSet>& figures);

/// Why a passage that names the thing was not taken, as it is said.
[[nodiscard]] MessageId refusal_of(Refusal refusal);

/// The citations of a rule's basis, titles filled in: of each document the
/// edition in force in the report year, and nothing where none was; without a
/// year the latest edition.
[[nodiscard]] std::vector<BasisCitation> cite(const Checklist& checklist, const std::vector<BasisReference>& basis,
                                              const std::optional<int>& year);

}  // namespace fazhi
