#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "similarity/signature.hpp"

namespace fazhi {

enum class Collection { this_year, last_year };

/// Two reports that may be copied from each other; `compare` has to tell.
struct CandidatePair {
  std::uint32_t first = 0;   ///< the smaller id, or this year's report beside one of last year
  std::uint32_t second = 0;
  std::uint32_t shared_samples = 0;  ///< of the shingles sampled, so many stand in both

  bool operator==(const CandidatePair&) const = default;
};

/// All reports of a batch by the shingles that they share. Immutable; many threads
/// may ask it. Made by `SimilarityIndexBuilder`.
///
/// One of eight shingles, told by its hash, is kept of each report (the sketch MOD_m
/// of Broder 1997), so that shares of containment can be estimated; 4 bytes each, 2.5
/// KB a report. Every shingle is counted, so that common ones are known.
class SimilarityIndex {
 public:
  /// Reports, by `Collection` and id; the order in which they were added does not matter.
  [[nodiscard]] std::size_t size() const { return ids_.size(); }
  [[nodiscard]] const CommonShingles& common() const { return common_; }

  /// The pairs of the reports [begin, end) of `size()` with those behind them, by
  /// reports, best first. All of them together are each pair once; callers may
  /// divide the reports among threads. No pair of two reports of last year.
  ///
  /// A report's pairs are the `kMostPartners` that share most. A shingle
  /// that stands in many reports pairs each with the next `kNeighbours` only: a
  /// hundred copies of one source are linked, though not every two of them.
  [[nodiscard]] std::vector<CandidatePair> candidates(std::size_t begin, std::size_t end) const;

  static constexpr std::size_t kNeighbours = 64;
  static constexpr std::size_t kMostPartners = 32;

 private:
  friend class SimilarityIndexBuilder;

  std::size_t samples_of(std::size_t slot) const { return sample_counts_[slot]; }

  std::vector<std::uint32_t> ids_;            ///< by slot
  std::size_t first_of_last_year_ = 0;        ///< slot
  std::vector<std::uint32_t> sample_counts_;  ///< by slot, those that no other report has included
  std::vector<std::uint32_t> postings_;       ///< slots, shingle by shingle, ascending; the last of each has `kLast` set
  std::vector<std::uint32_t> places_;         ///< in `postings_`, slot by slot
  std::vector<std::size_t> begin_of_slot_;    ///< in `places_`; one more than slots
  CommonShingles common_;
};

/// Collects signatures, then makes the index. Needs some 200 MB for 40,000
/// reports of 9 KB while it makes it, counts included; the index then has half of that.
class SimilarityIndexBuilder {
 public:
  /// `id` is the caller's, below 2^31 and once in a collection.
  void add(std::uint32_t id, Collection collection, const ReportSignature& signature);

  [[nodiscard]] SimilarityIndex build() &&;

 private:
  struct Entry {
    std::uint32_t id = 0;
    Collection collection{};
    std::vector<std::uint32_t> samples;
  };

  std::vector<Entry> entries_;
  ShingleCounts counts_;
};

}  // namespace fazhi
