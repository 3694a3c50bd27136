#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/han_numeral.hpp"
#include "text/numerals.hpp"

/// Words around a numeral that tell what it is.
namespace fazhi {

/// A mark of approximation: which one, and its length.
struct ApproximationMark {
  Approximation approximation = Approximation::exact;
  std::uint32_t size_bytes = 0;
};

/// The mark that `before` ends with (约, 不少于). `behind_numeral` begins behind
/// the digits: 近 before 3年 is none. `leads_with_magnitude` allows 上 (上百).
[[nodiscard]] ApproximationMark mark_before(std::string_view before, std::string_view behind_numeral,
                                            bool leads_with_magnitude);

/// The mark that `behind`, which begins behind digits and unit, begins with
/// (以上, 左右).
[[nodiscard]] ApproximationMark mark_behind(std::string_view behind);

/// Whether what `behind` begins with makes the numeral before it an ordinal or
/// part of a fixed term, in digits as in Chinese: 二十大, 20届, 三级, 3项制度.
[[nodiscard]] bool is_term_behind(std::string_view behind);

/// Whether the Chinese numeral between `before` and `behind` is part of a fixed
/// term or word: 统一, 一律, 十四五, 一村一, 周三. `characters` are the numeral's.
[[nodiscard]] bool is_han_term(const HanNumeral& numeral, std::string_view characters, std::string_view before,
                               std::string_view behind);

/// Whether 一 with the unit of `unit_bytes` behind it counts one: not 一起抓,
/// 一次性, 一户一档.
[[nodiscard]] bool counts_one(std::string_view before, std::string_view behind, std::uint32_t unit_bytes);

/// Whether 数 or 几 before 十, 百, 千 means “several”, not the end of 人数.
[[nodiscard]] bool is_several_behind(std::string_view before);

/// Whether Arabic `digits` that no unit follows are a name: 12345平台, 110接警.
[[nodiscard]] bool is_number_name(std::string_view digits, std::string_view behind);

}  // namespace fazhi
