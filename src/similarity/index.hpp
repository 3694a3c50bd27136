#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "similarity/sample_store.hpp"
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
/// KB a report, in a file where the builder was given one. Every shingle is counted,
/// so that common ones are known. In memory are 24 bytes a report.
class SimilarityIndex {
 public:
  /// Reports, by `Collection` and id; the order in which they were added does not matter.
  [[nodiscard]] std::size_t size() const { return slots_.size(); }
  /// Those of this year, which come first.
  [[nodiscard]] std::size_t size_of_this_year() const { return this_year_; }
  [[nodiscard]] const CommonShingles& common() const { return common_; }

  /// Where the block of reports ends that begins at `begin` (under `size()`): as
  /// many as `candidates` should be asked for at once, so that what it needs stays
  /// under some 10 MB, but one at least.
  [[nodiscard]] std::size_t end_of_block(std::size_t begin) const;

  /// The pairs of the reports [begin, end) of `size()` with those behind them, by
  /// reports, best first. All of them together are each pair once; callers may
  /// divide the reports among threads. No pair of two reports of last year. Reads
  /// the samples of all reports from `begin` on, and holds those of [begin, end).
  /// Fails with `output.failed` where the samples' file can't be read.
  ///
  /// A report's pairs are the `kMostPartners` that share most. A shingle
  /// that stands in many reports pairs each with the next `kNeighbours` only: a
  /// hundred copies of one source are linked, though not every two of them.
  [[nodiscard]] Result<std::vector<CandidatePair>> candidates(std::size_t begin, std::size_t end) const;

  static constexpr std::size_t kNeighbours = 64;
  static constexpr std::size_t kMostPartners = 32;

 private:
  friend class SimilarityIndexBuilder;

  struct Slot {
    std::uint32_t id = 0;
    std::uint32_t samples = 0;  ///< those that no other report has included
    std::size_t begin = 0;      ///< in `samples_`
    Collection collection{};
  };

  std::vector<Slot> slots_;
  std::size_t this_year_ = 0;
  SampleStore samples_;
  CommonShingles common_;
};

/// Collects signatures, then makes the index. Needs some 20 MB for the counts.
class SimilarityIndexBuilder {
 public:
  /// From here on samples go to a file at `path`, which loses its name at once
  /// (`SampleStore::open`). Fails with `output.failed`.
  [[nodiscard]] std::optional<Message> keep_in_file(const std::string& path) { return index_.samples_.open(path); }

  /// `id` is the caller's, below 2^31 and once in a collection.
  void add(std::uint32_t id, Collection collection, const ReportSignature& signature);

  /// Fails with `output.failed` where the samples could not be written.
  [[nodiscard]] Result<SimilarityIndex> build() &&;

 private:
  SimilarityIndex index_;
  ShingleCounts counts_;
  std::vector<std::uint32_t> sampled_;  ///< of the report that is added
  std::optional<Message> error_;
};

}  // namespace fazhi
