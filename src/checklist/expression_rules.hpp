#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fazhi {

/// A construct that a rule's expression may not hold.
struct AsciiEscape {
  std::size_t byte_offset = 0;  ///< of the backslash
  std::string_view escape;      ///< "\\b"
};

/// The first of \b \B \w \W \d \D in `expression`, inside classes too: they know
/// ASCII alone, so that they never hold, or always, in Chinese text.
[[nodiscard]] std::optional<AsciiEscape> find_ascii_escape(std::string_view expression);

/// Whether `expression` (one that PCRE2 compiles) can match without consuming
/// anything. Derived from its structure; references count as consuming.
[[nodiscard]] bool can_match_nothing(std::string_view expression);

}  // namespace fazhi
