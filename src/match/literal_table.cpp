#include "match/literal_table.hpp"

#include <algorithm>
#include <utility>

namespace fazhi::detail {
namespace {

/// Bucket and number of each literal.
using Numbered = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

LiteralEntry entry_of(std::uint32_t number, const std::string& literal) {
  LiteralEntry out;
  out.number = number;
  out.size = static_cast<std::uint32_t>(literal.size());
  const std::size_t head_bytes = std::min(sizeof out.head, literal.size());
  std::memcpy(out.head.data(), literal.data(), head_bytes);
  std::memset(out.mask.data(), 0xFF, head_bytes);
  return out;
}

LiteralBuckets<Owned> buckets_of(Numbered numbered, const std::vector<std::string>& literals, std::uint32_t buckets) {
  std::sort(numbered.begin(), numbered.end());
  LiteralBuckets<Owned> out;
  out.entries.reserve(numbered.size());
  out.begins.reserve(buckets + 1);
  for (const auto& [bucket, number] : numbered) {
    while (out.begins.size() <= bucket) out.begins.push_back(static_cast<std::uint32_t>(out.entries.size()));
    out.entries.push_back(entry_of(number, literals[number]));
  }
  out.begins.resize(buckets + 1, static_cast<std::uint32_t>(out.entries.size()));
  return out;
}

}  // namespace

std::uint32_t LiteralTableBuilder::add(const std::string& literal) {
  const auto [known, is_new] = numbers_.emplace(literal, static_cast<std::uint32_t>(literals_.size()));
  if (is_new) literals_.push_back(literal);
  return known->second;
}

LiteralArrays<Owned> LiteralTableBuilder::build() const {
  using Table = LiteralTable;
  LiteralArrays<Owned> out;
  out.pair_bits.assign((1u << Table::kHashBits) / 64, 0);
  out.triple_bits.assign((1u << Table::kHashBits) / 64, 0);
  out.single_bits.assign(0x10000 / 64, 0);
  Numbered triples;
  Numbered pairs;
  Numbered singles;
  const auto add_hashed = [](std::uint32_t hash, std::uint32_t number, std::vector<std::uint64_t>& bits, Numbered& numbered) {
    bits[hash >> 6] |= std::uint64_t{1} << (hash & 63);
    numbered.emplace_back(hash & Table::kBucketMask, number);
  };
  for (std::uint32_t number = 0; number < literals_.size(); ++number) {
    const std::string_view literal = literals_[number];
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text.insert(out.text.end(), literal.begin(), literal.end());
    out.ranges.push_back({begin, static_cast<std::uint32_t>(out.text.size())});
    std::size_t at = 0;
    const std::uint32_t first = Table::point_at(literal, at);
    if (at == literal.size()) {
      const std::uint32_t low = first & 0xFFFF;
      out.single_bits[low >> 6] |= std::uint64_t{1} << (low & 63);
      singles.emplace_back(Table::bucket_of(first), number);
      continue;
    }
    const std::uint32_t mixed = Table::mix(first, Table::point_at(literal, at));
    if (at == literal.size()) {
      add_hashed(Table::hash_of(mixed), number, out.pair_bits, pairs);
    } else {
      add_hashed(Table::hash_of(Table::mix(mixed, Table::point_at(literal, at))), number, out.triple_bits, triples);
    }
  }
  constexpr std::uint32_t kBuckets = Table::kBucketMask + 1;
  out.triples = buckets_of(std::move(triples), literals_, kBuckets);
  out.pairs = buckets_of(std::move(pairs), literals_, kBuckets);
  out.singles = buckets_of(std::move(singles), literals_, kBuckets);
  return out;
}

}  // namespace fazhi::detail
