#pragma once

#include <string>
#include <string_view>

#include "audit/verification.hpp"

namespace fazhi {

/// The namespace of what verification_xml_of writes.
inline constexpr std::string_view kVerificationNamespace = "urn:fazhi:verification:1";

/// A verification as XML (schemas/verification.xsd). The same verification gives
/// the same bytes; characters, points and what is left out are as XmlWriter has
/// them. Units are named by their place, from 1. `version` is the program's.
///
/// Precondition: indices are in range.
[[nodiscard]] std::string verification_xml_of(const Verification& verification, std::string_view version,
                                              Language language);

}  // namespace fazhi
