#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fazhi {

/// Which of some reports have a shingle, while all reports of a batch pass by in
/// their order. Some 20 bytes a sample.
class ShingleBlock {
 public:
  /// A sample of a report: its shingle in the upper half, the report's place in
  /// the block in the lower one.
  using Key = std::uint64_t;
  [[nodiscard]] static Key key(std::uint32_t shingle, std::uint32_t place) { return Key{shingle} << 32 | place; }

  /// `keys` in any order, each once.
  explicit ShingleBlock(std::vector<Key> keys);

  /// The report that passes by has `shingle`: the places of those before it that have
  /// it too, of each shingle's reports the last `window` that passed. The reports of the
  /// block have to pass by too, ascending.
  [[nodiscard]] std::span<const std::uint32_t> pass(std::uint32_t shingle, std::uint32_t window);

 private:
  std::vector<std::uint32_t> shingles_;  ///< ascending, each once
  std::vector<std::uint32_t> begins_;    ///< of its reports in `places_`; one more than shingles
  std::vector<std::uint32_t> passed_;    ///< reports that have passed by with it
  std::vector<std::uint32_t> places_;
  std::vector<std::uint32_t> buckets_;   ///< of `shingles_` by the upper bits of the shingle; one more than buckets
  unsigned shift_ = 0;                   ///< from a shingle to its bucket
};

}  // namespace fazhi
