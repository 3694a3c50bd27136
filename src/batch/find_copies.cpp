#include "batch/find_copies.hpp"

#include <algorithm>
#include <mutex>
#include <span>
#include <tuple>
#include <utility>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "batch/parallel.hpp"
#include "batch/stored_text.hpp"
#include "similarity/compare.hpp"

namespace fazhi {
namespace {

/// Reports whose partners one task compares, at most; of their texts it holds so many
/// bytes, and one more.
constexpr std::size_t kReportsPerTask = 64;
constexpr std::size_t kHeldBytes = std::size_t{4} << 20;
/// Tasks for each thread that a block is cut into at least, where it has so many reports.
constexpr std::size_t kTasksPerThread = 4;
constexpr std::uint32_t kPerMilleOfPercent = 10;

struct AlikePair {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint32_t share_first = 0;   ///< per mille
  std::uint32_t share_second = 0;
  std::uint32_t copied_first = 0;  ///< points
  std::uint32_t copied_second = 0;

  [[nodiscard]] std::uint32_t share() const { return std::max(share_first, share_second); }
};

bool by_share(const AlikePair& a, const AlikePair& b) {
  return std::make_tuple(b.share(), a.first, a.second) < std::make_tuple(a.share(), b.first, b.second);
}

int per_cent(std::uint32_t per_mille) { return static_cast<int>(per_mille / kPerMilleOfPercent); }

/// `text` cut to what a summary shows, between characters.
std::string shown(std::string_view text) {
  if (text.size() <= limits::kPassageBytes) return std::string(text);
  std::size_t end = 0;
  while (end + code_point_length(text[end]) <= limits::kPassageBytes) end += code_point_length(text[end]);
  return std::string(text.substr(0, end)) + "…";
}

/// What a comparable text takes in memory.
std::size_t memory_of(const ComparableText& text) {
  constexpr std::size_t kBytesOfPoint = sizeof(char32_t) + sizeof(TextRange) + 2 * sizeof(std::uint32_t) + 1;
  return text.points.size() * kBytesOfPoint;
}

class CopyFinder {
 public:
  CopyFinder(const BatchOptions& options, const BatchFolder& folder, const SimilarityIndex& index, const JudgedInputs& inputs,
             const SetPhrases& set_phrases, int copied_percent, const BatchWatch& watch,
             std::size_t listed_pairs)
      : jobs_(options.jobs), folder_(folder), index_(index), inputs_(inputs), set_phrases_(set_phrases), watch_(watch),
        listed_pairs_(listed_pairs),
        least_share_(static_cast<std::uint32_t>(copied_percent) * kPerMilleOfPercent),
        steps_(watch, BatchPhase::comparing, index.size_of_this_year()),
        best_(inputs.reports.size()) {}

  Result<Copies> run() {
    std::vector<std::size_t> blocks;
    for (std::size_t at = 0; at < index_.size_of_this_year(); at = index_.end_of_block(at)) blocks.push_back(at);
    for_each_index(blocks.size(), [&](std::size_t block) {
      if (!watch_.stopped()) compare_block(blocks[block], index_.end_of_block(blocks[block]));
    });
    if (failure_) return *failure_;
    Copies out;
    out.common = index_.common();
    out.origins.reserve(best_.size());
    for (const std::optional<AlikePair>& each : best_) out.origins.push_back(each ? std::optional(origin_of(*each)) : std::nullopt);
    std::sort_heap(listed_.begin(), listed_.end(), by_share);
    out.more_pairs = alike_ - listed_.size();
    out.pairs.resize(listed_.size());
    for_each_index(listed_.size(), [&](std::size_t at) { out.pairs[at] = listed_pair(listed_[at]); });
    if (failure_) return *failure_;
    return out;
  }

 private:
  using Pairs = std::span<const CandidatePair>;

  static bool is_last_year(std::uint32_t id) { return JudgedInputs::is_last_year(id); }

  /// Nothing where the text is not as it was written: then `run` fails.
  std::optional<PreparedText> load(std::uint32_t id) {
    Result<StoredText> stored = load_text(folder_, inputs_.text_of(id));
    if (!stored) {
      fail(stored.error());
      return std::nullopt;
    }
    return prepare(std::move(*stored), set_phrases_);
  }

  std::optional<ComparableText> load_comparable(std::uint32_t id) {
    std::optional<PreparedText> text = load(id);
    if (!text) return std::nullopt;
    return std::move(text->comparable);
  }

  void fail(const Message& error) {
    const std::lock_guard lock(mutex_);
    failure_ = error;
  }

  void compare_block(std::size_t begin, std::size_t end) {
    Result<std::vector<CandidatePair>> found = index_.candidates(begin, end);
    if (!found) return fail(found.error());
    // The pairs of one report stand together, best first.
    std::vector<Pairs> reports;
    const Pairs all(*found);
    for (std::size_t at = 0; at < all.size();) {
      std::size_t behind = at;
      while (behind < all.size() && all[behind].first == all[at].first) ++behind;
      reports.push_back(all.subspan(at, behind - at));
      at = behind;
    }
    steps_.add(end - begin - reports.size());
    const std::size_t grain = std::clamp<std::size_t>(reports.size() / (jobs_ * kTasksPerThread), 1, kReportsPerTask);
    const std::size_t tasks = (reports.size() + grain - 1) / grain;
    // A thread that waits for the others must not begin another block meanwhile.
    for_each_index_alone(tasks, [&](std::size_t task) {
      const std::size_t first = task * grain;
      compare_reports(std::span(reports).subspan(first, std::min(grain, reports.size() - first)));
    });
  }

