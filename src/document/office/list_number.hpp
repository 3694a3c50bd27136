#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fazhi {

/// The number `value` of a list in the format that WordprocessingML calls
/// `format` (ST_NumberFormat, ECMA-376 part 1, 17.18.59): "chineseCounting",
/// "decimalEnclosedCircle", "upperRoman" … Formats that are not known, and
/// values beyond the characters that a format has, are written in Arabic
/// digits; "bullet" and "none" give "".
[[nodiscard]] std::string write_list_number(std::string_view format, std::int64_t value);

}  // namespace fazhi
