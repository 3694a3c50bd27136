#pragma once

#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"

namespace fazhi {

/// OpenDocument text (.odt; ISO/IEC 26300), by libzip and pugixml.
[[nodiscard]] Result<Document> read_odt(std::string_view bytes, std::string_view source);

}  // namespace fazhi
