#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Numbers of lists as word processors and browsers write them. A form that has
/// nothing for a number gives "".
namespace fazhi::number_forms {

/// "XIV", or "xiv"; of numbers from 1 on. Its length grows with the number.
[[nodiscard]] std::string roman(std::int64_t value, bool upper);

/// a … z, aa, ab …; of numbers from 1 on.
[[nodiscard]] std::string letters(std::int64_t value, char first);
/// a … z, aa, bb …; of numbers from 1 on. Its length grows with the number.
[[nodiscard]] std::string repeated_letters(std::int64_t value, char first);

/// ① … ㊿.
[[nodiscard]] std::string circled(std::int64_t value);
/// １２; of numbers from 0 on.
[[nodiscard]] std::string full_width(std::int64_t value);

/// The characters from `first` on, one for each of 1 … `count`.
[[nodiscard]] std::string in_block(std::int64_t value, char32_t first, std::int64_t count);
/// One of `row` for each of 1 … its length.
[[nodiscard]] std::string in_row(std::int64_t value, std::u32string_view row);

/// `chinese` (as `write_chinese` writes) in the forms of cheques; `forms` stand
/// for 零一二三四五六七八九十百千万.
[[nodiscard]] std::string of_cheques(std::string_view chinese, std::u32string_view forms);

}  // namespace fazhi::number_forms
