#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fazhi::detail {

/// A list of numbers for each of many keys, most of them empty; all lists grow in
/// one array.
class Chains {
 public:
  /// Empty lists for the keys below `keys`.
  void reset(std::size_t keys) {
    clear();
    last_.resize(std::max(last_.size(), keys), 0);
  }
  void clear() {
    for (const std::uint32_t key : used_) last_[key] = 0;
    used_.clear();
    links_.clear();
  }
  void add(std::uint32_t key, std::uint32_t number) {
    std::uint32_t& last = last_[key];
    if (last == 0) used_.push_back(key);
    links_.push_back({number, last});
    last = static_cast<std::uint32_t>(links_.size());
  }
  /// The key's numbers in the order of addition.
  void list(std::uint32_t key, std::vector<std::uint32_t>& out) const {
    out.clear();
    for (std::uint32_t at = last_[key]; at != 0; at = links_[at - 1].previous) out.push_back(links_[at - 1].number);
    std::reverse(out.begin(), out.end());
  }
  /// Keys whose lists are not empty, in the order of their first numbers.
  [[nodiscard]] const std::vector<std::uint32_t>& used() const { return used_; }
  /// Numbers in all lists.
  [[nodiscard]] std::size_t size() const { return links_.size(); }

 private:
  struct Link {
    std::uint32_t number;
    std::uint32_t previous;  ///< index + 1 of the link before it in the list, 0: none
  };
  std::vector<Link> links_;
  std::vector<std::uint32_t> last_;  ///< of each key: index + 1 of its last link
  std::vector<std::uint32_t> used_;
};

}  // namespace fazhi::detail
