#pragma once

#include <span>
#include <vector>

namespace fazhi::detail {

/// What is kept in arrays is either made and owned, or looked at where it lies
/// ready in an image: the same struct, with one or the other for its `Array`.
template <class Item>
using Owned = std::vector<Item>;
template <class Item>
using View = std::span<const Item>;

}  // namespace fazhi::detail
