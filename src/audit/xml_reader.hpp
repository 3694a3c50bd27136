#pragma once

#include <string_view>

#include "audit/audit.hpp"
#include "base/result.hpp"

namespace fazhi {

/// Reads what XmlWriter writes. `source` is the name of the input, for errors.
///
/// Sentences come back as verbatim messages in the language that they were
/// written in; writing the run again gives the same bytes. Comments and white
/// space between elements are skipped. No entity beyond XML's own five and no
/// document type is expanded, nothing is fetched.
///
/// Fails, with line and column, with `audit.xml-malformed` for what is not
/// well-formed, `audit.xml-foreign` for another document, and at the first
/// element or attribute that the schema does not know
/// (`audit.xml-unexpected`), that is lacking (`audit.xml-lacking`) or whose
/// value is out of its range (`audit.xml-value`).
[[nodiscard]] Result<AuditRun> read_audit_xml(std::string_view bytes, std::string_view source);

}  // namespace fazhi
