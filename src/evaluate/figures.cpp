#include "evaluate/figures.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace fazhi {
namespace {

bool may_tell_figures(Role role) {
  return role == Role::achievements || role == Role::first_responsible || role == Role::preamble || role == Role::other;
}

/// A count of the object, with the verbs that govern it.
struct Count {
  const Number* number;
  bool total_verb = false;     ///< 排查, 受理 …
  bool resolved_verb = false;  ///< 化解, 调解成功 …
  bool is_part = false;        ///< 其中…
};

class FigureReader {
 public:
  FigureReader(const Reading& reading, std::size_t measure)
      : reading_(reading),
        report_(reading.report()),
        groups_(reading.compiled().measures()[measure]) {}

  FigureSet run() {
    FigureSet best;
    int best_score = 0;
    for (std::uint32_t index = 0; index < report_.sentences.size(); ++index) {
      if (!may_tell_figures(report_.sentences[index].role)) continue;
      std::optional<Figure> handled;
      FigureSet set = read(index, &handled);
      complete(set);
      if (set.total && !set.resolved && !set.rate) set.resolved = handled;
      const int score = (set.total ? 2 : 0) + (set.resolved ? 2 : 0) + (set.rate ? 3 : 0);
      if (score > best_score) {
        best_score = score;
        best = set;
      }
    }
    best.gave_up = gave_up();
    return best;
  }

 private:
  bool has(GroupId group, TextRange range) const {
    const auto matches = report_.matches.of(group);
    const auto first = std::lower_bound(matches.begin(), matches.end(), range.begin,
                                        [](const Match& each, std::uint32_t at) { return each.range.begin < at; });
    for (auto match = first; match != matches.end() && match->range.begin < range.end; ++match) {
      if (match->range.end <= range.end) return true;
    }
    return false;
  }

  bool gave_up() const {
    const std::array<GroupId, 5> groups{groups_.objects, groups_.not_objects, groups_.total_verbs, groups_.resolved_verbs,
                                        groups_.rates};
    return reading_.cues_gave_up() || std::any_of(groups.begin(), groups.end(), [&](GroupId each) {
             return report_.matches.gave_up(each);
           });
  }

  bool own_and_done(std::uint32_t sentence, TextRange range) const {
    const Sense sense = reading_.assert_at(sentence, range).sense;
    return sense == Sense::done || sense == Sense::slogan || sense == Sense::lacking;
  }

  /// Whether the clauses before in the item or paragraph speak of the object,
  /// and nothing else has come between: 共排查矛盾纠纷118起。化解116起，化解率98%。
  bool object_carries_over(std::uint32_t sentence) const {
    if (sentence == 0) return false;
    const Sentence& before = report_.sentences[sentence - 1];
    if (before.paragraph != report_.sentences[sentence].paragraph) return false;
    return has(groups_.objects, before.range) && !has(groups_.not_objects, before.range) &&
           !reading_.numbers(sentence - 1).empty();
  }

  FigureSet read(std::uint32_t sentence, std::optional<Figure>* handled = nullptr) const {
    FigureSet set;
    const TextRange range = report_.sentences[sentence].range;
    bool ours = object_carries_over(sentence) && (has(groups_.resolved_verbs, range) || has(groups_.rates, range));
    if (!ours && !has(groups_.objects, range)) return set;
    std::vector<Count> counts;
    bool of_other = false;
    for (const TextRange& clause : reading_.clauses(sentence)) {
      const bool object = has(groups_.objects, clause);
      const bool other = has(groups_.not_objects, clause);
      if (other && !object_behind_other(sentence, clause)) {
        ours = false;
        of_other = true;
      } else if (object && (!of_other || object_end(sentence, clause) > 0)) {
        ours = true;
        of_other = false;
      }
      if (ours) read_clause(sentence, clause, counts, set);
    }
    assign(sentence, counts, set);
    if (handled != nullptr && set.total && !set.resolved) *handled = handled_part(sentence, counts, *set.total);
    return set;
  }

