#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fazhi {

/// The number of `count` bytes (at most 8) at `at`, lowest byte first; 0 where
/// `bytes` ends before.
[[nodiscard]] constexpr std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  if (at > bytes.size() || bytes.size() - at < count) return 0;
  std::uint64_t value = 0;
  for (std::size_t index = count; index > 0; --index) {
    value = value << 8 | static_cast<unsigned char>(bytes[at + index - 1]);
  }
  return value;
}

[[nodiscard]] constexpr std::uint32_t u16_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(little_endian(bytes, at, 2));
}

[[nodiscard]] constexpr std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(little_endian(bytes, at, 4));
}

}  // namespace fazhi
