#pragma once

#include <string>
#include <string_view>

namespace fazhi {

/// Columns that a character takes in a terminal: 0 for combining and format
/// characters, 2 for East Asian wide and full-width ones (Unicode Standard
/// Annex 11), 2 or 1 for ambiguous ones (“ ” … — ①) as `wide_ambiguous` says.
[[nodiscard]] int display_width(char32_t code_point, bool wide_ambiguous);

/// The same for a UTF-8 text without control characters. A byte that is not
/// UTF-8 counts as U+FFFD.
[[nodiscard]] int display_width(std::string_view text, bool wide_ambiguous);

/// `text` where it fits in `columns`; otherwise its beginning with … at the
/// end, never wider than `columns`.
[[nodiscard]] std::string cut_end(std::string_view text, int columns, bool wide_ambiguous);

/// The same, but it is the end of `text` that is kept, behind …: for paths,
/// which differ at their end.
[[nodiscard]] std::string cut_front(std::string_view text, int columns, bool wide_ambiguous);

}  // namespace fazhi
