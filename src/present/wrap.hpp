#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fazhi {

/// Breaks one line of printable text into lines of at most `columns` (ten at
/// least). Lines break between Han characters and at spaces; a Latin word or a
/// number stays whole where it fits on a line. No line begins with closing
/// punctuation (，。、；：！？”’）》」』】〕… and ASCII's) and none ends with
/// opening punctuation, as GB/T 15834—2011, 5.1 asks. Spaces at a break are
/// dropped. An empty text gives no line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, int columns, bool wide_ambiguous);

}  // namespace fazhi
