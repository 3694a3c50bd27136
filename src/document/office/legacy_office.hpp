#pragma once

#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"

namespace fazhi {

/// Word binary ([MS-DOC]), WPS and RTF files. LibreOffice writes them as
/// OpenDocument in a child process, with a profile of its own that runs no
/// macros, follows no links and renews no fields; what it wrote is read by
/// `read_odt`. The document's format is "rtf", "wps" where `source` ends so, or
/// "doc". `kind` stands in messages.
/// Fails with `input_needs_program` where LibreOffice is not installed,
/// `input_program_slow` past `limits::kOfficeWallSeconds` or
/// `limits::kOfficeCpuSeconds`, `input_program_failed`, and as `read_odt` does.
[[nodiscard]] Result<Document> read_legacy_office(std::string_view bytes, std::string_view source, std::string_view kind);

}  // namespace fazhi