  /// 受理纠纷83起，调处75起: the count behind the total, of the same object and no larger, that has
  /// no word of success. Beside a stated rate it says nothing: 调处率 may be of the 75 alone.
  std::optional<Figure> handled_part(std::uint32_t sentence, const std::vector<Count>& counts, const Figure& total) const {
    for (const Count& each : counts) {
      if (each.number->range.begin < total.range.end || each.is_part || !each.total_verb) continue;
      if (has(groups_.objects, {total.range.end, each.number->range.begin})) continue;
      if (each.number->value <= total.value) return figure(*each.number, sentence);
    }
    return std::nullopt;
  }

  /// 接待信访80起，… is not ours; 通过信访渠道化解矛盾纠纷80起 is: the object stands nearer to the number.
  bool object_behind_other(std::uint32_t sentence, TextRange clause) const {
    const std::uint32_t object = object_end(sentence, clause);
    std::uint32_t other = 0;
    for (const Match& match : report_.matches.of(groups_.not_objects, sentence)) {
      if (clause.contains(match.range)) other = match.range.end;
    }
    return object > other;
  }

  /// Where the last object of a clause ends; 0 where none but the rate's own name
  /// stands there (化解率), which after 受理信访143件 is the rate of these.
  std::uint32_t object_end(std::uint32_t sentence, TextRange clause) const {
    std::uint32_t end = 0;
    for (const Match& match : report_.matches.of(groups_.objects, sentence)) {
      if (!clause.contains(match.range)) continue;
      const std::span<const Match> rates = report_.matches.of(groups_.rates, sentence);
      const bool names_rate = std::any_of(rates.begin(), rates.end(),
                                          [&](const Match& rate) { return rate.range.overlaps(match.range); });
      if (!names_rate) end = match.range.end;
    }
    return end;
  }

  void read_clause(std::uint32_t sentence, TextRange clause, std::vector<Count>& counts, FigureSet& set) const {
    std::uint32_t from = clause.begin;
    for (const Number& number : reading_.numbers(sentence)) {
      if (!clause.contains(number.digits)) continue;
      const TextRange before{from, number.range.begin};
      from = number.range.end;
      if (!own_and_done(sentence, number.range)) continue;
      if (number.is_rate) {
        if (!set.rate && (has(groups_.rates, {clause.begin, number.range.begin}) || is_leading_share(number, clause))) {
          set.rate = Figure{number.value, "%", number.approximation == Approximation::exact, number.range, sentence};
        }
        continue;
      }
      if (!set.rate && is_rate_in_points(number, clause)) {
        set.rate = Figure{number.value, "%", number.approximation == Approximation::exact, number.range, sentence};
        continue;
      }
      if (number.unit < 0 || !groups_.units[static_cast<std::size_t>(number.unit)]) continue;
      if (tells_rest(report_.text(before))) continue;
      Count count{&number, has(groups_.total_verbs, before), has(groups_.resolved_verbs, before), false};
      if (!count.total_verb && !count.resolved_verb) {
        const TextRange behind{number.range.end, next_number(sentence, number, clause.end)};
        count.total_verb = has(groups_.total_verbs, behind);
        count.resolved_verb = has(groups_.resolved_verbs, behind);
      }
      count.is_part = report_.text(clause).starts_with("其中") || report_.text(before).find("其中") != std::string_view::npos;
      counts.push_back(count);
    }
  }

  /// 九成以上的纠纷在村里得到化解: the share stands before what it is a share of.
  bool is_leading_share(const Number& number, TextRange clause) const {
    const TextRange behind{number.range.end, clause.end};
    return report_.text(behind).starts_with("的") && has(groups_.objects, behind) && has(groups_.resolved_verbs, behind);
  }

