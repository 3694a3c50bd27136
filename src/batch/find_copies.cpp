#include "batch/find_copies.hpp"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "batch/stored_text.hpp"
#include "similarity/compare.hpp"

namespace fazhi {
namespace {

/// Reports whose candidates one task asks for, and pairs that one task compares.
constexpr std::size_t kReportsPerTask = 256;
constexpr std::size_t kPairsPerTask = 64;
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

class CopyFinder {
 public:
  CopyFinder(const BatchFolder& folder, JudgedInputs& inputs, const SetPhrases& set_phrases, int copied_percent,
             const BatchWatch& watch, std::size_t listed_pairs)
      : folder_(folder), inputs_(inputs), set_phrases_(set_phrases), watch_(watch), listed_pairs_(listed_pairs),
        least_share_(static_cast<std::uint32_t>(copied_percent) * kPerMilleOfPercent),
        index_(std::move(inputs.index).build()) {}

  Copies run() {
    Copies out;
    out.common = index_.common();
    out.origins.resize(inputs_.reports.size());
    std::vector<AlikePair> alike = compare_all(candidates());
    std::sort(alike.begin(), alike.end(), by_share);
    for (const AlikePair& each : alike) {
      tell_origin(out, each.first, each.second, each.share_first, each.copied_first);
      tell_origin(out, each.second, each.first, each.share_second, each.copied_second);
    }
    const std::size_t listed = std::min(alike.size(), listed_pairs_);
    out.more_pairs = alike.size() - listed;
    out.pairs.resize(listed);
    tbb::parallel_for(std::size_t{0}, listed, [&](std::size_t at) { out.pairs[at] = listed_pair(alike[at]); });
    return out;
  }

 private:
  static bool is_last_year(std::uint32_t id) { return JudgedInputs::is_last_year(id); }
  const JudgedInputs::Text& text_of(std::uint32_t id) const { return inputs_.text_of(id); }

  std::optional<PreparedText> load(std::uint32_t id) const {
    std::optional<StoredText> stored = load_text(folder_, text_of(id));
    if (!stored) return std::nullopt;
    return prepare(std::move(*stored), set_phrases_);
  }

  std::vector<CandidatePair> candidates() const {
    const std::size_t tasks = (index_.size() + kReportsPerTask - 1) / kReportsPerTask;
    std::vector<std::vector<CandidatePair>> found(tasks);
    tbb::parallel_for(std::size_t{0}, tasks, [&](std::size_t task) {
      if (watch_.stopped()) return;
      const std::size_t begin = task * kReportsPerTask;
      found[task] = index_.candidates(begin, std::min(begin + kReportsPerTask, index_.size()));
    });
    std::vector<CandidatePair> out;
    for (std::vector<CandidatePair>& each : found) {
      out.insert(out.end(), each.begin(), each.end());
      each = {};
    }
    // One report after the other, so that each is made ready once for all its pairs.
    std::sort(out.begin(), out.end(), [](const CandidatePair& a, const CandidatePair& b) {
      return std::tie(a.first, a.second) < std::tie(b.first, b.second);
    });
    return out;
  }

  std::vector<AlikePair> compare_all(const std::vector<CandidatePair>& pairs) const {
    tbb::enumerable_thread_specific<std::vector<AlikePair>> found;
    PhaseSteps steps(watch_, BatchPhase::comparing, pairs.size());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, pairs.size(), kPairsPerTask), [&](const auto& range) {
      std::optional<std::uint32_t> held;
      std::optional<PreparedText> first;
      for (std::size_t at = range.begin(); at < range.end() && !watch_.stopped(); ++at) {
        if (held != pairs[at].first) first = load(pairs[at].first);
        held = pairs[at].first;
        const std::optional<PreparedText> second = load(pairs[at].second);
        if (!first || !second) continue;
        const Comparison result = compare(first->comparable, second->comparable, index_.common());
        if (!is_copy(result, least_share_)) continue;
        found.local().push_back({pairs[at].first, pairs[at].second, result.share_first(), result.share_second(),
                                 result.copied_first, result.copied_second});
      }
      steps.add(range.size());
    });
    std::vector<AlikePair> out;
    for (const auto& each : found) out.insert(out.end(), each.begin(), each.end());
    return out;
  }

  /// A draft and what was made of it.
  bool are_of_one_unit(std::uint32_t first, std::uint32_t second) const {
    if (is_last_year(first) || is_last_year(second)) return false;
    const ReportRecord& one = inputs_.reports[first];
    const ReportRecord& other = inputs_.reports[second];
    return one.unit && one.unit == other.unit && !one.unit_doubt && !other.unit_doubt;
  }

  /// `alike` comes best first: of equal ones the first stays.
  void tell_origin(Copies& out, std::uint32_t report, std::uint32_t other, std::uint32_t share, std::uint32_t copied) const {
    if (is_last_year(report) || share < least_share_ || copied < kLeastCopiedPoints || are_of_one_unit(report, other)) return;
    std::optional<Copies::Origin>& origin = out.origins[report];
    if (!origin || origin->share_percent < per_cent(share)) origin = Copies::Origin{other, per_cent(share)};
  }

  SimilarPair listed_pair(const AlikePair& pair) const {
    SimilarPair out;
    out.report = pair.first;
    if (is_last_year(pair.second)) {
      out.other_source = text_of(pair.second).source;
    } else {
      out.other = pair.second;
      out.other_source = inputs_.reports[pair.second].source;
    }
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

  const BatchFolder& folder_;
  JudgedInputs& inputs_;
  const SetPhrases& set_phrases_;
  const BatchWatch& watch_;
  std::size_t listed_pairs_;
  std::uint32_t least_share_;
  SimilarityIndex index_;
};

}  // namespace

Copies find_copies(const BatchOptions& options, const BatchFolder& folder, JudgedInputs& inputs, const SetPhrases& set_phrases,
                   int copied_percent, const BatchWatch& watch, std::size_t listed_pairs) {
  const tbb::global_control control(tbb::global_control::max_allowed_parallelism, options.jobs);
  return CopyFinder(folder, inputs, set_phrases, copied_percent, watch, listed_pairs).run();
}

}  // namespace fazhi
