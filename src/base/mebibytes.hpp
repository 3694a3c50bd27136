#pragma once

#include <cstddef>
#include <string>

namespace fazhi {

/// "8 MB", "8.1 MB": rounded up to a tenth.
[[nodiscard]] inline std::string mebibytes(std::size_t bytes) {
  constexpr std::size_t kMebibyte = std::size_t{1} << 20;
  const std::size_t tenths = bytes / kMebibyte * 10 + (bytes % kMebibyte * 10 + kMebibyte - 1) / kMebibyte;
  const std::string whole = std::to_string(tenths / 10);
  return (tenths % 10 == 0 ? whole : whole + '.' + std::to_string(tenths % 10)) + " MB";
}

}  // namespace fazhi
