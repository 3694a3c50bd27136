#pragma once

#include <string>
#include <string_view>

namespace fazhi {

/// `text` as it may go to a terminal: one line, and nothing in it that a
/// terminal would obey. Tabs and line breaks become a space; control
/// characters, bidirectional controls, unassigned code points and bytes that
/// are not UTF-8 become U+FFFD; other invisible format characters are dropped.
/// White space at both ends (the ideographic space too) is dropped.
[[nodiscard]] std::string printable(std::string_view text);

/// The same for text of several lines whose columns count: line breaks and spaces
/// stay, and each character that a terminal would obey becomes one U+FFFD.
[[nodiscard]] std::string printable_lines(std::string_view text);

}  // namespace fazhi
