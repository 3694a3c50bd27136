#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fazhi {

/// Strings of which every match of `expression` (PCRE2 syntax, UTF-8) holds at
/// least one; empty where no such set can be told. Never wrong, sometimes
/// empty without need: syntax that it does not know counts as "anything".
/// After the prefilter of RE2 (Cox, "Regular Expression Matching with a
/// Trigram Index", 2012).
[[nodiscard]] std::vector<std::string> required_literals(std::string_view expression);

}  // namespace fazhi
