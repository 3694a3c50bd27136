#include "evaluate/finds.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

/// Between two 、 there is this much at most in a list of names (code points).
constexpr std::size_t kLongestMember = 12;

// A member of a list has a divider on one side within a name's length, and
// names, no clause marks, in between.
constexpr std::string_view kDivider = "、";
constexpr std::string_view kClauseMarks = "，。：；";

/// Whether a divider is the first mark before `at`, no farther than `floor`.
bool divides_before(std::string_view text, std::uint32_t at, std::uint32_t floor) {
  for (std::size_t points = 0; at > floor && points <= kLongestMember; ++points) {
    at = static_cast<std::uint32_t>(utf8::previous(text, at));
    if (leads_han(text[at])) continue;
    const std::string_view point = text.substr(at, code_point_length(text[at]));
    if (is_punctuation(point, kDivider)) return true;
    if (is_punctuation(point, kClauseMarks)) return false;
  }
  return false;
}

/// The same behind it, before `end`.
bool divides_behind(std::string_view text, std::uint32_t at, std::uint32_t end) {
  for (std::size_t points = 0; at < end && points <= kLongestMember; ++points) {
    if (leads_han(text[at])) {
      at += 3;
      continue;
    }
    const std::string_view point = text.substr(at, code_point_length(text[at]));
    if (is_punctuation(point, kDivider)) return true;
    if (is_punctuation(point, kClauseMarks)) return false;
    at += static_cast<std::uint32_t>(point.size());
  }
  return false;
}

class FindRunner {
 public:
  FindRunner(const Reading& reading, std::size_t element)
      : reading_(reading),
        report_(reading.report()),
        finds_(reading.compiled().checklist().elements[element].finds),
        groups_(reading.compiled().finds()[element]) {}

  std::vector<FindResult> run() {
    results_.resize(finds_.size());
    for (std::size_t index = 0; index < finds_.size(); ++index) take(index);
    return std::move(results_);
  }

 private:
  void take(std::size_t index) {
    const Find& find = finds_[index];
    FindResult& result = results_[index];
    if (find.of >= 0) {
      const FindResult& base = results_[static_cast<std::size_t>(find.of)];
      result.gave_up = base.gave_up;
      for (const Hit& hit : base.hits) sift(index, hit);
      return;
    }
    result.gave_up = report_.matches.gave_up(groups_[index].patterns);
    for (const Match& match : report_.matches.of(groups_[index].patterns)) {
      const Sentence& sentence = report_.sentences[match.window];
      if (sentence.role == Role::furniture || sentence.role == Role::head || sentence.role == Role::tail) continue;
      if (sentence.heading ? !find.in_headings : !find.in_body) continue;
      if (excepted(index, match)) continue;
      if (report_.matches.gave_up(groups_[index].except)) {
        result.gave_up = true;
        continue;
      }
      Hit hit;
      hit.range = match.range;
      hit.sentence = match.window;
      hit.heading = sentence.heading;
      sift(index, hit);
    }
  }

  bool excepted(std::size_t index, const Match& match) const {
    for (const Match& except : report_.matches.of(groups_[index].except, match.window)) {
      if (except.range.begin >= match.range.end) break;
      if (except.range.overlaps(match.range)) return true;
    }
    return false;
  }

  /// Whether one of `hits` shares a scope with `hit`. Every scope but the
  /// section is one stretch of text, so that the nearest hit on either side tells.
  bool stands_near(const std::vector<Hit>& hits, const Hit& hit, Scope scope) const {
    const auto shares = [&](const Hit& each) {
      return reading_.within(each.sentence, each.range, hit.sentence, hit.range, scope);
    };
    if (scope == Scope::section) return std::any_of(hits.begin(), hits.end(), shares);
    const auto behind = std::partition_point(hits.begin(), hits.end(),
                                             [&](const Hit& each) { return each.range.begin < hit.range.begin; });
    return (behind != hits.end() && shares(*behind)) || (behind != hits.begin() && shares(*(behind - 1)));
  }

