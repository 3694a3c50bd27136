#pragma once

#include <string>
#include <string_view>

namespace fazhi {

/// A header or word of a cell as rules name it: normal form in lower case.
[[nodiscard]] std::string folded_word(std::string_view text);

/// A header without what is in brackets, asterisks and colons: 报送日期（年/月/日）*.
[[nodiscard]] std::string header_word(std::string_view cell);

/// Without white space at either end, line breaks as spaces.
[[nodiscard]] std::string one_line(std::string_view text);

/// Without any white space: names are padded to look even (湟 中 区).
[[nodiscard]] std::string closed_up(std::string_view text);

}  // namespace fazhi
