#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <span>
#include <string>

#include "base/utf8.hpp"
#include "evaluate/defects_counts.hpp"
#include "evaluate/defects_kinds.hpp"
#include "evaluate/defects_text.hpp"

namespace fazhi::defects {
namespace {

constexpr std::size_t kVerbPoints = 2;
constexpr double kTolerance = 1e-6;

/// Whether `rate` is 100 · part / whole, rounded or cut off to the digits shown.
bool fits(double part, double whole, const Number& rate) {
  const double unit = std::pow(10.0, -rate.decimals);
  const double exact = 100.0 * part / whole;
  const double rounded = std::round(exact / unit + kTolerance) * unit;
  const double cut = std::floor(exact / unit + kTolerance) * unit;
  return std::abs(rounded - rate.value) < kTolerance * 10 || std::abs(cut - rate.value) < kTolerance * 10;
}

double value_of(const std::vector<const Count*>& counts) {
  return std::accumulate(counts.begin(), counts.end(), 0.0,
                         [](double sum, const Count* each) { return sum + each->number->value; });
}

bool is_exact(const Count* count) { return count->number->approximation == Approximation::exact; }

/// 剩余2起正在化解: what is left over is no part.
bool is_left_over(const Count& count) {
  static constexpr auto kLeft = word_table({"剩余", "其余", "余下", "尚有", "还有", "另有", "未", "正在", "暂"});
  return holds_any(count.lead, kLeft) || starts_with_any(count.trail, kLeft);
}

bool is_governed(const Count& count, std::string_view verb) {
  if (is_left_over(count)) return false;
  if (count.lead.find(verb) != std::string_view::npos) return true;
  return !takes_in(count.lead) && count.trail.find(verb) != std::string_view::npos;
}

class RateJudge {
 public:
  explicit RateJudge(const Search& search) : search_(search), reading_(search.reading), report_(search.report()) {}

  Occurrences run() {
    for (std::uint32_t index = 0; index < report_.sentences.size(); ++index) {
      if (!is_own_text(report_.sentences[index].role)) continue;
      const std::span<const Number> numbers = reading_.numbers(index);
      if (std::none_of(numbers.begin(), numbers.end(), [](const Number& each) { return each.is_rate; })) continue;
      judge_sentence(index);
    }
    return std::move(found_);
  }

 private:
  void judge_sentence(std::uint32_t index) {
    const std::vector<Count> counts = read_counts(reading_, index);
    std::vector<Count> before;
    const bool goes_on = index > 0 && report_.sentences[index - 1].paragraph == report_.sentences[index].paragraph;
    if (goes_on) before = read_counts(reading_, index - 1);
    before_ = near(before, report_.sentences[index].range.begin);
    const std::vector<NamedRate> rates = read_rates(reading_, index);
    for (std::size_t each = 0; each < rates.size(); ++each) {
      const NamedRate& rate = rates[each];
      if (!is_judged(index, *rate.number) || overlaps_match(report_, search_.words.except, index, rate.name)) continue;
      const std::uint32_t from = each > 0 ? rates[each - 1].number->range.end : report_.sentences[index].range.begin;
      const std::uint32_t to =
          each + 1 < rates.size() ? rates[each + 1].name.begin : report_.sentences[index].range.end;
      counts_ = near(counts, rate.name.begin);
      judge_named(rate, {from, to});
    }
    judge_shares(index, counts);
  }

  /// The counts around `at`: what a rate rests on stands near it, and a
  /// sentence without an end may hold thousands.
  static std::span<const Count> near(std::span<const Count> counts, std::uint32_t at) {
    constexpr std::size_t kBefore = 16;
    constexpr std::size_t kBehind = 8;
    const auto behind = std::lower_bound(counts.begin(), counts.end(), at, [](const Count& each, std::uint32_t place) {
      return each.number->range.begin < place;
    });
    const auto middle = static_cast<std::size_t>(behind - counts.begin());
    const std::size_t first = middle - std::min(middle, kBefore);
    return counts.subspan(first, std::min(counts.size(), middle + kBehind) - first);
  }

  bool is_judged(std::uint32_t sentence, const Number& rate) const {
    return rate.approximation == Approximation::exact && rate.value <= 100.0 &&
           is_told_as_fact(reading_, sentence, rate);
  }

