#include "similarity/index.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "similarity/shingle_block.hpp"

namespace fazhi {
namespace {

constexpr std::uint32_t kSampleOneOf = 8;

/// A pair is a candidate where it shares so much of the smaller of both, in
/// shingles: a third copied, with an edit every fifteen points, keeps a sixth. Of
/// honest pairs, one in two hundred has so much of set phrases.
constexpr std::size_t kCandidatePerCent = 5;
constexpr std::uint32_t kLeastSharedSamples = 5;

/// Samples of a block, some four hundred reports: each block reads all that stand behind it.
constexpr std::size_t kBlockSamples = std::size_t{1} << 18;

/// A report behind another one, and the samples that they share.
struct Partner {
  std::uint32_t shared = 0;
  std::uint32_t slot = 0;

  /// Better ones are less.
  auto operator<=>(const Partner& other) const {
    return std::tie(other.shared, slot) <=> std::tie(shared, other.slot);
  }
};

/// The best partners of a report; the worst of them first (a heap).
class Partners {
 public:
  void add(const Partner& partner) {
    if (best_.size() == SimilarityIndex::kMostPartners) {
      if (best_.front() < partner) return;
      std::pop_heap(best_.begin(), best_.end());
      best_.pop_back();
    }
    best_.push_back(partner);
    std::push_heap(best_.begin(), best_.end());
  }
  [[nodiscard]] const std::vector<Partner>& in_order() {
    std::sort_heap(best_.begin(), best_.end());
    return best_;
  }

 private:
  std::vector<Partner> best_;
};

}  // namespace

void SimilarityIndexBuilder::add(std::uint32_t id, Collection collection, const ReportSignature& signature) {
  counts_.add(signature);
  sampled_.clear();
  std::copy_if(signature.shingles.begin(), signature.shingles.end(), std::back_inserter(sampled_),
               [](std::uint32_t shingle) { return shingle % kSampleOneOf == 0; });
  index_.slots_.push_back({id, static_cast<std::uint32_t>(sampled_.size()), index_.samples_.size(), collection});
  if (!error_) error_ = index_.samples_.append(sampled_);
}

Result<SimilarityIndex> SimilarityIndexBuilder::build() && {
  if (!error_) error_ = index_.samples_.finish();
  if (error_) return *error_;
  SimilarityIndex index = std::move(index_);
  {
    const ShingleCounts counts = std::move(counts_);
    index.common_ = counts.common(least_reports_of_common(counts.reports()));
  }
  auto& slots = index.slots_;
  slots.shrink_to_fit();
  std::sort(slots.begin(), slots.end(), [](const auto& one, const auto& other) {
    return std::tie(one.collection, one.id) < std::tie(other.collection, other.id);
  });
  index.this_year_ = static_cast<std::size_t>(
      std::count_if(slots.begin(), slots.end(), [](const auto& each) { return each.collection == Collection::this_year; }));
  return index;
}

std::size_t SimilarityIndex::end_of_block(std::size_t begin) const {
  std::size_t samples = 0;
  for (std::size_t slot = begin; slot < size(); ++slot) {
    samples += slots_[slot].samples;
    if (samples > kBlockSamples) return std::max(slot, begin + 1);
  }
  return size();
}

Result<std::vector<CandidatePair>> SimilarityIndex::candidates(std::size_t begin, std::size_t end) const {
  end = std::min(end, this_year_);
  if (begin >= end) return std::vector<CandidatePair>();
  SampleReader reader(samples_);
  std::vector<ShingleBlock::Key> keys;
  for (std::size_t slot = begin; slot < end; ++slot) {
    const auto place = static_cast<std::uint32_t>(slot - begin);
    for (const std::uint32_t each : reader.read(slots_[slot].begin, slots_[slot].samples)) keys.push_back(ShingleBlock::key(each, place));
  }
  ShingleBlock block(std::move(keys));

  std::vector<Partners> partners(end - begin);
  std::vector<std::uint32_t> shared(end - begin, 0);
  std::vector<std::uint32_t> touched;
  for (std::size_t slot = begin; slot < size() && !reader.error(); ++slot) {
    touched.clear();
    for (const std::uint32_t shingle : reader.read(slots_[slot].begin, slots_[slot].samples)) {
      for (const std::uint32_t place : block.pass(shingle, kNeighbours)) {
        if (shared[place]++ == 0) touched.push_back(place);
      }
    }
    for (const std::uint32_t place : touched) {
      const std::uint32_t count = std::exchange(shared[place], 0);
      const std::size_t smaller = std::min(slots_[begin + place].samples, slots_[slot].samples);
      if (count < kLeastSharedSamples || count * 100 < smaller * kCandidatePerCent) continue;
      partners[place].add({count, static_cast<std::uint32_t>(slot)});
    }
  }
  if (reader.error()) return *reader.error();

  std::vector<CandidatePair> pairs;
  for (std::size_t slot = begin; slot < end; ++slot) {
    for (const Partner& each : partners[slot - begin].in_order()) pairs.push_back({slots_[slot].id, slots_[each.slot].id, each.shared});
  }
  return pairs;
}

}  // namespace fazhi
