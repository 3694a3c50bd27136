#pragma once

#include <string>

#include "base/message.hpp"
#include "evaluate/auditor.hpp"
#include "match/database.hpp"

namespace fazhi {

/// What each rule of the auditor's checklist cost in the scans that `scratch` measured:
/// microseconds and tries of its expressions, hits of all its patterns; the costliest
/// first, rules without either left out. What several rules share is parted evenly.
/// "" where nothing was measured.
[[nodiscard]] std::string profile_table(const Auditor& auditor, const Scratch& scratch, Language language);

}  // namespace fazhi
