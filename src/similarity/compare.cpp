#include "similarity/compare.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace fazhi {
namespace {

/// Places of `second` that are tried for a shingle: as many behind the passage
/// before as from the beginning.
constexpr std::size_t kTries = 4;

/// Points on either side that may stand between two alike stretches of one
/// passage: an inserted clause, another name, a synonym.
constexpr std::size_t kGapPoints = 16;

/// Counted points of a passage. Two who write of the same thing by habit agree in
/// less.
constexpr std::uint32_t kPassagePoints = 20;

/// A stretch alike without a gap over so many points is copied even where many
/// have it: they copied from one source. Set phrases do not count towards it.
constexpr std::uint32_t kLongStretchPoints = 60;

constexpr std::uint32_t kPerMille = 1000;

/// Shingles of one hash in `second`: a range of its `by_hash`.
struct Bucket {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Stretch {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint32_t size = 0;
};

/// For each shingle of `first`, where `second` has its hash: both orders merged.
std::vector<Bucket> find_buckets(const ComparableText& first, const ComparableText& second) {
  std::vector<Bucket> buckets(first.shingles.size());
  std::uint32_t at = 0;
  const auto size = static_cast<std::uint32_t>(second.by_hash.size());
  Bucket bucket;
  std::optional<std::uint32_t> hash;
  for (const std::uint32_t place : first.by_hash) {
    if (hash != first.shingles[place]) {
      hash = first.shingles[place];
      while (at < size && second.shingles[second.by_hash[at]] < *hash) ++at;
      bucket.begin = at;
      while (at < size && second.shingles[second.by_hash[at]] == *hash) ++at;
      bucket.end = at;
    }
    buckets[place] = bucket;
  }
  return buckets;
}

class Tiler {
 public:
  Tiler(const ComparableText& first, const ComparableText& second)
      : first_(first), second_(second), buckets_(find_buckets(first, second)) {}

  std::vector<Stretch> run() {
    std::vector<Stretch> stretches;
    for (std::uint32_t at = 0; at < buckets_.size();) {
      const Stretch found = longest_at(at);
      if (found.size < kShinglePoints) {
        ++at;
        continue;
      }
      stretches.push_back(found);
      at += found.size;
      expected_ = found.second + found.size;
    }
    return stretches;
  }

 private:
  Stretch longest_at(std::uint32_t at) const {
    const Bucket bucket = buckets_[at];
    if (bucket.begin == bucket.end) return {};
    const std::span places(second_.by_hash.data() + bucket.begin, bucket.end - bucket.begin);
    Stretch best;
    const auto onward = std::lower_bound(places.begin(), places.end(), expected_);
    const auto onward_end = onward + std::min<std::ptrdiff_t>(kTries, places.end() - onward);
    for (auto place = onward; place != onward_end; ++place) keep_longer(best, at, *place);
    const auto early_end = places.begin() + std::min<std::ptrdiff_t>(kTries, onward - places.begin());
    for (auto place = places.begin(); place != early_end; ++place) keep_longer(best, at, *place);
    return best;
  }

  void keep_longer(Stretch& best, std::uint32_t at, std::uint32_t place) const {
    const auto begin = first_.points.begin() + at;
    const auto end = std::mismatch(begin, first_.points.end(), second_.points.begin() + place, second_.points.end()).first;
    const auto size = static_cast<std::uint32_t>(end - begin);
    if (size > best.size) best = {at, place, size};
  }

  const ComparableText& first_;
  const ComparableText& second_;
  std::vector<Bucket> buckets_;
  std::uint32_t expected_ = 0;  ///< where the last stretch ended in `second`
};

/// One side of a comparison: which of its points count, and which are copied.
class Side {
 public:
  Side(const ComparableText& text, const CommonShingles& common) : text_(text), state_(text.points.size(), kOwn) {
    std::size_t common_end = 0;
    for (std::size_t at = 0; at < text.points.size(); ++at) {
      if (at < text.shingles.size() && common.contains(text.shingles[at])) common_end = at + kShinglePoints;
      if (at < common_end) state_[at] = kCommon;
      if (text.set_phrase[at] != 0) state_[at] = kSetPhrase;
    }
  }

