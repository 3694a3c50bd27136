#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "text/decode.hpp"

namespace fazhi {

struct Conversion {
  std::string utf8;                       ///< all of the text; empty where `invalid_at` is set
  std::optional<std::size_t> invalid_at;  ///< byte offset of the first sequence that the encoding does not have
};

/// `bytes` (without BOM) from `encoding` to UTF-8, strictly: the first
/// sequence that is malformed, truncated or not assigned ends it.
[[nodiscard]] Conversion convert(std::string_view bytes, Encoding encoding);

}  // namespace fazhi
