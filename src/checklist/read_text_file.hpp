#pragma once

#include <optional>
#include <string>

namespace fazhi {

/// The bytes of the regular file `path`; none where it can't be read.
[[nodiscard]] std::optional<std::string> read_text_file(const std::string& path);

}  // namespace fazhi
