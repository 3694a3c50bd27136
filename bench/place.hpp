#pragma once

#include <string>
#include <string_view>

#include "bench/random.hpp"

namespace fazhi::bench {

/// What the sentences of one report agree about.
struct Place {
  std::string county;         ///< 云岫县
  std::string town;           ///< 青石梁镇
  std::string_view kind;      ///< 镇, 乡, 街道
  std::string_view produce;   ///< 花椒
  int villages = 0;
  int year = 0;
  int disputes = 0;
  int resolved = 0;
  bool chinese_numbers = false;  ///< 二十一件, 二〇二一年
};

/// A made-up town. Up to `kTowns` places of one seed have different names.
[[nodiscard]] Place make_place(std::size_t index, Random& random, std::size_t shift);

inline constexpr std::size_t kTowns = 48 * 40 * 30;

/// The sentence of a template. In braces stand:
/// `{a|b}` one of several; `{3-20}` a number; `{U}` the town, `{县}` its county,
/// `{村}` some village, `{镇}` the town's kind, `{全}` `{我}` that with 全, 我,
/// `{年}` `{次年}`, `{V}` how many villages, `{T}` `{R}` `{P}` disputes, those
/// resolved and their rate, `{特}` the town's produce, `{L}` some law.
[[nodiscard]] std::string fill(std::string_view phrase, const Place& place, Random& random);

/// 21 as 二十一; from 1 to 99,999.
[[nodiscard]] std::string han_number(int value);

}  // namespace fazhi::bench
