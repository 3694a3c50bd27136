#pragma once

#include <string>
#include <string_view>

namespace fazhi {

/// `bytes` of a name as UTF-8: as they are where they are valid UTF-8, else by
/// GB18030 or Big5, whichever gives more of the characters in everyday use,
/// GB18030 where they are equal; what is none of them shows U+FFFD for each byte
/// above 0x7F.
[[nodiscard]] std::string decoded_name(std::string_view bytes);

/// A path on disk, step by step: each may have been named by another system.
[[nodiscard]] std::string decoded_path(std::string_view bytes);

/// The path of an archive's entry as it may be shown: decoded, backslashes as
/// slashes, without a drive or a root before it and without steps that are
/// empty, “.” or “..”; control characters and those that turn the writing
/// direction (Unicode UAX #9, 2) become U+FFFD. Nothing is ever opened by this name.
[[nodiscard]] std::string harmless_path(std::string_view bytes);

}  // namespace fazhi
