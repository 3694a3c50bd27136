#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// Looking words up at a place of a text. Almost every place is passed over, as
/// no word begins with the code point that stands there.
namespace fazhi {

/// Which code points words begin with, hashed: may say yes too often, never no in error.
class FirstPoints {
 public:
  /// Precondition: `word` is not empty.
  constexpr void add(std::string_view word) { bits_[slot(word) / 64] |= bit(slot(word)); }
  [[nodiscard]] constexpr bool may_begin(std::string_view text) const {
    return !text.empty() && (bits_[slot(text) / 64] & bit(slot(text))) != 0;
  }

 private:
  static constexpr std::size_t kSlots = 1024;
  static constexpr std::uint64_t bit(std::size_t slot) { return std::uint64_t{1} << (slot % 64); }
  static constexpr std::size_t slot(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(text[at])); };
    if (text.size() < 3 || byte(0) < 0xE0) return byte(0);
    return ((byte(1) & 0x3F) << 6 ^ (byte(2) & 0x3F) ^ byte(0) << 4) % kSlots;
  }

  std::array<std::uint64_t, kSlots / 64> bits_{};
};

/// Words that are known when the program is built. To be `static` in a function,
/// where it would be built anew with every call.
template <std::size_t N>
struct WordTable {
  std::array<std::string_view, N> words;
  FirstPoints first_points;

  [[nodiscard]] constexpr auto begin() const { return words.begin(); }
  [[nodiscard]] constexpr auto end() const { return words.end(); }
};

template <std::size_t N>
[[nodiscard]] consteval WordTable<N> word_table(const std::string_view (&words)[N]) {
  WordTable<N> table;
  for (std::size_t index = 0; index < N; ++index) {
    table.words[index] = words[index];
    table.first_points.add(words[index]);
  }
  return table;
}

/// A WordTable that is referred to.
class WordList {
 public:
  template <std::size_t N>
  constexpr WordList(const WordTable<N>& table) : words_(table.words), first_points_(&table.first_points) {}

  [[nodiscard]] constexpr auto begin() const { return words_.begin(); }
  [[nodiscard]] constexpr auto end() const { return words_.end(); }
  /// Whether one of the words may stand at the start of `text`.
  [[nodiscard]] constexpr bool may_begin(std::string_view text) const { return first_points_->may_begin(text); }

 private:
  std::span<const std::string_view> words_;
  const FirstPoints* first_points_;
};

/// `text.starts_with(word)`, where the last byte tells most words apart.
[[nodiscard]] inline bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && text[word.size() - 1] == word.back() && text.starts_with(word);
}

[[nodiscard]] inline bool ends_with_word(std::string_view text, std::string_view word) {
  return !text.empty() && text.back() == word.back() && text.ends_with(word);
}

[[nodiscard]] inline bool starts_with_any(std::string_view text, WordList words) {
  return words.may_begin(text) &&
         std::any_of(words.begin(), words.end(), [&](std::string_view each) { return starts_with_word(text, each); });
}

[[nodiscard]] inline bool ends_with_any(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view each) { return ends_with_word(text, each); });
}

/// Whether `characters` holds `value`; never for the 0 that stands for none.
[[nodiscard]] inline bool is_one_of(char32_t value, std::u32string_view characters) {
  return value != 0 && characters.find(value) != std::u32string_view::npos;
}

}  // namespace fazhi
