#pragma once

#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"

namespace fazhi {

/// Word binary, WPS and RTF files, by LibreOffice in a child process, which writes them in a format that is read here.
[[nodiscard]] Result<Document> read_legacy_office(std::string_view bytes, std::string_view source, std::string_view kind);

}  // namespace fazhi
