#pragma once

#include "audit/audit.hpp"
#include "check_document.hpp"
#include "evaluate/auditor.hpp"

namespace fazhi::fuzz {

/// The auditor of the built-in checklist for townships, made once.
[[nodiscard]] const Auditor& township();

/// What holds of all that is written of an audit, of an input that could not be
/// read too: its XML comes back as it was written, its JSON is one line, and its
/// view for terminals holds no control character.
void check_written(const Audit& audit);

/// That, and what holds of an audit of `document`: its evidence is what stands
/// there, and its points fit each other.
void check_audit(const Audit& audit, const Document& document);

}  // namespace fazhi::fuzz
