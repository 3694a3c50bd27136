#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fazhi {

/// Code points in valid UTF-8.
[[nodiscard]] inline std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

/// Bytes of the code point that begins with `lead`.
[[nodiscard]] constexpr unsigned code_point_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte >= 0xE0) return byte < 0xF0 ? 3 : 4;
  return byte < 0x80 ? 1 : 2;
}

/// Whether `point` is one of the three-byte code points that `marks` consists of.
[[nodiscard]] inline bool is_mark(std::string_view point, std::string_view marks) {
  if (point.size() != 3) return false;
  for (std::size_t at = 0; at + 3 <= marks.size(); at += 3) {
    if (marks[at] == point[0] && marks[at + 1] == point[1] && marks[at + 2] == point[2]) return true;
  }
  return false;
}

/// Whether `lead` begins one of U+4000 … U+9FFF, which are Han characters and
/// signs of the Book of Changes: most of a Chinese text, and none a punctuation mark.
[[nodiscard]] inline bool leads_han(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte >= 0xE4 && byte <= 0xE9;
}

/// Where the row of such characters ends that begins at `at`, before `end`; `at` where there is none.
[[nodiscard]] inline std::uint32_t han_run_end(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && leads_han(text[at])) at += 3;
  return at;
}

/// `is_mark` for `marks` of punctuation alone, which tells Han characters sooner.
[[nodiscard]] inline bool is_punctuation(std::string_view point, std::string_view marks) {
  return !point.empty() && !leads_han(point.front()) && is_mark(point, marks);
}

/// The last code point of `text` where it has three bytes, else "".
[[nodiscard]] inline std::string_view last_mark(std::string_view text) {
  return text.size() >= 3 ? text.substr(text.size() - 3) : std::string_view();
}

}  // namespace fazhi
