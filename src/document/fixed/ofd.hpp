#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"

namespace fazhi {

/// The documents of an OFD file (GB/T 33190-2016), by libzip and pugixml; never
/// empty.
[[nodiscard]] std::vector<Result<Document>> read_ofd(std::string_view bytes, std::string_view source);

}  // namespace fazhi
