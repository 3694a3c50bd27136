#pragma once

#include <string_view>

namespace fazhi {

/// Whether the format `code` (ISO/IEC 29500-1, 18.8.31) shows a day: it asks for a
/// year or a day outside of quotation marks, brackets and escapes.
[[nodiscard]] bool is_day_format(std::string_view code);

/// Whether the built-in format `id` shows a day, in the language-neutral list or
/// in that for Chinese (18.8.30).
[[nodiscard]] bool is_builtin_day_format(int id);

}  // namespace fazhi
