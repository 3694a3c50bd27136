#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>

#include "evaluate/defects_counts.hpp"
#include "evaluate/defects_kinds.hpp"
#include "evaluate/defects_text.hpp"

namespace fazhi::defects {
namespace {

constexpr double kTolerance = 1e-6;
/// Counts that may stand between a whole and its part.
constexpr std::size_t kFarthestWhole = 16;

/// The least and the most that a number may stand for: 50余 is 50 to 59.
struct Bounds {
  double least;
  double most;
};

Bounds bounds_of(const Number& number) {
  constexpr double kAbout = 0.2;
  constexpr double kUnbounded = 1e18;
  double step = 1;
  while (number.value >= step * 10 && std::abs(std::fmod(number.value, step * 10)) < kTolerance) step *= 10;
  switch (number.approximation) {
    case Approximation::exact:
      return {number.value, number.value};
    case Approximation::odd:
      return {number.value, number.value + step};
    case Approximation::about:
      return {number.value * (1 - kAbout), number.value * (1 + kAbout)};
    case Approximation::at_least:
      return {number.value, kUnbounded};
    case Approximation::at_most:
      return {0, number.value};
  }
  return {number.value, number.value};
}

/// Wording by which a whole leaves out what the part may hold.
bool spans_other_years(std::string_view text) {
  static constexpr auto kCarried = word_table({"新收", "新受理", "新增", "新接", "新发", "结转", "旧存", "存量", "遗留",
                                               "历年", "往年", "去年", "上年", "历史", "陈年", "积案", "累计", "此前"});
  // 今年以来 is the report year; 2021年以来 is more.
  constexpr std::string_view kSince = "以来";
  static constexpr auto kThisYear = std::to_array<std::string_view>({"今年", "年初", "本年", "本年度", "全年", "一年"});
  const std::size_t since = text.find(kSince);
  return holds_any(text, kCarried) ||
         (since != std::string_view::npos && !ends_with_any(text.substr(0, since), kThisYear));
}

class PartJudge {
 public:
  explicit PartJudge(const Search& search) : search_(search), reading_(search.reading), report_(search.report()) {}

  Occurrences run() {
    for (std::uint32_t index = 0; index < report_.sentences.size(); ++index) {
      if (!is_own_text(report_.sentences[index].role) || reading_.numbers(index).empty()) continue;
      judge_rates(index);
      judge_parts(index);
    }
    return std::move(found_);
  }

 private:
  void judge_rates(std::uint32_t index) {
    for (const NamedRate& rate : read_rates(reading_, index)) {
      if (rate.number->value <= 100.0 || overlaps_match(report_, search_.words.except, index, rate.name)) continue;
      if (!is_told_as_fact(reading_, index, *rate.number)) continue;
      found_.push_back(
          {{rate.name.begin, rate.number->range.end},
           {MessageId::defect_rate_over,
            {std::string(report_.text(rate.name)), percent(rate.number->value, std::max(rate.number->decimals, 0))}},
           std::nullopt,
           std::nullopt});
    }
  }

  /// The settling verb in a count's lead, the last one; "" where none stands there.
  std::string_view settling_verb(std::uint32_t index, const Count& count) const {
    std::string_view verb;
    const TextRange lead{count.lead_begin, count.number->range.begin};
    for (const Match& match : matches_in_sentence(report_, search_.words.patterns, index)) {
      if (lead.contains(match.range)) verb = report_.text(match.range);
    }
    return verb;
  }

  void judge_parts(std::uint32_t index) {
    if (reading_.numbers(index).size() < 2) return;
    const std::vector<Count> counts = read_counts(reading_, index);
    const auto told_before = static_cast<std::ptrdiff_t>(found_.size());
    for (std::size_t part = 1; part < counts.size(); ++part) {
      const std::string_view verb = settling_verb(index, counts[part]);
      judge_among(counts[part - 1], counts[part]);
      if (verb.empty() || takes_in(counts[part].lead)) continue;
      judge_part(index, counts, part, verb);
    }
    // Asked last, as hardly a sentence tells anything.
    const auto told = found_.begin() + told_before;
    if (told != found_.end() && spans_other_years(report_.text(report_.sentences[index].range))) {
      found_.erase(told, found_.end());
    }
  }

  /// 共有执法人员14人，其中持证16人: what is among a count is no more than it,
  /// whatever it is; with a settling verb judge_part tells it.
  void judge_among(const Count& whole, const Count& part) {
    constexpr std::string_view kAmong = "其中";
    static constexpr auto kSums = word_table({"共", "现有", "总"});
    const bool plain = matches_in_sentence(report_, search_.words.patterns, reading_.sentence_at(part.lead_begin)).empty();
    if (!plain || !part.lead.starts_with(kAmong) || !holds_any(whole.lead, kSums)) return;
    if (part.number->unit != whole.number->unit || part.number->approximation != Approximation::exact) return;
    if (part.number->value <= bounds_of(*whole.number).most) return;
    tell(whole, part);
  }

  void judge_part(std::uint32_t index, const std::vector<Count>& counts, std::size_t part, std::string_view verb) {
    const Count* whole = nullptr;
    double most = 0;
    const std::size_t first = part - std::min(part, kFarthestWhole);
    for (std::size_t each = part; each-- > first;) {
      const Count& count = counts[each];
      if (count.number->unit != counts[part].number->unit) continue;
      const bool settled = !settling_verb(index, count).empty();
      if (settled && !takes_in(count.lead)) continue;
      if (whole == nullptr && (settled || !takes_in(count.lead))) return;
      if (whole == nullptr) whole = &count;
      most += bounds_of(*count.number).most;
    }
    if (whole == nullptr || bounds_of(*counts[part].number).least <= most) return;
    if (!is_same_object(counts[part], verb, whole->lead)) return;
    tell(*whole, counts[part]);
  }

  void tell(const Count& whole, const Count& part) {
    const TextRange passage{whole.lead_begin, part.number->range.end};
    found_.push_back({clip(report_, passage, kLongestCountsQuote),
                      {MessageId::defect_part_over_whole,
                       {std::string(report_.text(part.number->range)), std::string(report_.text(whole.number->range))}},
                      std::nullopt,
                      std::nullopt});
  }

  const Search& search_;
  const Reading& reading_;
  const Report& report_;
  Occurrences found_;
};

}  // namespace

Occurrences find_impossible_count(const Search& search) { return PartJudge(search).run(); }

}  // namespace fazhi::defects
