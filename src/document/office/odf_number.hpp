#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fazhi {

/// The number `value` in the format that OpenDocument calls style:num-format
/// (ISO/IEC 26300-1, 20.322): "1", "a", "A", "i", "I", "", or the beginning of a
/// row as word processors write it ("一, 二, 三, ...", "①, ②, ③, ..."), of which
/// the first number tells the row. With `letter_sync` 27 is aa and not aa … az.
/// A row that is not known, and values that a row has no number for, are written
/// in Arabic digits; "" gives "".
[[nodiscard]] std::string write_odf_number(std::string_view format, std::int64_t value, bool letter_sync = false);

}  // namespace fazhi
