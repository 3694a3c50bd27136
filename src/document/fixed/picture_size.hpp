#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace fazhi {

/// Width times height that the head of a JPEG, PNG or TIFF (its first page)
/// names; none where it cannot be told.
[[nodiscard]] std::optional<std::uint64_t> picture_pixels(std::string_view bytes);

}  // namespace fazhi
