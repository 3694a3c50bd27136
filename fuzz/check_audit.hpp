#pragma once

#include "audit/audit.hpp"
#include "check_document.hpp"
#include "evaluate/auditor.hpp"

namespace fazhi::fuzz {

/// The auditor of the built-in checklist for townships, made once.
[[nodiscard]] const Auditor& township();

/// What holds of every audit of `document`: its evidence is what stands there,
/// its points fit each other, its XML comes back as it was written, its JSON is
/// one line, and its view for terminals holds no control character.
void check_audit(const Audit& audit, const Document& document);

}  // namespace fazhi::fuzz