  void sift(std::size_t index, Hit hit) {
    const Find& find = finds_[index];
    FindResult& result = results_[index];
    if (find.of < 0) hit.assertion = reading_.assert_at(hit.sentence, hit.range);
    const Role role = report_.sentences[hit.sentence].role;
    const auto has_companion = [&](std::int32_t other) {
      return stands_near(results_[static_cast<std::size_t>(other)].hits, hit, find.within);
    };
    const auto gave_up = [&](std::int32_t other) { return results_[static_cast<std::size_t>(other)].gave_up; };
    const auto is_lost = [&](std::int32_t other) { return !has_companion(other) && !gave_up(other); };
    const auto is_unsure = [&](std::int32_t other) { return !has_companion(other) && gave_up(other); };
    if (!find.roles.empty() && std::find(find.roles.begin(), find.roles.end(), role) == find.roles.end()) {
      result.refused.push_back({hit, Refusal::elsewhere_in_report});
    } else if (std::any_of(find.near.begin(), find.near.end(), is_lost)) {
      result.refused.push_back({hit, Refusal::no_companion});
    } else if (std::any_of(find.apart.begin(), find.apart.end(), has_companion)) {
      result.refused.push_back({hit, Refusal::disturbed});
    } else if (std::any_of(find.near.begin(), find.near.end(), is_unsure) ||
               std::any_of(find.apart.begin(), find.apart.end(), is_unsure)) {
      result.gave_up = true;
    } else if (!find.number.empty() && !has_number(index, hit)) {
      result.refused.push_back({hit, Refusal::no_number});
    } else {
      result.hits.push_back(hit);
    }
  }

  bool has_number(std::size_t index, const Hit& hit) const {
    const std::vector<bool>& units = groups_[index].number_units;
    const Scope scope = finds_[index].within;
    // Numbers in an item or paragraph may stand in the sentences around.
    std::uint32_t first = hit.sentence;
    std::uint32_t last = hit.sentence;
    const auto shares = [&](std::uint32_t sentence) {
      return reading_.within(sentence, report_.sentences[sentence].range, hit.sentence, hit.range, scope);
    };
    if (scope != Scope::clause && scope != Scope::sentence) {
      while (first > 0 && shares(first - 1)) --first;
      while (last + 1 < report_.sentences.size() && shares(last + 1)) ++last;
    }
    for (std::uint32_t sentence = first; sentence <= last; ++sentence) {
      for (const Number& number : reading_.numbers(sentence)) {
        if (number.unit < 0 || !units[static_cast<std::size_t>(number.unit)]) continue;
        if (scope == Scope::clause && !reading_.within(sentence, number.digits, hit.sentence, hit.range, scope)) {
          continue;
        }
        if (hit.assertion.sense == Sense::done && !told_as_done(sentence, number)) continue;
        return true;
      }
    }
    return false;
  }

  bool told_as_done(std::uint32_t sentence, const Number& number) const {
    const Sense sense = reading_.assert_at(sentence, number.range).sense;
    return sense == Sense::done || sense == Sense::lacking || sense == Sense::slogan;
  }

  const Reading& reading_;
  const Report& report_;
  const std::vector<Find>& finds_;
  const std::vector<CompiledChecklist::FindGroups>& groups_;
  std::vector<FindResult> results_;
};

}  // namespace

std::vector<FindResult> run_finds(const Reading& reading, std::size_t element) {
  return FindRunner(reading, element).run();
}

bool is_listed(const Reading& reading, std::uint32_t sentence, TextRange passage) {
  const std::string_view text = reading.report().normal.text;
  const TextRange range = reading.report().sentences[sentence].range;
  return divides_before(text, passage.begin, range.begin) || divides_behind(text, passage.end, range.end);
}

}  // namespace fazhi
