#pragma once

#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"

namespace fazhi {

/// Word documents (.docx; ECMA-376, transitional and strict), by libzip and pugixml.
[[nodiscard]] Result<Document> read_docx(std::string_view bytes, std::string_view source);

}  // namespace fazhi
