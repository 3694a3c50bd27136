#pragma once

#include <string_view>

namespace fazhi {

/// What kind of file other than text `bytes` are by their first bytes, such as
/// "PDF"; empty where they do not tell.
[[nodiscard]] std::string_view file_kind_of(std::string_view bytes);

}  // namespace fazhi
