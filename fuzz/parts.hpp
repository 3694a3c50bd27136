#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A package (.docx, .odt, .ofd, .xlsx) written so that a mutation reaches its
/// parts: each begins with the byte 0x1E, its name and a line break, and goes on
/// to the next 0x1E, which no XML holds.
namespace fazhi::fuzz {

inline constexpr char kPartMark = '\x1E';

[[nodiscard]] std::string join_parts(const std::vector<std::pair<std::string, std::string>>& parts);

/// The package that `bytes` describe, a ZIP file of stored parts; `bytes`
/// themselves where they begin like a ZIP file.
[[nodiscard]] std::string package_of(std::string_view bytes);

}  // namespace fazhi::fuzz
