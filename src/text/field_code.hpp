#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fazhi {

/// Length in bytes of the word processor's trace that begins at `at`, 0 where
/// there is none: `[bookmark: _GoBack]`, `{ PAGE \* MERGEFORMAT }`, `_GoBack`,
/// `_Toc12345`. None is longer than 200 bytes or goes beyond its line.
[[nodiscard]] std::uint32_t field_code_size(std::string_view text, std::size_t at);

}  // namespace fazhi
