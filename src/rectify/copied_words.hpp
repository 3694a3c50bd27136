#pragma once

#include <vector>

#include "audit/verification.hpp"
#include "rectify/verify.hpp"

namespace fazhi {

/// Warns of items whose new words repeat the remedy, an example of the
/// checklist, or another unit's report. `seconds` are the second drafts by unit,
/// null where none came.
void warn_of_copies(Verification& verification, const std::vector<const Draft*>& seconds, const VerifyRules& rules);

}  // namespace fazhi