  /// Points of a stretch that count: all but set phrases where it is long, else its own wording.
  [[nodiscard]] std::uint32_t counted(std::uint32_t begin, std::uint32_t size) const {
    std::uint32_t unset = 0;
    std::uint32_t own = 0;
    for (std::uint32_t at = begin; at < begin + size; ++at) {
      unset += text_.set_phrase[at] == 0 ? 1U : 0U;
      own += state_[at] == kOwn || state_[at] == kCopied ? 1U : 0U;
    }
    return unset >= kLongStretchPoints ? unset : own;
  }

  void copy(std::uint32_t begin, std::uint32_t size, bool common_too) {
    for (std::uint32_t at = begin; at < begin + size; ++at) {
      if (state_[at] == kOwn || (common_too && state_[at] == kCommon)) state_[at] = kCopied;
    }
  }

  [[nodiscard]] bool is_long(std::uint32_t begin, std::uint32_t size) const {
    const auto from = text_.set_phrase.begin() + begin;
    return std::count(from, from + size, std::uint8_t{0}) >= static_cast<std::ptrdiff_t>(kLongStretchPoints);
  }

  [[nodiscard]] std::uint32_t copied() const {
    return static_cast<std::uint32_t>(std::count(state_.begin(), state_.end(), kCopied));
  }
  [[nodiscard]] std::uint32_t countable() const {
    return copied() + static_cast<std::uint32_t>(std::count(state_.begin(), state_.end(), kOwn));
  }
  [[nodiscard]] TextRange range(std::uint32_t begin, std::uint32_t end) const {
    return {text_.ranges[begin].begin, text_.ranges[end - 1].end};
  }

 private:
  enum State : std::uint8_t { kOwn, kCommon, kSetPhrase, kCopied };

  const ComparableText& text_;
  std::vector<State> state_;
};

/// Whether `next` goes on with the passage that `last` ends.
bool continues(const Stretch& last, const Stretch& next) {
  const std::uint32_t first_end = last.first + last.size;
  const std::uint32_t second_end = last.second + last.size;
  return next.first - first_end <= kGapPoints && next.second >= second_end && next.second - second_end <= kGapPoints;
}

void take_passage(std::span<const Stretch> stretches, Side& first, Side& second, Comparison& out) {
  std::uint32_t counted = 0;
  for (const Stretch& each : stretches) counted += first.counted(each.first, each.size);
  if (counted < kPassagePoints) return;
  for (const Stretch& each : stretches) {
    const bool is_long = first.is_long(each.first, each.size);
    first.copy(each.first, each.size, is_long);
    second.copy(each.second, each.size, is_long);
  }
  const Stretch& begin = stretches.front();
  const Stretch& end = stretches.back();
  out.passages.push_back(
      {first.range(begin.first, end.first + end.size), second.range(begin.second, end.second + end.size), counted});
}

std::uint32_t share_of(std::uint32_t part, std::uint32_t whole) {
  return whole == 0 ? 0 : static_cast<std::uint32_t>(std::uint64_t{part} * kPerMille / whole);
}

}  // namespace

std::uint32_t Comparison::share_first() const { return share_of(copied_first, countable_first); }
std::uint32_t Comparison::share_second() const { return share_of(copied_second, countable_second); }
std::uint32_t Comparison::share() const { return std::max(share_first(), share_second()); }

bool is_copy(const Comparison& comparison, std::uint32_t least_share_per_mille) {
  const std::uint32_t copied = std::max(comparison.copied_first, comparison.copied_second);
  return copied >= kLeastCopiedPoints && comparison.share() >= least_share_per_mille;
}

Comparison compare(const ComparableText& first, const ComparableText& second, const CommonShingles& common) {
  Comparison out;
  Side one(first, common);
  Side other(second, common);
  const std::vector<Stretch> stretches = Tiler(first, second).run();
  for (std::size_t begin = 0; begin < stretches.size();) {
    std::size_t end = begin + 1;
    while (end < stretches.size() && continues(stretches[end - 1], stretches[end])) ++end;
    take_passage(std::span(stretches).subspan(begin, end - begin), one, other, out);
    begin = end;
  }
  out.copied_first = one.copied();
  out.copied_second = other.copied();
  out.countable_first = one.countable();
  out.countable_second = other.countable();
  std::stable_sort(out.passages.begin(), out.passages.end(), [](const SharedPassage& one_passage, const SharedPassage& next) {
    return one_passage.counted_points > next.counted_points;
  });
  return out;
}

}  // namespace fazhi
