#include "similarity/shingle_block.hpp"

#include <algorithm>
#include <bit>

namespace fazhi {
namespace {

constexpr unsigned kShingleBits = 32;
constexpr unsigned kMostBucketBits = 24;

}  // namespace

ShingleBlock::ShingleBlock(std::vector<Key> keys) {
  std::sort(keys.begin(), keys.end());
  places_.reserve(keys.size());
  for (const Key each : keys) {
    const auto shingle = static_cast<std::uint32_t>(each >> kShingleBits);
    if (shingles_.empty() || shingles_.back() != shingle) {
      shingles_.push_back(shingle);
      begins_.push_back(static_cast<std::uint32_t>(places_.size()));
    }
    places_.push_back(static_cast<std::uint32_t>(each));
  }
  keys = {};
  begins_.push_back(static_cast<std::uint32_t>(places_.size()));
  passed_.assign(shingles_.size(), 0);
  const unsigned bits = std::clamp<unsigned>(static_cast<unsigned>(std::bit_width(shingles_.size())), 1, kMostBucketBits);
  shift_ = kShingleBits - bits;
  buckets_.assign((std::size_t{1} << bits) + 1, 0);
  for (const std::uint32_t each : shingles_) ++buckets_[(each >> shift_) + 1];
  for (std::size_t bucket = 1; bucket < buckets_.size(); ++bucket) buckets_[bucket] += buckets_[bucket - 1];
}

std::span<const std::uint32_t> ShingleBlock::pass(std::uint32_t shingle, std::uint32_t window) {
  const std::uint32_t bucket = shingle >> shift_;
  std::uint32_t at = buckets_[bucket];
  const std::uint32_t end = buckets_[bucket + 1];
  while (at < end && shingles_[at] < shingle) ++at;
  if (at == end || shingles_[at] != shingle) return {};
  // Its reports in the block pass first of all that have it, so that so many of them have.
  const std::uint32_t passed = passed_[at]++;
  const std::uint32_t last = std::min(passed, begins_[at + 1] - begins_[at]);
  const std::uint32_t first = passed > window ? std::min(passed - window, last) : 0;
  return std::span(places_).subspan(begins_[at] + first, last - first);
}

}  // namespace fazhi
