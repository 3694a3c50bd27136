#include "evaluate/conditions.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace fazhi {
namespace {

/// A section whose text is shorter than this (code points) has a heading only,
/// but for a sentence of its own (加强学习。).
constexpr std::size_t kShortestSectionText = 10;
constexpr std::size_t kShortestSectionSentence = 4;
/// In running text one with a mark inside (明年：用好大喇叭。).
constexpr std::size_t kShortestTellingSentence = 7;
/// Of topic headings there must be so many at the top to stand for a section of achievements.
constexpr int kFewestTopics = 2;

Truth truth(bool value) { return value ? Truth::yes : Truth::no; }

Truth inverse(Truth value) {
  switch (value) {
    case Truth::no:
      return Truth::yes;
    case Truth::yes:
      return Truth::no;
    case Truth::unknown:
      return Truth::unknown;
  }
  return Truth::unknown;
}

bool has_body(const Report& report, const Section& section, Role role) {
  std::size_t points = 0;
  for (std::uint32_t index = section.first_sentence; index < section.end_sentence; ++index) {
    const Sentence& sentence = report.sentences[index];
    if (sentence.heading || sentence.role != role) continue;
    const std::string_view text = report.text(sentence.range);
    const std::size_t own = count_code_points(text);
    if (own >= kShortestSectionSentence && is_mark(last_mark(text), "。！；")) return true;
    points += own;
    if (points >= kShortestSectionText) return true;
  }
  return false;
}

/// A section whose text is all in its sub-headings: two of them at least that
/// tell the matter themselves ((一)法治队伍建设仍需加强 …).
bool tells_in_headings(const Report& report, std::uint32_t index, Role role) {
  constexpr int kFewest = 2;
  int headings = 0;
  for (std::uint32_t child = index + 1; child < report.sections.size(); ++child) {
    const Section& section = report.sections[child];
    if (section.parent == index && section.role == role && !section.names_role) ++headings;
  }
  return headings >= kFewest;
}

/// 一、主要措施 whose own parts are numbered in its style (一、强化领导…):
/// the section behind it is its first part.
bool goes_on_behind(const Report& report, std::uint32_t index, Role role) {
  if (index + 1 >= report.sections.size()) return false;
  const Section& next = report.sections[index + 1];
  const Section& section = report.sections[index];
  const auto& own = report.sentences[section.heading_sentence].ordinal;
  const auto& first = report.sentences[next.heading_sentence].ordinal;
  if (next.depth != section.depth || next.names_role || next.role != role || !own || !first) return false;
  return first->style == own->style && first->value == 1 && has_body(report, next, role);
}

bool is_topical(const Report& report, ConditionSupport& support) {
  int topics = 0;
  std::uint32_t first = kNone;
  for (std::uint32_t index = 0; index < report.sections.size(); ++index) {
    const Section& section = report.sections[index];
    if (section.parent != kNone || section.names_role || section.role != Role::achievements) continue;
    if (!has_body(report, section, Role::achievements)) continue;
    if (first == kNone) first = index;
    ++topics;
  }
  if (topics < kFewestTopics) return false;
  support.sections.push_back(first);
  return true;
}

bool tells_something(std::string_view text) {
  const std::size_t points = count_code_points(text);
  if (points >= kShortestSectionText) return true;
  const bool has_mark = text.find("，") != std::string_view::npos || text.find("：") != std::string_view::npos;
  return points >= kShortestTellingSentence && has_mark && is_mark(last_mark(text), "。！；");
}

bool is_told(const Report& report, Role role, ConditionSupport& support) {
  for (const Sentence& sentence : report.sentences) {
    if (sentence.role != role || sentence.heading) continue;
    if (!tells_something(report.text(sentence.range))) continue;
    support.passages.push_back(sentence.range);
    return true;
  }
  return false;
}

bool counts_as_told(Sense sense) { return sense != Sense::elsewhere && sense != Sense::earlier; }

class Evaluator {
 public:
  Evaluator(const ConditionContext& context, ConditionSupport& support)
      : context_(context), report_(context.reading.report()), support_(support) {}

  Truth run(const Condition& condition) {
    switch (condition.kind) {
      case Condition::Kind::all:
        return all(condition);
      case Condition::Kind::any:
        return any(condition);
      case Condition::Kind::negation:
        return negation(condition);
      case Condition::Kind::sense:
        return hit(condition, [&](const Hit& each) { return each.assertion.sense == condition.sense; });
      case Condition::Kind::told:
        return hit(condition, [](const Hit& each) { return counts_as_told(each.assertion.sense); });
      case Condition::Kind::listed:
        return listed(condition);
      case Condition::Kind::in_role:
        return role_alone(condition);
      case Condition::Kind::in_role_sense:
        return hit(condition, [&](const Hit& each) {
          return role_of(each) == condition.role && each.assertion.sense == condition.sense;
        });
      case Condition::Kind::section_headed:
        return truth(is_headed(report_, condition.role, support_));
      case Condition::Kind::section_topical:
        return truth(is_topical(report_, support_));
      case Condition::Kind::section_told:
        return truth(is_told(report_, condition.role, support_));
      case Condition::Kind::period_titled:
        return period(report_.identity.year_in_title);
      case Condition::Kind::period_agreed:
        return truth(!report_.identity.year_disputed);
      case Condition::Kind::period_told:
        return period(report_.identity.year.has_value());
      case Condition::Kind::measure_stated:
        return measure(condition);
      case Condition::Kind::always:
        return Truth::yes;
    }
    return Truth::no;
  }

