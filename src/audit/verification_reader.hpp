#pragma once

#include <string_view>

#include "audit/verification.hpp"
#include "base/result.hpp"

namespace fazhi {

/// Reads what verification_xml_of writes. `source` is the name of the input, for
/// errors.
///
/// Sentences come back as verbatim messages; writing the verification again
/// gives the same bytes, and indices are in range. Fails as read_audit_xml does,
/// with `verification.xml-foreign` for another document.
[[nodiscard]] Result<Verification> read_verification_xml(std::string_view bytes, std::string_view source);

}  // namespace fazhi
