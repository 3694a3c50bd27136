#pragma once

#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"

namespace fazhi {

/// Pages saved as one file (RFC 2557).
[[nodiscard]] Result<Document> read_mht(std::string_view bytes, std::string_view source);

}  // namespace fazhi