  /// 化解成功率达98.5个百分点, but not 化解率提高3个百分点.
  bool is_rate_in_points(const Number& number, TextRange clause) const {
    constexpr std::array<std::string_view, 3> kReaching{"达", "达到", "为"};
    const TextRange before{clause.begin, number.range.begin};
    const std::string_view text = report_.text(before);
    return report_.text(number.unit_range) == "个百分点" && has(groups_.rates, before) &&
           std::any_of(kReaching.begin(), kReaching.end(), [&](std::string_view each) { return text.ends_with(each); });
  }

  /// 未成功2起, 没有化解的3件: what is left over is neither the total nor the part.
  static bool tells_rest(std::string_view before) {
    return before.find("未") != std::string_view::npos || before.find("没有") != std::string_view::npos ||
           before.find("不成功") != std::string_view::npos;
  }

  std::uint32_t next_number(std::uint32_t sentence, const Number& number, std::uint32_t limit) const {
    for (const Number& each : reading_.numbers(sentence)) {
      if (each.range.begin >= number.range.end) return std::min(each.range.begin, limit);
    }
    return limit;
  }

  Figure figure(const Number& number, std::uint32_t sentence) const {
    return Figure{number.value, std::string(report_.text(number.unit_range)),
                  number.approximation == Approximation::exact, number.range, sentence};
  }

  void assign(std::uint32_t sentence, const std::vector<Count>& counts, FigureSet& set) const {
    const auto pick = [&](auto&& wanted) -> const Count* {
      const auto found = std::find_if(counts.begin(), counts.end(), wanted);
      return found == counts.end() ? nullptr : &*found;
    };
    const Count* total = pick([](const Count& each) { return each.total_verb && !each.resolved_verb && !each.is_part; });
    if (total == nullptr) total = pick([](const Count& each) { return each.total_verb && !each.is_part; });
    const Count* resolved = pick([&](const Count& each) { return &each != total && each.resolved_verb && !each.total_verb; });
    if (resolved == nullptr) {
      resolved = pick([&](const Count& each) { return &each != total && each.resolved_verb; });
    }
    if (total == nullptr) total = pick([&](const Count& each) { return &each != resolved && !each.is_part && !each.resolved_verb; });
    if (total == nullptr && resolved != nullptr) std::swap(total, resolved);
    // 上报事件9800件，其中矛盾纠纷213件: the part of other things is a count of these.
    if (total == nullptr) {
      total = pick([&](const Count& each) {
        return each.is_part && names_object(sentence, each.number->range.begin);
      });
    }
    if (total != nullptr) set.total = figure(*total->number, sentence);
    if (total != nullptr && resolved != nullptr) set.resolved = figure(*resolved->number, sentence);
  }

  /// The rate may stand in the sentence behind the counts, or the resolved number.
  void complete(FigureSet& set) const {
    if (!set.total && !set.rate) return;
    const std::uint32_t sentence = set.total ? set.total->sentence : set.rate->sentence;
    const std::uint32_t next = sentence + 1;
    if (next >= report_.sentences.size()) return;
    if (report_.sentences[next].paragraph != report_.sentences[sentence].paragraph) return;
    if (!may_tell_figures(report_.sentences[next].role)) return;
    const FigureSet more = read(next);
    if (!set.rate && more.rate) set.rate = more.rate;
    if (set.total && !set.resolved && more.total && !names_object(next, more.total->range.begin) &&
        more.total->value <= set.total->value) {
      set.resolved = more.resolved ? more.resolved : more.total;
    }
  }

  bool names_object(std::uint32_t sentence, std::uint32_t at) const {
    return has(groups_.objects, reading_.clause_at(sentence, at));
  }

  const Reading& reading_;
  const Report& report_;
  const CompiledChecklist::MeasureGroups& groups_;
};

}  // namespace

std::vector<FigureSet> read_figures(const Reading& reading) {
  std::vector<FigureSet> out;
  for (std::size_t measure = 0; measure < reading.compiled().measures().size(); ++measure) {
    out.push_back(FigureReader(reading, measure).run());
  }
  return out;
}

}  // namespace fazhi