  void compare_reports(std::span<const Pairs> reports) {
    while (!reports.empty() && !watch_.stopped()) {
      std::vector<std::optional<ComparableText>> held;
      for (std::size_t bytes = 0; held.size() < reports.size() && bytes < kHeldBytes;) {
        held.push_back(load_comparable(reports[held.size()].front().first));
        if (held.back()) bytes += memory_of(*held.back());
      }
      compare_with_partners(reports.first(held.size()), held);
      steps_.add(held.size());
      reports = reports.subspan(held.size());
    }
  }

  /// Goes by the partners, so that each is made ready once for all of the reports that are held.
  void compare_with_partners(std::span<const Pairs> reports, const std::vector<std::optional<ComparableText>>& held) {
    std::vector<std::pair<std::uint32_t, std::size_t>> partners;  // id, place of the report in `held`
    for (std::size_t place = 0; place < reports.size(); ++place) {
      for (const CandidatePair& each : reports[place]) partners.emplace_back(each.second, place);
    }
    std::sort(partners.begin(), partners.end());
    std::vector<AlikePair> alike;
    std::optional<ComparableText> partner;
    for (std::size_t at = 0; at < partners.size() && !watch_.stopped(); ++at) {
      const auto [second, place] = partners[at];
      if (at == 0 || partners[at - 1].first != second) partner = load_comparable(second);
      if (!held[place] || !partner) continue;
      const Comparison result = compare(*held[place], *partner, index_.common());
      if (!is_copy(result, least_share_)) continue;
      alike.push_back({reports[place].front().first, second, result.share_first(), result.share_second(), result.copied_first,
                       result.copied_second});
    }
    const std::lock_guard lock(mutex_);
    for (const AlikePair& each : alike) keep(each);
  }

  /// Does not depend on the order in which pairs come.
  void keep(const AlikePair& pair) {
    ++alike_;
    tell_origin(pair);
    tell_origin({pair.second, pair.first, pair.share_second, pair.share_first, pair.copied_second, pair.copied_first});
    if (listed_.size() == listed_pairs_) {
      if (by_share(listed_.front(), pair)) return;
      std::pop_heap(listed_.begin(), listed_.end(), by_share);
      listed_.pop_back();
    }
    listed_.push_back(pair);
    std::push_heap(listed_.begin(), listed_.end(), by_share);
  }

  /// A draft and what was made of it.
  bool are_of_one_unit(std::uint32_t first, std::uint32_t second) const {
    if (is_last_year(first) || is_last_year(second)) return false;
    const ReportRecord& one = inputs_.reports[first];
    const ReportRecord& other = inputs_.reports[second];
    return one.unit && one.unit == other.unit && !one.unit_doubt && !other.unit_doubt;
  }

  /// Of what `own.first` may come from, the best: its share in per cent, then by the pair.
  void tell_origin(const AlikePair& own) {
    const bool is_copied = own.share_first >= least_share_ && own.copied_first >= kLeastCopiedPoints;
    if (is_last_year(own.first) || !is_copied || are_of_one_unit(own.first, own.second)) return;
    std::optional<AlikePair>& best = best_[own.first];
    const auto key = [](const AlikePair& each) {
      return std::make_tuple(-per_cent(each.share_first), ~each.share(), std::min(each.first, each.second),
                             std::max(each.first, each.second));
    };
    if (!best || key(own) < key(*best)) best = own;
  }

  static Copies::Origin origin_of(const AlikePair& own) { return {own.second, per_cent(own.share_first)}; }

  SimilarPair listed_pair(const AlikePair& pair) {
    SimilarPair out;
    out.report = pair.first;
    if (!is_last_year(pair.second)) out.other = pair.second;
    out.other_source = inputs_.source_of(pair.second);
    out.share_percent = per_cent(pair.share_first);
    out.other_share_percent = per_cent(pair.share_second);
    const std::optional<PreparedText> first = load(pair.first);
    const std::optional<PreparedText> second = load(pair.second);
    if (!first || !second) return out;
    const Comparison result = compare(first->comparable, second->comparable, index_.common());
    const std::size_t count = std::min(result.passages.size(), limits::kPairPassages);
    for (std::size_t at = 0; at < count; ++at) {
      const SharedPassage& each = result.passages[at];
      const auto whole = [](const PreparedText& text, TextRange range) {
        return shown(text.normal.map.original_range(range).of(text.stored.text));
      };
      out.passages.push_back({whole(*first, each.first), whole(*second, each.second), quote(*first, each.first).paragraph,
                              quote(*second, each.second).paragraph});
    }
    return out;
  }

  std::size_t jobs_;
  const BatchFolder& folder_;
  const SimilarityIndex& index_;
  const JudgedInputs& inputs_;
  const SetPhrases& set_phrases_;
  const BatchWatch& watch_;
  std::size_t listed_pairs_;
  std::uint32_t least_share_;
  PhaseSteps steps_;

  std::mutex mutex_;  ///< guards what follows
  std::optional<Message> failure_;
  std::size_t alike_ = 0;
  std::vector<AlikePair> listed_;               ///< the best pairs; the worst of them first (a heap)
  std::vector<std::optional<AlikePair>> best_;  ///< of each report, the pair that shows best from which it comes, itself `first`
};

}  // namespace

Result<Copies> find_copies(const BatchOptions& options, const BatchFolder& folder, const SimilarityIndex& index,
                           const JudgedInputs& inputs, const SetPhrases& set_phrases, int copied_percent, const BatchWatch& watch,
                           std::size_t listed_pairs) {
  const ThreadLimit limit(options.jobs);
  return CopyFinder(options, folder, index, inputs, set_phrases, copied_percent, watch, listed_pairs).run();
}

}  // namespace fazhi
