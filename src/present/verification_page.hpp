#pragma once

#include <string>

#include "audit/verification.hpp"

namespace fazhi {

/// A verification as one page that needs nothing beside it: the units with their
/// points, then each item with both drafts' sentences side by side; filtered by
/// unit and by change, and printable. Its policy lets nothing else run or load.
[[nodiscard]] std::string verification_page(const Verification& verification, Language language);

}  // namespace fazhi
