#pragma once

#include <string>
#include <string_view>

namespace fazhi {

/// How the number of a list's item looks: `type` is that of `<ol>` ("1", "a",
/// "I") or of list-style-type ("decimal", "lower-alpha", "cjk-ideographic");
/// with the mark that a browser puts behind it: "3. ", "三、". "" for "none"
/// and for marks that are no numbers. What is unknown is decimal.
[[nodiscard]] std::string list_number(int value, std::string_view type);

}  // namespace fazhi
