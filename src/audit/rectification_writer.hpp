#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "audit/rectification.hpp"
#include "audit/summary_writer.hpp"

namespace fazhi {

/// The namespace of what write_rectification_xml writes.
inline constexpr std::string_view kRectificationNamespace = "urn:fazhi:rectification:1";

/// Writes a list as XML (schemas/rectification.xsd), in pieces of some 64 KB. The
/// same list gives the same bytes; characters, points and what is left out are as
/// XmlWriter has them. Units are named by their place, from 1. What people filled
/// in is written with its line breaks.
///
/// Precondition: items name units that are there, their ids are not empty and
/// stand once each, and the status of an element is none of met, waived and
/// not-applicable. `version` is the program's.
[[nodiscard]] std::optional<Message> write_rectification_xml(const RectificationList& list, std::string_view version,
                                                             Language language, const ByteSink& sink);

/// The same in one piece.
[[nodiscard]] std::string rectification_xml_of(const RectificationList& list, std::string_view version,
                                               Language language);

}  // namespace fazhi
