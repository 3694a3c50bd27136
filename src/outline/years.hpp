#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/range.hpp"

namespace fazhi {

/// A calendar year in a normal text: 2024年, 2024年度, 二〇二四年, 二○二四年, 2024—2025年 (twice).
struct YearMention {
  TextRange range;    ///< of the digits
  int year = 0;       ///< 1949 … 2099
  bool since = false; ///< 以来, 起, 至今 … follows: 2021年以来
};

/// The years named in `range` of `normal`, in order. Years inside 《》, 〔〕 and
/// document numbers are left out.
[[nodiscard]] std::vector<YearMention> find_years(std::string_view normal, TextRange range);

}  // namespace fazhi
