#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/range.hpp"

/// What the targets of fuzzing share. A target is a function of bytes that
/// returns where all is well and ends the process where a promise is broken.
namespace fazhi::fuzz {

/// Ends the process with `promise` on standard error unless it is kept.
void require(bool kept, std::string_view promise);

/// `bytes` as valid UTF-8: what is none of it becomes “?”, byte by byte.
[[nodiscard]] std::string as_utf8(std::string_view bytes);

/// The lines of `text` without white space at either end; none is empty.
[[nodiscard]] std::vector<TextRange> lines_of(std::string_view text);

/// Whether `at` is an end of `text` or stands between two of its code points.
[[nodiscard]] bool is_boundary(std::string_view text, std::size_t at);

/// Whether both ends of `range` are boundaries of `text`, in order.
[[nodiscard]] bool is_range_of(TextRange range, std::string_view text);

/// Whether `text` is valid UTF-8.
[[nodiscard]] bool is_utf8(std::string_view text);

}  // namespace fazhi::fuzz
