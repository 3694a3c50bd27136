#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fazhi {

/// The names in a unit's full name that a copy would have in its place: of
/// 沚湖县蒲荇镇人民政府 these are 沚湖县蒲荇镇人民政府, 沚湖县蒲荇镇, 沚湖县, 蒲荇镇,
/// 沚湖 and 蒲荇. What names a kind of body alone (人民政府, 统计局) stays. `unit` in normal form. Longest
/// first; names of one character are left out.
[[nodiscard]] std::vector<std::string> names_of_unit(std::string_view unit);

}  // namespace fazhi
