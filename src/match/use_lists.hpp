#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fazhi::detail {

/// What literals mean, while patterns are added: pairs of a literal's number and
/// a list's item, in the order of the items.
struct UsePairs {
  using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
  Pairs groups;
  Pairs starts;
  Pairs required;
};

/// The lists, one behind the other, and where the list of each of `count` literals begins.
struct Lists {
  Lists(const UsePairs::Pairs& pairs, std::size_t count) : begins(count + 1, 0), items(pairs.size()) {
    for (const auto& [literal, item] : pairs) ++begins[literal + 1];
    for (std::size_t literal = 0; literal < count; ++literal) begins[literal + 1] += begins[literal];
    std::vector<std::uint32_t> ends(begins.begin(), begins.end() - 1);
    for (const auto& [literal, item] : pairs) items[ends[literal]++] = item;
  }
  /// Appends the literal's list to `flat`; where it begins there.
  std::uint32_t append_to(std::vector<std::uint32_t>& flat, std::uint32_t literal) const {
    const auto begin = static_cast<std::uint32_t>(flat.size());
    flat.insert(flat.end(), items.data() + begins[literal], items.data() + begins[literal + 1]);
    return begin;
  }

  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> items;
};

}  // namespace fazhi::detail
