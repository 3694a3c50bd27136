#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "outline/structure.hpp"
#include "outline/years.hpp"

namespace fazhi {
namespace {

/// Whether a heading below a section of role `parent` may turn to `named`.
bool may_turn(Role parent, Role named) {
  switch (parent) {
    case Role::achievements:
    case Role::other:
    case Role::preamble:
      return true;
    case Role::first_responsible:
      return named == Role::shortcomings || named == Role::plan;
    case Role::shortcomings:
      return named == Role::plan;
    case Role::plan:
      return named == Role::shortcomings;
    case Role::furniture:
    case Role::head:
    case Role::tail:
      return false;
  }
  return false;
}

class RoleAssigner {
 public:
  RoleAssigner(Report& report, const ParagraphParts& parts, const OutlineRules& rules, std::optional<int> year)
      : report_(report), parts_(parts), rules_(rules), year_(year) {}

  void run() {
    for (std::uint32_t index = 0; index < report_.sections.size(); ++index) assign_section(index);
    assign_sentences();
  }

 private:
  struct Named {
    std::optional<Role> first;
    std::optional<Role> second;
  };
  struct RoleMention {
    Role role;
    TextRange range;
  };

  bool names_later_year(TextRange heading) const {
    if (!year_) return false;
    const std::vector<YearMention> years = find_years(report_.normal.text, heading);
    return std::any_of(years.begin(), years.end(), [&](const YearMention& each) { return each.year > *year_; });
  }

  /// Where in the heading each role is named first.
  std::vector<RoleMention> mentions(const Section& section) const {
    std::vector<RoleMention> out;
    for (const OutlineRules::Title& title : rules_.titles) {
      if (matches_in(report_, title.except, section.heading_sentence, section.heading)) continue;
      if (title.later_year && !names_later_year(section.heading)) continue;
      for (const Match& match : report_.matches.of(title.patterns, section.heading_sentence)) {
        if (!section.heading.contains(match.range)) continue;
        const auto known = std::find_if(out.begin(), out.end(), [&](const RoleMention& each) { return each.role == title.role; });
        if (known == out.end()) {
          out.push_back({title.role, match.range});
        } else if (match.range.begin < known->range.begin) {
          known->range = match.range;
        }
      }
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const RoleMention& a, const RoleMention& b) { return a.range.begin < b.range.begin; });
    return out;
  }

  /// The roles that a heading names. What was done is named in passing too
  /// (主要工作中存在的不足, 2025年重点工作), so it counts beside another only where it is joined to it by 和, 及, 、.
  Named named_by(const Section& section) const {
    const std::vector<RoleMention> named = mentions(section);
    if (named.empty()) return {};
    if (named.size() == 1) return {named.front().role, std::nullopt};
    const RoleMention& first = named[0];
    const RoleMention& second = named[1];
    if (joined(first.range, second.range)) return {first.role, second.role};
    if (first.role == Role::achievements) return {second.role, std::nullopt};
    if (second.role == Role::achievements) return {first.role, std::nullopt};
    return {first.role, second.role};
  }

  bool joined(TextRange first, TextRange second) const {
    if (second.begin <= first.end) return false;
    const std::string_view between = report_.text({first.end, second.begin});
    constexpr std::array<std::string_view, 6> kJoints{"和", "及", "与", "、", "暨", "，"};
    return std::any_of(kJoints.begin(), kJoints.end(),
                       [&](std::string_view joint) { return between.find(joint) != std::string_view::npos; });
  }

  void assign_section(std::uint32_t index) {
    Section& section = report_.sections[index];
    const Named named = named_by(section);
    if (section.parent == kNone) {
      section.role = named.first ? *named.first : role_of_topic(index);
      section.names_role = named.first.has_value();
      section.second_role = named.second;
      return;
    }
    const Section& parent = report_.sections[section.parent];
    section.role = parent.role;
    if (!named.first) return;
    const bool allowed = *named.first == parent.role || may_turn(parent.role, *named.first) ||
                         (parent.second_role && *parent.second_role == *named.first);
    if (!allowed) return;
    section.role = *named.first;
    section.names_role = true;
    if (named.second && may_turn(section.role, *named.second)) section.second_role = named.second;
  }

  /// A top-level heading that names a topic: achievements, but behind a plan
  /// it goes on with the plan.
  Role role_of_topic(std::uint32_t index) const {
    for (std::uint32_t before = index; before-- > 0;) {
      const Section& section = report_.sections[before];
      if (section.parent != kNone) continue;
      return section.role == Role::plan ? Role::plan : Role::achievements;
    }
    return Role::achievements;
  }

  Role base_role(const Sentence& sentence) const {
    return sentence.section == kNone ? Role::preamble : report_.sections[sentence.section].role;
  }

  void assign_sentences() {
    std::uint32_t section = kNone;
    Role role = Role::preamble;
    bool begun = false;
    for (std::uint32_t index = 0; index < report_.sentences.size(); ++index) {
      Sentence& sentence = report_.sentences[index];
      if (const std::optional<Role>& part = parts_.part[sentence.paragraph]) {
        sentence.role = *part;
        continue;
      }
      if (!begun || sentence.section != section || sentence.heading) {
        section = sentence.section;
        const bool first_body = !begun;
        begun = true;
        role = base_role(sentence);
        if (section == kNone && !first_body && announced_) role = Role::achievements;
        limit_item_ = limit_paragraph_ = kNone;
      }
      role = after_limits(sentence, role);
      role = after_return(index, role);
      const Role turned = turn_at(index, role);
      if (turned != role) {
        set_limits(index, role, turned);
        role = turned;
      }
      sentence.role = sentence.heading ? base_role(sentence) : role;
      if (section == kNone && role == Role::preamble && announces_report(report_, rules_, index)) {
        announced_ = true;
        role = Role::achievements;
      }
      if (section == kNone && role == Role::preamble && report_.sections.empty()) {
        role = Role::achievements;
      }
    }
  }

