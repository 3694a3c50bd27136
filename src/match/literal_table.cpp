#include "match/literal_table.hpp"

namespace fazhi::detail {

std::uint32_t LiteralTable::add(const std::string& literal) {
  const auto [known, is_new] = numbers_.emplace(literal, static_cast<std::uint32_t>(literals_.size()));
  if (is_new) literals_.push_back(literal);
  return known->second;
}

void LiteralTable::freeze() {
  numbers_ = {};
  pair_bits_.assign((1u << kHashBits) / 64, 0);
  single_bits_.assign(0x10000 / 64, 0);
  pair_buckets_.assign(kBucketMask + 1, {});
  single_buckets_.assign(kBucketMask + 1, {});
  for (std::uint32_t number = 0; number < literals_.size(); ++number) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(literals_[number].data());
    std::uint32_t length = 0;
    const std::uint32_t first = code_point(bytes, length);
    if (length == literals_[number].size()) {
      const std::uint32_t low = first & 0xFFFF;
      single_bits_[low >> 6] |= std::uint64_t{1} << (low & 63);
      single_buckets_[bucket_of(first)].push_back(number);
      continue;
    }
    std::uint32_t next_length = 0;
    const std::uint32_t second = code_point(bytes + length, next_length);
    const std::uint32_t hash = pair_hash(first, second);
    pair_bits_[hash >> 6] |= std::uint64_t{1} << (hash & 63);
    pair_buckets_[hash & kBucketMask].push_back(number);
  }
}

}  // namespace fazhi::detail
