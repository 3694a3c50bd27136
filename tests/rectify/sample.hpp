#pragma once

#include <string>

#include "audit/audit.hpp"
#include "checklist/rectification_rules.hpp"

namespace fazhi::test {

/// The built-in rules.
[[nodiscard]] const RectificationRules& rules();

/// Findings in little.
[[nodiscard]] Finding element(std::string id, Status status, std::int32_t gain_hundredths, std::int32_t possible_hundredths);
[[nodiscard]] Finding defect(std::string id, Severity severity, std::string quote, std::uint32_t paragraph);
[[nodiscard]] Evidence evidence(std::string quote, std::uint32_t paragraph, EvidenceUse use = EvidenceUse::support, std::string reason = {});

/// An audit of `unit` with a score of `points`, of the file `source`.
[[nodiscard]] Audit audit_of(std::string unit, std::string source, std::int32_t points = 60);

}  // namespace fazhi::test
