#pragma once

#include <span>
#include <string_view>

/// Looking words up at a place of a text; each begins with a Han character.
namespace fazhi {

[[nodiscard]] inline bool starts_with_any(std::string_view text, std::span<const std::string_view> words) {
  if (text.size() < 3) return false;
  for (const std::string_view word : words) {
    // The last byte of a first Han character tells most words apart.
    if (text[2] == word[2] && text.starts_with(word)) return true;
  }
  return false;
}

[[nodiscard]] inline bool ends_with_any(std::string_view text, std::span<const std::string_view> words) {
  for (const std::string_view word : words) {
    if (!text.empty() && text.back() == word.back() && text.ends_with(word)) return true;
  }
  return false;
}

/// Whether `characters` holds `value`; never for the 0 that stands for none.
[[nodiscard]] inline bool is_one_of(char32_t value, std::u32string_view characters) {
  return value != 0 && characters.find(value) != std::u32string_view::npos;
}

}  // namespace fazhi