  Role turn_at(std::uint32_t index, Role role) const {
    const Sentence& sentence = report_.sentences[index];
    if (sentence.heading) return role;
    for (const OutlineRules::TurnRule& turn : rules_.turns) {
      if (turn.role == role || turn.role == Role::achievements) continue;
      if (!turn.from.empty() && std::find(turn.from.begin(), turn.from.end(), role) == turn.from.end()) continue;
      if (!matches_in(report_, turn.patterns, index, sentence.range)) continue;
      if (matches_in(report_, turn.except, index, sentence.range)) continue;
      return turn.role;
    }
    return role;
  }

  /// How far a turn at `index` holds: to the end of its item where the list
  /// goes on behind it, to the end of its paragraph where it comes in the
  /// middle of one, else until the section ends.
  void set_limits(std::uint32_t index, Role from, Role to) {
    const Sentence& sentence = report_.sentences[index];
    back_to_ = from;
    limit_item_ = limit_paragraph_ = kNone;
    if (list_goes_on(index)) {
      limit_item_ = sentence.item;
      return;
    }
    const bool begins_paragraph = sentence.range.begin == report_.normal.paragraphs[sentence.paragraph].begin;
    const bool from_text = from == Role::achievements || from == Role::first_responsible || from == Role::preamble;
    if (begins_paragraph && !sentence.ordinal) return;
    if (from_text && to != Role::shortcomings) limit_paragraph_ = sentence.paragraph;
    if (!from_text && next_paragraph_continues_list(index)) limit_paragraph_ = sentence.paragraph;
  }

  bool list_goes_on(std::uint32_t index) const {
    const Sentence& sentence = report_.sentences[index];
    std::optional<Ordinal> own;
    for (std::uint32_t at = index + 1; at-- > 0;) {
      const Sentence& each = report_.sentences[at];
      if (each.paragraph != sentence.paragraph || each.item != sentence.item) break;
      own = each.ordinal;
    }
    if (!own) return false;
    for (std::uint32_t at = index + 1; at < report_.sentences.size(); ++at) {
      const Sentence& each = report_.sentences[at];
      if (each.paragraph != sentence.paragraph) return false;
      if (each.ordinal && each.ordinal->style == own->style) return each.ordinal->value > own->value;
    }
    return false;
  }

  bool next_paragraph_continues_list(std::uint32_t index) const {
    const std::uint32_t paragraph = report_.sentences[index].paragraph;
    std::optional<Ordinal> own;
    for (std::uint32_t at = index + 1; at-- > 0 && report_.sentences[at].paragraph == paragraph;) {
      if (report_.sentences[at].range.begin == report_.normal.paragraphs[paragraph].begin) own = report_.sentences[at].ordinal;
    }
    if (!own) return false;
    for (std::uint32_t at = index + 1; at < report_.sentences.size(); ++at) {
      const Sentence& each = report_.sentences[at];
      if (each.paragraph == paragraph) continue;
      return each.ordinal && each.ordinal->style == own->style && each.ordinal->value == own->value + 1;
    }
    return false;
  }

  Role after_limits(const Sentence& sentence, Role role) {
    const bool item_over = limit_item_ != kNone && sentence.item != limit_item_;
    const bool paragraph_over = limit_paragraph_ != kNone && sentence.paragraph != limit_paragraph_;
    if (!item_over && !paragraph_over) return role;
    limit_item_ = limit_paragraph_ = kNone;
    return back_to_;
  }

  /// A turn of limited reach is over too where a sentence tells facts again, if
  /// it is no item of a list that the turn opened.
  Role after_return(std::uint32_t index, Role role) {
    const bool limited = limit_item_ != kNone || limit_paragraph_ != kNone;
    const Sentence& sentence = report_.sentences[index];
    if (!limited || sentence.ordinal || role == back_to_ || back_to_ == Role::shortcomings) return role;
    const bool returns = std::any_of(rules_.turns.begin(), rules_.turns.end(), [&](const OutlineRules::TurnRule& turn) {
      return turn.returns_from(role) && matches_in(report_, turn.patterns, index, sentence.range) &&
             !matches_in(report_, turn.except, index, sentence.range);
    });
    if (!returns) return role;
    limit_item_ = limit_paragraph_ = kNone;
    return back_to_;
  }

  Report& report_;
  const ParagraphParts& parts_;
  const OutlineRules& rules_;
  std::optional<int> year_;
  std::uint32_t limit_item_ = kNone;
  std::uint32_t limit_paragraph_ = kNone;
  Role back_to_ = Role::preamble;
  bool announced_ = false;
};

}  // namespace

void assign_roles(Report& report, const ParagraphParts& parts, const OutlineRules& rules, std::optional<int> year) {
  RoleAssigner(report, parts, rules, year).run();
}

}  // namespace fazhi
