#pragma once

#include <string_view>

#include "audit/batch_summary.hpp"
#include "base/result.hpp"

namespace fazhi {

/// Reads what write_summary_xml writes. `source` is the name of the input, for
/// errors.
///
/// Sentences come back as verbatim messages, as read_audit_xml has them; writing
/// the summary again gives the same bytes. Indices of what comes back are in
/// range. Fails as read_audit_xml does, with `summary.xml-foreign` for another
/// document, and with `audit.xml-value` for a report or a unit that is named but
/// not there, and for a file stem that stands twice.
[[nodiscard]] Result<BatchSummary> read_summary_xml(std::string_view bytes, std::string_view source);

}  // namespace fazhi
