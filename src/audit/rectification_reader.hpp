#pragma once

#include <string_view>

#include "audit/rectification.hpp"
#include "base/result.hpp"

namespace fazhi {

/// Reads what write_rectification_xml writes. `source` is the name of the input,
/// for errors.
///
/// Notes come back as verbatim messages, as read_audit_xml has them; writing the
/// list again gives the same bytes. Items name units that are there. Fails as
/// read_audit_xml does, with `rectification.xml-foreign` for another document, and
/// with `audit.xml-value` for a unit that is named but not there, and for an id of
/// an item that stands twice.
[[nodiscard]] Result<RectificationList> read_rectification_xml(std::string_view bytes, std::string_view source);

}  // namespace fazhi
