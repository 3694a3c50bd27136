#pragma once

#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"

namespace fazhi {

/// Pages of web sites, by a parser of HTML5.
[[nodiscard]] Result<Document> read_html(std::string_view bytes, std::string_view source);

}  // namespace fazhi
