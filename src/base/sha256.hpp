#pragma once

#include <string>
#include <string_view>

namespace fazhi {

/// Lower-case hexadecimal SHA-256 (FIPS 180-4) of `bytes`.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace fazhi
