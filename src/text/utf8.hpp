#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// UTF-8, code point by code point. All but those that look for invalid bytes take valid UTF-8.
namespace fazhi::utf8 {

struct CodePoint {
  char32_t value = 0;
  std::uint32_t size_bytes = 0;
};

[[nodiscard]] constexpr std::uint32_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

[[nodiscard]] constexpr bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The code point that begins at `at`; of size 0 at the end of `text`.
[[nodiscard]] constexpr CodePoint decode(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const std::uint32_t lead = byte_at(text, at);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t second = byte_at(text, at + 1) & 0x3F;
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | second, 2};
  const std::uint32_t third = byte_at(text, at + 2) & 0x3F;
  if (lead < 0xF0) return {(lead & 0x0F) << 12 | second << 6 | third, 3};
  return {(lead & 0x07) << 18 | second << 12 | third << 6 | (byte_at(text, at + 3) & 0x3F), 4};
}

/// Where the code point before `at` begins. Precondition: 0 < at <= text.size().
[[nodiscard]] constexpr std::size_t previous(std::string_view text, std::size_t at) {
  do --at;
  while (at > 0 && is_continuation(text[at]));
  return at;
}

/// The code point that ends at `at`; of size 0 at the beginning of `text`.
[[nodiscard]] constexpr CodePoint decode_before(std::string_view text, std::size_t at) {
  return at == 0 ? CodePoint{} : decode(text, previous(text, at));
}

constexpr void append(std::string& out, char32_t value) {
  const auto byte = [&out](char32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
  if (value < 0x80) {
    byte(value);
  } else if (value < 0x800) {
    byte(0xC0 | value >> 6);
    byte(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    byte(0xE0 | value >> 12);
    byte(0x80 | (value >> 6 & 0x3F));
    byte(0x80 | (value & 0x3F));
  } else {
    byte(0xF0 | value >> 18);
    byte(0x80 | (value >> 12 & 0x3F));
    byte(0x80 | (value >> 6 & 0x3F));
    byte(0x80 | (value & 0x3F));
  }
}

/// White space of every kind: ASCII, U+0085, and the Unicode property.
[[nodiscard]] constexpr bool is_white_space(char32_t value) {
  return (value >= 0x09 && value <= 0x0D) || value == 0x20 || value == 0x85 || value == 0xA0 || value == 0x1680 ||
         (value >= 0x2000 && value <= 0x200A) || value == 0x2028 || value == 0x2029 || value == 0x202F ||
         value == 0x205F || value == 0x3000;
}

/// Han characters, compatibility ideographs included.
[[nodiscard]] constexpr bool is_han(char32_t value) {
  return (value >= 0x4E00 && value <= 0x9FFF) || (value >= 0x3400 && value <= 0x4DBF) ||
         (value >= 0xF900 && value <= 0xFAFF) || (value >= 0x20000 && value <= 0x323AF) || value == 0x3007;
}

/// Offset of the first byte that is no part of well-formed UTF-8 (Unicode 15,
/// table 3-7): overlong forms, surrogates, truncated sequences and what lies
/// beyond U+10FFFF. Of a truncated sequence it is the lead byte's.
[[nodiscard]] std::optional<std::size_t> find_invalid(std::string_view bytes);

/// `bytes` with those left out that are no part of well-formed UTF-8.
[[nodiscard]] std::string without_invalid(std::string_view bytes);

/// What a message may repeat of an input: no more than its first `most_bytes`, in
/// UTF-8, with “…” where there is more.
[[nodiscard]] std::string quotable(std::string_view bytes, std::size_t most_bytes);

}  // namespace fazhi::utf8
