#pragma once

#include <cstddef>
#include <string_view>

namespace fazhi {

/// No page number's line is longer than this.
inline constexpr std::size_t kPageNumberLineBytes = 64;

/// Whether `line` holds a page number and nothing else: “- 3 -”, “— 3 —”,
/// “·3·”, “3”, “3/8”, “第 3 页”, “第3页 共8页”, full-width digits included.
[[nodiscard]] bool is_page_number_line(std::string_view line);

}  // namespace fazhi
