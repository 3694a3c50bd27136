#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/range.hpp"

namespace fazhi {

/// How an ordinal is written.
enum class OrdinalStyle {
  part,                 ///< 第一部分
  chinese_comma,        ///< 一、
  chinese_parentheses,  ///< （一）
  arabic_point,         ///< 1. 1、
  arabic_parentheses,   ///< （1） 1）
  circled,              ///< ①
  chinese_is,           ///< 一是
  sequence,             ///< 第一， 第一、
  adverb,               ///< 首先， 其次， 再次， 最后，
};

struct Ordinal {
  OrdinalStyle style{};
  std::int32_t value = 0;   ///< from 1; 99 for 最后
  TextRange range;          ///< in the normal text, with its closing mark
  bool punctuated = true;   ///< false for 一、 written without its mark
};

/// Whether headings carry ordinals of this style; the others number items of
/// running text.
[[nodiscard]] bool numbers_headings(OrdinalStyle style);

/// The ordinal that `text` has at `at`, where a sentence or paragraph begins.
[[nodiscard]] std::optional<Ordinal> ordinal_at(std::string_view text, std::uint32_t at, std::uint32_t end);

}  // namespace fazhi
