#include "present/code_points.hpp"

#include <unicode/utf8.h>

namespace fazhi {

std::vector<CodePoint> code_points_of(std::string_view text) {
  std::vector<CodePoint> out;
  out.reserve(text.size() / 2);
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int32_t>(text.size());
  std::int32_t at = 0;
  while (at < length) {
    const std::int32_t begin = at;
    UChar32 value = 0;
    U8_NEXT_OR_FFFD(bytes, at, length, value);
    out.push_back({static_cast<char32_t>(value), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
  }
  return out;
}

}  // namespace fazhi
