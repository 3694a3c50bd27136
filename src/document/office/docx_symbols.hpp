#pragma once

#include <string>
#include <string_view>

namespace fazhi::docx {

/// The character that w:sym means (ECMA-376 part 1, 17.3.3.30): `font` and its
/// hexadecimal `character`. Ticks, boxes and numbers of the Wingdings fonts are
/// known; "" for other pictures.
[[nodiscard]] std::string symbol(std::string_view font, std::string_view character);

/// What an EQ field that encloses or tops a character shows of it:
/// `EQ \o\ac(○,1)` gives ①. "" for other fields.
[[nodiscard]] std::string enclosed_character(std::string_view instruction);

}  // namespace fazhi::docx
