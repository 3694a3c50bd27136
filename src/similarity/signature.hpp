#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "similarity/comparable_text.hpp"

namespace fazhi {

/// What the index has to know of a report, some 10 KB; may be kept from run to
/// run as long as the names, set phrases and program stay the same.
struct ReportSignature {
  std::vector<std::uint32_t> shingles;  ///< hashes, ascending, each once; without those that are half set phrase or more

  bool operator==(const ReportSignature&) const = default;
};

[[nodiscard]] ReportSignature signature_of(const ComparableText& text);

/// Hashes fall into so many cells: a batch of 40,000 reports puts six shingles
/// into one, which is nothing against the hundreds of reports that make one common.
inline constexpr unsigned kShingleCellBits = 24;

/// The shingles that so many reports of a batch share that they are no one's:
/// wording that the genre gives. 2 MB; copies share it.
class CommonShingles {
 public:
  /// None is common: for comparing two texts alone.
  CommonShingles() = default;

  [[nodiscard]] bool contains(std::uint32_t shingle) const {
    if (!cells_) return false;
    const std::uint32_t cell = shingle >> (32 - kShingleCellBits);
    return ((*cells_)[cell / 64] >> (cell % 64) & 1) != 0;
  }

 private:
  friend class ShingleCounts;
  std::shared_ptr<const std::vector<std::uint64_t>> cells_;
};

/// In how many reports each shingle stands, counted by cell: never too few. 16 MB,
/// and some for cells of more than 255.
class ShingleCounts {
 public:
  ShingleCounts();

  void add(const ReportSignature& report);
  [[nodiscard]] std::size_t reports() const { return reports_; }

  /// The shingles that stand in `least_reports` of the reports at least.
  [[nodiscard]] CommonShingles common(std::size_t least_reports) const;

 private:
  std::vector<std::uint8_t> cells_;                            ///< as far as they go
  std::unordered_map<std::uint32_t, std::uint32_t> beyond_;    ///< by cell, what is counted past that
  std::size_t reports_ = 0;
};

/// From how many of `reports` on a shingle is common. Grows as the square root:
/// in a county's sixty reports a dozen may have copied one source, while in a
/// country's 40,000 what stands in some hundreds is a phrase.
[[nodiscard]] std::size_t least_reports_of_common(std::size_t reports);

}  // namespace fazhi