  /// The verb that the rate's name is made of: of 调解成功率 调解成功, or 成功
  /// where only that governs a count. Its counts are the parts.
  std::vector<const Count*> find_parts(const NamedRate& rate, std::span<const Count> counts, TextRange window,
                                       std::string_view& verb) const {
    constexpr std::size_t kLongestVerb = 12;
    std::string_view stem = report_.text(rate.name);
    stem.remove_suffix(std::string_view("率").size());
    stem = last_points(stem, kLongestVerb);
    for (std::size_t points = count_code_points(stem); points >= kVerbPoints; --points) {
      verb = last_points(stem, points);
      std::vector<const Count*> parts = governed(counts, verb, window, rate.name.begin);
      if (parts.empty()) continue;
      return is_qualified(stem.substr(0, stem.size() - verb.size())) ? std::vector<const Count*>{} : parts;
    }
    static constexpr auto kSettled = std::to_array<std::string_view>(
        {"调解成功", "调处成功", "化解成功", "成功调解", "成功调处", "成功化解", "妥善化解", "化解", "调成", "调妥",
         "说和", "握手言和", "裁决和调解", "调解和裁决"});
    if (!stem.ends_with("化解") && !stem.ends_with("成功") && !stem.ends_with("调处")) return {};
    for (const std::string_view each : kSettled) {
      verb = each;
      std::vector<const Count*> parts = governed(counts, verb, window, rate.name.begin);
      if (!parts.empty()) return parts;
    }
    return {};
  }

  /// 按期办结率 is not the rate of all that was 办结.
  static bool is_qualified(std::string_view stem) {
    static constexpr auto kQualifiers = std::to_array<std::string_view>(
        {"按期", "按时", "如期", "及时", "当场", "限期", "限时", "一次性", "一次", "首次", "现场", "当日",
         "即时", "当年", "就地", "初次", "首访", "有效", "平均", "综合",   "累计", "自动", "网上", "提前"});
    return ends_with_any(stem, kQualifiers);
  }

  /// Counts of the window that `verb` governs: those before the rate, or where none stands there those behind.
  static std::vector<const Count*> governed(std::span<const Count> counts, std::string_view verb, TextRange window,
                                            std::uint32_t rate_begin) {
    std::vector<const Count*> out;
    for (const Count& count : counts) {
      if (!window.contains(count.number->range) || !is_governed(count, verb)) continue;
      if (count.number->range.begin > rate_begin && !out.empty() && out.front()->number->range.begin < rate_begin)
        break;
      out.push_back(&count);
    }
    // 排查化解矛盾纠纷118起 beside 化解116起: what takes in and settles at once is the whole.
    const bool plain = std::any_of(out.begin(), out.end(), [](const Count* each) { return !takes_in(each->lead); });
    if (plain) std::erase_if(out, [](const Count* each) { return takes_in(each->lead); });
    return out;
  }

  static std::vector<const Count*> wholes_for(std::span<const Count> counts, const std::vector<const Count*>& parts,
                                              std::string_view verb, bool must_take_in) {
    std::vector<const Count*> out;
    bool own = false;
    for (const Count& count : counts) {
      if (std::find(parts.begin(), parts.end(), &count) != parts.end()) continue;
      if (count.number->unit != parts.back()->number->unit || !is_same_object(*parts.back(), verb, count.lead))
        continue;
      const bool takes = takes_in(count.lead) || takes_in(count.trail);
      const bool before = count.number->range.end <= parts.back()->number->range.begin;
      const bool may_be =
          before && !must_take_in && !count.lead.empty() && !is_governed(count, verb) && !is_left_over(count);
      if (!takes && (own || !may_be)) continue;
      // 排查118起，其中邻里纠纷80起: what was taken in is the whole, not its kinds.
      if (takes && !own) out.clear();
      own = own || takes;
      out.push_back(&count);
    }
    return out;
  }

