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
  std::memset(out.mask.data(), 0xFF, std::min(kHeadBytes, literal.size()));
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
  using Numbered = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
  pair_bits_.assign((1u << kHashBits) / 64, 0);
  triple_bits_.assign((1u << kHashBits) / 64, 0);
  single_bits_.assign(0x10000 / 64, 0);
  Numbered triples;
  Numbered pairs;
  Numbered singles;
  const auto add_hashed = [](std::uint32_t hash, std::uint32_t number, std::vector<std::uint64_t>& bits, Numbered& numbered) {
    bits[hash >> 6] |= std::uint64_t{1} << (hash & 63);
    numbered.emplace_back(hash & kBucketMask, number);
  };
  for (std::uint32_t number = 0; number < literals_.size(); ++number) {
    const std::string_view literal = literals_[number];
    std::size_t at = 0;
    const std::uint32_t first = point_at(literal, at);
    if (at == literal.size()) {
      const std::uint32_t low = first & 0xFFFF;
      single_bits_[low >> 6] |= std::uint64_t{1} << (low & 63);
      singles.emplace_back(bucket_of(first), number);
      continue;
    }
    const std::uint32_t mixed = mix(first, point_at(literal, at));
    if (at == literal.size()) {
      add_hashed(hash_of(mixed), number, pair_bits_, pairs);
    } else {
      add_hashed(hash_of(mix(mixed, point_at(literal, at))), number, triple_bits_, triples);
    }
  }
  triples_ = buckets_of(std::move(triples));
  pairs_ = buckets_of(std::move(pairs));
  singles_ = buckets_of(std::move(singles));
}

}  // namespace fazhi::detail
