#pragma once

#include <string>

#include "rectify/read_filled_list.hpp"

namespace fazhi {

/// Reads the list at `path` that a unit sent back: .xml as `fazhi rectify` writes
/// it, anything else as read_filled_list tells it. Fails as these do, and with
/// what `read_bytes` says.
[[nodiscard]] Result<FilledList> read_returned_list(const std::string& path, Language language);

}  // namespace fazhi
