#pragma once

#include <string_view>

namespace fazhi {

/// Whether `text` may be an id: lower-case ASCII letters, digits, '-' and '.',
/// a letter or digit first and last.
[[nodiscard]] bool is_id(std::string_view text);

}  // namespace fazhi
