#include "match/literal_table.hpp"

namespace fazhi::detail {

std::uint32_t LiteralTable::add(const std::string& literal) {
  const auto [known, is_new] = numbers_.emplace(literal, static_cast<std::uint32_t>(literals_.size()));
  if (is_new) literals_.push_back(literal);
  return known->second;
}

LiteralTable::Entry LiteralTable::entry_of(std::uint32_t number) const {
  const std::string& literal = literals_[number];
  Entry out;
  out.number = number;
  out.size = static_cast<std::uint32_t>(literal.size());
  out.head = head_at(literal, 0);
  const std::string ones(std::min(kHeadBytes, literal.size()), '\xFF');
  out.mask = head_at(ones, 0);
  return out;
}

LiteralTable::Buckets LiteralTable::buckets_of(std::vector<std::pair<std::uint32_t, std::uint32_t>> numbered) const {
  std::sort(numbered.begin(), numbered.end());
  Buckets out;
  out.entries.reserve(numbered.size());
  out.begins.reserve(kBucketMask + 2);
  for (const auto& [bucket, number] : numbered) {
    while (out.begins.size() <= bucket) out.begins.push_back(static_cast<std::uint32_t>(out.entries.size()));
    out.entries.push_back(entry_of(number));
  }
  out.begins.resize(kBucketMask + 2, static_cast<std::uint32_t>(out.entries.size()));
  return out;
}

void LiteralTable::freeze() {
  numbers_ = {};
  pair_bits_.assign((1u << kHashBits) / 64, 0);
  single_bits_.assign(0x10000 / 64, 0);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> singles;
  for (std::uint32_t number = 0; number < literals_.size(); ++number) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(literals_[number].data());
    std::uint32_t length = 0;
    const std::uint32_t first = code_point(bytes, length);
    if (length == literals_[number].size()) {
      const std::uint32_t low = first & 0xFFFF;
      single_bits_[low >> 6] |= std::uint64_t{1} << (low & 63);
      singles.emplace_back(bucket_of(first), number);
      continue;
    }
    std::uint32_t next_length = 0;
    const std::uint32_t second = code_point(bytes + length, next_length);
    const std::uint32_t hash = pair_hash(first, second);
    pair_bits_[hash >> 6] |= std::uint64_t{1} << (hash & 63);
    pairs.emplace_back(hash & kBucketMask, number);
  }
  pairs_ = buckets_of(std::move(pairs));
  singles_ = buckets_of(std::move(singles));
}

}  // namespace fazhi::detail
