#pragma once

#include <string>
#include <string_view>

namespace fazhi::ascii {

/// A to Z as small letters; all else, such as bytes of UTF-8, as it is.
[[nodiscard]] constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

[[nodiscard]] inline std::string lower(std::string_view text) {
  std::string out(text);
  for (char& each : out) each = lower(each);
  return out;
}

}  // namespace fazhi::ascii