  void judge_named(const NamedRate& rate, TextRange window) {
    std::string_view verb;
    std::vector<const Count*> parts = find_parts(rate, counts_, window, verb);
    bool earlier = false;
    if (parts.empty() && counts_.empty() && !before_.empty()) {
      parts = find_parts(rate, before_, {0, window.begin}, verb);
      earlier = true;
    }
    if (parts.empty()) return;
    std::vector<const Count*> wholes = wholes_for(earlier ? before_ : counts_, parts, verb, false);
    if (wholes.empty() && !earlier) wholes = wholes_for(before_, parts, verb, true);
    if (wholes.empty()) return;
    // 调解成功118件 of 排查120件 with 调解率100%: all were mediated, not all of them with success.
    const std::string_view name = report_.text(rate.name);
    const bool tried = (name.ends_with("调解率") || name.ends_with("调处率")) && rate.number->value >= 100.0;
    if (tried && parts.back()->lead.find("成功") != std::string_view::npos) return;
    judge(rate.number, rate.name.begin, parts, wholes);
  }

  /// 化解116起，占排查总数118起的98.3%.
  void judge_shares(std::uint32_t index, const std::vector<Count>& counts) {
    for (const Number& rate : reading_.numbers(index)) {
      if (!rate.is_rate || !is_judged(index, rate)) continue;
      counts_ = near(counts, rate.range.begin);
      const auto whole = std::find_if(counts_.begin(), counts_.end(), [&](const Count& each) {
        return each.number->range.end < rate.range.begin && rate.range.begin - each.number->range.end <= 12 &&
               each.trail.starts_with("的") && each.lead.find("占") != std::string_view::npos;
      });
      if (whole == counts_.end()) continue;
      std::vector<const Count*> parts;
      for (const Count& each : counts_) {
        const bool before = each.number->range.end <= whole->number->range.begin;
        if (before && each.number->unit == whole->number->unit) parts.push_back(&each);
      }
      if (!parts.empty()) judge(&rate, rate.range.begin, parts, {&*whole});
    }
  }

  void judge(const Number* rate, std::uint32_t rate_begin, const std::vector<const Count*>& parts,
             const std::vector<const Count*>& wholes) {
    if (!std::all_of(parts.begin(), parts.end(), is_exact) || !std::all_of(wholes.begin(), wholes.end(), is_exact))
      return;
    std::vector<double> part_values{value_of(parts)};
    std::vector<double> whole_values{value_of(wholes)};
    for (const Count* each : parts) part_values.push_back(each->number->value);
    for (const Count* each : wholes) whole_values.push_back(each->number->value);
    for (const double part : part_values) {
      for (const double whole : whole_values) {
        if (whole <= 0 || fits(part, whole, *rate)) return;
      }
    }
    const Count* part = nearest(parts, rate_begin);
    const Count* whole = nearest(wholes, part->number->range.begin);
    if (part->number->value > whole->number->value) return;
    tell(*rate, rate_begin, *part, *whole);
  }

  /// The last one before `at`, else the first one.
  static const Count* nearest(const std::vector<const Count*>& counts, std::uint32_t at) {
    const Count* best = counts.front();
    for (const Count* each : counts) {
      if (each->number->range.end <= at) best = each;
    }
    return best;
  }

  void tell(const Number& rate, std::uint32_t rate_begin, const Count& part, const Count& whole) {
    const double value = 100.0 * part.number->value / whole.number->value;
    Message message{MessageId::defect_rate,
                    {plain(part.number->value), plain(whole.number->value), percent(value, std::max(rate.decimals, 1)),
                     percent(rate.value, std::max(rate.decimals, 0))}};
    const TextRange passage{std::min({whole.lead_begin, part.lead_begin, rate_begin}),
                            std::max({whole.number->range.end, part.number->range.end, rate.range.end})};
    if (count_code_points(report_.text(passage)) <= kLongestCountsQuote) {
      found_.push_back({passage, std::move(message), std::nullopt, std::nullopt});
      return;
    }
    const TextRange counts{std::min(whole.number->range.begin, part.number->range.begin),
                           std::max(whole.number->range.end, part.number->range.end)};
    found_.push_back(
        {{rate_begin, rate.range.end}, std::move(message), counts, Message{MessageId::against_counts, {}}});
  }

  const Search& search_;
  const Reading& reading_;
  const Report& report_;
  std::span<const Count> counts_;  ///< near the rate in its sentence
  std::span<const Count> before_;  ///< last ones of the sentence before it in the paragraph
  Occurrences found_;
};

}  // namespace

Occurrences find_rate_arithmetic(const Search& search) { return RateJudge(search).run(); }

}  // namespace fazhi::defects
