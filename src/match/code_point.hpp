#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fazhi::detail {

/// The code point of valid UTF-8 at `at`, which lies within `text` and moves behind it.
inline std::uint32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data()) + at;
  const std::uint32_t lead = bytes[0];
  if (lead < 0x80) {
    at += 1;
    return lead;
  }
  if (lead >= 0xE0 && lead < 0xF0) {
    at += 3;
    return (lead & 0x0F) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu);
  }
  if (lead < 0xE0) {
    at += 2;
    return (lead & 0x1F) << 6 | (bytes[1] & 0x3Fu);
  }
  at += 4;
  return (lead & 0x07) << 18 | (bytes[1] & 0x3Fu) << 12 | (bytes[2] & 0x3Fu) << 6 | (bytes[3] & 0x3Fu);
}

}  // namespace fazhi::detail
