#pragma once

#include <string_view>

namespace fazhi {

/// Whether `remedy` tells what to do: it begins with a verb that an author is
/// told (写明, 核对), or with what stands before one (请, 把, 在). A common few;
/// a remedy that begins otherwise may still be right.
[[nodiscard]] bool begins_imperative(std::string_view remedy);

}  // namespace fazhi
