#pragma once

#include <optional>
#include <string>

#include "audit/verification.hpp"
#include "base/message.hpp"

namespace fazhi {

/// Writes a verification as a workbook (.xlsx): the items with both drafts'
/// sentences side by side, points before and after, what to beware of, the
/// proposed state, and columns for the person who reviews them (state with a
/// drop-down); and the units with their scores.
///
/// `path` appears whole or not at all. Everything that came from a report is
/// written as text, never as a formula. The same verification gives the same
/// bytes. Fails with `output.failed`.
[[nodiscard]] std::optional<Message> write_verification_workbook(const Verification& verification,
                                                                 const std::string& path, Language language);

}  // namespace fazhi