 private:
  Role role_of(const Hit& each) const { return report_.sentences[each.sentence].role; }

  Truth all(const Condition& condition) {
    Truth result = Truth::yes;
    for (const Condition& child : condition.children) {
      const Truth each = run(child);
      if (each == Truth::no) return Truth::no;
      if (each == Truth::unknown) result = Truth::unknown;
    }
    return result;
  }

  Truth any(const Condition& condition) {
    Truth result = Truth::no;
    for (const Condition& child : condition.children) {
      const Truth each = run(child);
      if (each == Truth::yes) return Truth::yes;
      if (each == Truth::unknown) result = Truth::unknown;
    }
    return result;
  }

  Truth negation(const Condition& condition) {
    ConditionSupport ignored;
    return inverse(Evaluator(context_, ignored).run(condition.children.front()));
  }

  template <class Wanted>
  Truth hit(const Condition& condition, Wanted&& wanted) {
    const FindResult& result = context_.finds[static_cast<std::size_t>(condition.find)];
    bool found = false;
    for (const Hit& each : result.hits) {
      if (!wanted(each)) continue;
      support_.hits.push_back(each);
      found = true;
    }
    if (is_unsure(result)) return Truth::unknown;
    if (found) return Truth::yes;
    return result.gave_up ? Truth::unknown : Truth::no;
  }

  /// The senses of hits are not known where a cue reached a limit.
  bool is_unsure(const FindResult& result) const { return context_.reading.cues_gave_up() && !result.hits.empty(); }

  Truth role_alone(const Condition& condition) {
    const FindResult& result = context_.finds[static_cast<std::size_t>(condition.find)];
    bool found = false;
    for (const Hit& each : result.hits) {
      if (role_of(each) != condition.role) continue;
      support_.hits.push_back(each);
      found = true;
    }
    if (found) return Truth::yes;
    return result.gave_up ? Truth::unknown : Truth::no;
  }

  Truth listed(const Condition& condition) {
    const FindResult& result = context_.finds[static_cast<std::size_t>(condition.find)];
    if (is_unsure(result)) return Truth::unknown;
    bool done = false;
    for (const Hit& each : result.hits) {
      if (each.assertion.sense != Sense::done) continue;
      if (!is_listed(context_.reading, each.sentence, each.range)) return Truth::no;
      done = true;
      support_.hits.push_back(each);
    }
    return result.gave_up ? Truth::unknown : truth(done);
  }

  Truth period(bool value) {
    for (const YearStatement& each : report_.identity.years) {
      if (each.report_year == report_.identity.year && !each.range.empty()) {
        support_.passages.push_back(each.range);
        break;
      }
    }
    return truth(value);
  }

  Truth measure(const Condition& condition) {
    const FigureSet& set = context_.figures[static_cast<std::size_t>(condition.measure)];
    const std::optional<Figure>* figure = nullptr;
    if (condition.measure_part == "total") figure = &set.total;
    if (condition.measure_part == "resolved") figure = &set.resolved;
    if (condition.measure_part == "rate") figure = &set.rate;
    if (figure == nullptr || !figure->has_value()) return set.gave_up ? Truth::unknown : Truth::no;
    support_.passages.push_back((*figure)->range);
    return Truth::yes;
  }

  const ConditionContext& context_;
  const Report& report_;
  ConditionSupport& support_;
};

}  // namespace

bool is_headed(const Report& report, Role role, ConditionSupport& support) {
  for (std::uint32_t index = 0; index < report.sections.size(); ++index) {
    const Section& section = report.sections[index];
    const bool names = section.names_role && (section.role == role || section.second_role == role);
    if (!names) continue;
    const bool told = has_body(report, section, role) ||
                      (role == Role::shortcomings && tells_in_headings(report, index, role)) ||
                      (role == Role::achievements && goes_on_behind(report, index, role));
    if (!told) continue;
    support.sections.push_back(index);
    return true;
  }
  return false;
}

Truth holds(const Condition& condition, const ConditionContext& context, ConditionSupport& support) {
  return Evaluator(context, support).run(condition);
}

}  // namespace fazhi
