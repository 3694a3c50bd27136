#pragma once

#include <string>
#include <vector>

#include "audit/rectification.hpp"
#include "checklist/rectification_rules.hpp"

namespace fazhi {

/// What has to be put right by an audit: an item for each element that is
/// partial, missing or undecided, by what it gains, then by its weight, then in
/// the checklist's order; behind them one for each defect, major ones first, then
/// in the text's order. Defects of one fingerprint are one item with the places of
/// all. Elements that are met, waived or not applicable leave none.
///
/// `problem` and `demand` can be understood without the audit: they name the
/// element, and each passage that was refused with its paragraph and the reason.
/// A quote is the sentence, or of a long one the clauses around the place that
/// fit 90 characters. Sentences made here are in
/// `language`, those of the audit as it has them.
///
/// `id`, `unit` and `due` are left to the caller, `progress` is empty. Nothing for
/// an audit that is an error.
[[nodiscard]] std::vector<RectificationItem> items_of(const Audit& audit, const RectificationRules& rules,
                                                      Language language);

}  // namespace fazhi
