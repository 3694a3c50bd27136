#include "similarity/index.hpp"

#include <algorithm>
#include <tuple>

namespace fazhi {
namespace {

constexpr std::uint32_t kSampleOneOf = 8;

/// Set in the last posting of a shingle.
constexpr std::uint32_t kLast = 0x80000000u;

/// A pair is a candidate where it shares so much of the smaller of both, in
/// shingles: a third copied, with an edit every fifteen points, keeps a sixth. Of
/// honest pairs, one in two hundred has so much of set phrases.
constexpr std::size_t kCandidatePerCent = 5;
constexpr std::uint32_t kLeastSharedSamples = 5;

struct Posting {
  std::uint32_t shingle;
  std::uint32_t slot;
  auto operator<=>(const Posting&) const = default;
};

/// Ends of the run of one shingle that begins at `begin`.
std::size_t end_of_shingle(const std::vector<Posting>& postings, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < postings.size() && postings[end].shingle == postings[begin].shingle) ++end;
  return end;
}

}  // namespace

void SimilarityIndexBuilder::add(std::uint32_t id, Collection collection, const ReportSignature& signature) {
  counts_.add(signature);
  Entry entry{id, collection, {}};
  const auto is_sampled = [](std::uint32_t shingle) { return shingle % kSampleOneOf == 0; };
  entry.samples.reserve(static_cast<std::size_t>(
      std::count_if(signature.shingles.begin(), signature.shingles.end(), is_sampled)));
  std::copy_if(signature.shingles.begin(), signature.shingles.end(), std::back_inserter(entry.samples), is_sampled);
  entries_.push_back(std::move(entry));
}

SimilarityIndex SimilarityIndexBuilder::build() && {
  SimilarityIndex index;
  {
    const ShingleCounts counts = std::move(counts_);
    index.common_ = counts.common(least_reports_of_common(counts.reports()));
  }
  std::sort(entries_.begin(), entries_.end(), [](const Entry& one, const Entry& other) {
    return std::tie(one.collection, one.id) < std::tie(other.collection, other.id);
  });
  std::size_t samples = 0;
  for (const Entry& each : entries_) samples += each.samples.size();
  std::vector<Posting> postings;
  postings.reserve(samples);
  for (Entry& each : entries_) {
    const auto slot = static_cast<std::uint32_t>(index.ids_.size());
    if (each.collection == Collection::this_year) index.first_of_last_year_ = slot + 1;
    index.ids_.push_back(each.id);
    index.sample_counts_.push_back(static_cast<std::uint32_t>(each.samples.size()));
    for (const std::uint32_t shingle : each.samples) postings.push_back({shingle, slot});
    each.samples = {};
  }
  entries_ = {};
  std::sort(postings.begin(), postings.end());

  std::vector<std::size_t>& begins = index.begin_of_slot_;
  begins.assign(index.ids_.size() + 1, 0);
  std::size_t kept = 0;
  for (std::size_t begin = 0; begin < postings.size();) {
    const std::size_t end = end_of_shingle(postings, begin);
    for (std::size_t at = begin; end - begin > 1 && at < end; ++at) {
      postings[kept] = {at + 1 == end ? kLast : 0, postings[at].slot};
      ++begins[postings[kept++].slot + 1];
    }
    begin = end;
  }
  postings.resize(kept);
  for (std::size_t slot = 0; slot < index.ids_.size(); ++slot) begins[slot + 1] += begins[slot];
  index.places_.resize(kept);
  index.postings_.reserve(kept);
  std::vector<std::size_t> next(begins.begin(), begins.end() - 1);
  for (const Posting& each : postings) {
    index.places_[next[each.slot]++] = static_cast<std::uint32_t>(index.postings_.size());
    index.postings_.push_back(each.slot | each.shingle);
  }
  return index;
}

std::vector<CandidatePair> SimilarityIndex::candidates(std::size_t begin, std::size_t end) const {
  std::vector<CandidatePair> pairs;
  std::vector<std::uint32_t> shared(size(), 0);
  std::vector<std::uint32_t> touched;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> partners;  // samples not shared at most, slot
  for (std::size_t slot = begin; slot < std::min(end, first_of_last_year_); ++slot) {
    touched.clear();
    for (std::size_t each = begin_of_slot_[slot]; each < begin_of_slot_[slot + 1]; ++each) {
      std::size_t place = places_[each];
      for (std::size_t steps = 0; steps < kNeighbours && (postings_[place] & kLast) == 0; ++steps) {
        const std::uint32_t partner = postings_[++place] & ~kLast;
        if (shared[partner]++ == 0) touched.push_back(partner);
      }
    }
    partners.clear();
    for (const std::uint32_t partner : touched) {
      const std::uint32_t count = shared[partner];
      shared[partner] = 0;
      const std::size_t smaller = std::min(samples_of(slot), samples_of(partner));
      if (count >= kLeastSharedSamples && count * 100 >= smaller * kCandidatePerCent) partners.emplace_back(~count, partner);
    }
    const std::size_t kept = std::min(partners.size(), kMostPartners);
    std::partial_sort(partners.begin(), partners.begin() + static_cast<std::ptrdiff_t>(kept), partners.end());
    for (std::size_t at = 0; at < kept; ++at) {
      pairs.push_back({ids_[slot], ids_[partners[at].second], ~partners[at].first});
    }
  }
  return pairs;
}

}  // namespace fazhi
