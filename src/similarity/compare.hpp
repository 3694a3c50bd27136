#pragma once

#include <cstdint>
#include <vector>

#include "base/range.hpp"
#include "similarity/comparable_text.hpp"
#include "similarity/signature.hpp"

namespace fazhi {

/// A passage that two texts have in common, but for figures, names, punctuation
/// and a few words in between.
struct SharedPassage {
  TextRange first;                ///< in the text that the first was made from
  TextRange second;
  std::uint32_t counted_points = 0;  ///< of the first, that are alike and no set phrase
};

/// What of two texts is alike.
struct Comparison {
  std::uint32_t countable_first = 0;   ///< points that are neither set phrase nor common, or were counted as copied
  std::uint32_t countable_second = 0;
  std::uint32_t copied_first = 0;      ///< those of them that stand in the passages
  std::uint32_t copied_second = 0;
  std::vector<SharedPassage> passages;  ///< most counted points first, then by place in the first

  /// Per mille of the first's (the second's) own wording that the other has too; 0 of an empty one.
  [[nodiscard]] std::uint32_t share_first() const;
  [[nodiscard]] std::uint32_t share_second() const;
  /// The larger of both.
  [[nodiscard]] std::uint32_t share() const;
};

/// From this share on a pair is worth a person's look; measured by
/// tests/similarity_figures.py.
inline constexpr std::uint32_t kDefaultSharePerMille = 150;

/// Fewer copied points than these are a paragraph at most, and tell nothing of a
/// report, however short the rest of it is.
inline constexpr std::uint32_t kLeastCopiedPoints = 100;

/// Whether one of the two holds so much of the other.
[[nodiscard]] bool is_copy(const Comparison& comparison, std::uint32_t least_share_per_mille = kDefaultSharePerMille);

/// Lays `second` over `first`: greedy string tiling (Wise 1993) from left to
/// right, seeded by equal shingles and grown point by point, so that it does not
/// matter in which order passages stand. Nothing is estimated. Linear in the texts
/// but for the shingles' order: of a shingle that stands in many places of
/// `second`, some are tried. Where a passage of `second` stands twice in `first`,
/// both count as copied.
[[nodiscard]] Comparison compare(const ComparableText& first, const ComparableText& second, const CommonShingles& common);

}  // namespace fazhi
