#pragma once

#include <optional>
#include <string_view>

#include "document/file_kind.hpp"

namespace fazhi {

/// HTML, XML and MIME by their first element or header lines; nothing for what
/// begins otherwise, whatever markup it mentions further on. A byte order mark,
/// white space, comments and declarations may stand before the first element.
[[nodiscard]] std::optional<SniffedKind> sniff_markup(std::string_view bytes);

}  // namespace fazhi
