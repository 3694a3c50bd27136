#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "outline/ordinal.hpp"

namespace fazhi::defects {

/// The ways to write the ordinal `value` in `style`, the usual one first.
[[nodiscard]] std::vector<std::string> spellings(OrdinalStyle style, std::int32_t value);

/// Whether the ordinal spelled `way` stands in `text`, and not as part of a number.
[[nodiscard]] bool stands_in(std::string_view text, std::string_view way);

/// Whether what looks like an ordinal is none, by what stands behind it:
/// 5、6月份; 一、二季度; 三要素.
[[nodiscard]] bool is_no_item(const Ordinal& ordinal, std::string_view behind);

}  // namespace fazhi::defects
