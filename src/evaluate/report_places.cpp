#include "evaluate/report_places.hpp"

#include <algorithm>

#include "evaluate/evidence.hpp"

namespace fazhi {
namespace {

using Kind = AdvicePlace::Kind;

/// The usual order of a report's parts; 0 for what has no place in it.
int order_of(Role role) {
  switch (role) {
    case Role::achievements:
      return 1;
    case Role::first_responsible:
      return 2;
    case Role::shortcomings:
      return 3;
    case Role::plan:
      return 4;
    case Role::furniture:
    case Role::head:
    case Role::preamble:
    case Role::other:
    case Role::tail:
      return 0;
  }
  return 0;
}

bool counts_as(Role own, Role wanted) {
  return own == wanted || (wanted == Role::achievements && own == Role::first_responsible);
}

bool is_body(Role role) { return role != Role::furniture && role != Role::head && role != Role::tail; }

}  // namespace

bool ReportPlaces::has(Role role) const {
  return std::any_of(report_.sentences.begin(), report_.sentences.end(),
                     [role](const Sentence& each) { return !each.heading && counts_as(each.role, role); });
}

std::string ReportPlaces::heading_of(std::uint32_t section) const {
  const Section& own = report_.sections[section];
  const TextRange original =
      original_passage(report_, own.heading, report_.sentences[own.heading_sentence].paragraph);
  return std::string(original.of(report_.document.text));
}

std::uint32_t ReportPlaces::top_of(std::uint32_t section) const {
  while (report_.sections[section].parent != kNone) section = report_.sections[section].parent;
  return section;
}

std::uint32_t ReportPlaces::last_paragraph(std::uint32_t first, std::uint32_t end, Role role) const {
  const auto& sentences = report_.sentences;
  for (std::uint32_t at = end; at-- > first;) {
    const bool ends_paragraph = at + 1 == sentences.size() || sentences[at + 1].paragraph != sentences[at].paragraph;
    if (ends_paragraph && !sentences[at].heading && counts_as(sentences[at].role, role)) return sentences[at].paragraph + 1;
  }
  return 0;
}

std::uint32_t ReportPlaces::last_of_body(std::uint32_t first, std::uint32_t end) const {
  for (std::uint32_t at = end; at-- > first;) {
    if (is_body(report_.sentences[at].role)) return report_.sentences[at].paragraph + 1;
  }
  return first == 0 ? 0 : report_.sentences[first - 1].paragraph + 1;
}

std::optional<AdvicePlace> ReportPlaces::under(const Evidence& passage, Role role) const {
  for (const Sentence& each : report_.sentences) {
    if (each.paragraph + 1 != passage.paragraph) continue;
    if (each.section == kNone || !counts_as(passage.role, role)) return std::nullopt;
    const Section& section = report_.sections[each.section];
    const std::uint32_t paragraph = last_paragraph(section.first_sentence, section.end_sentence, role);
    if (paragraph == 0) return std::nullopt;
    return AdvicePlace{Kind::under_heading, role, heading_of(each.section), {}, paragraph};
  }
  return std::nullopt;
}

std::optional<AdvicePlace> ReportPlaces::under_heading_with(const std::vector<std::string>& words, Role role) const {
  std::optional<AdvicePlace> best;
  std::ptrdiff_t most = 0;
  for (std::uint32_t index = 0; index < report_.sections.size(); ++index) {
    const Section& section = report_.sections[index];
    // A part's own heading names the part, not a subject.
    if (section.parent == kNone && section.names_role) continue;
    const std::string_view heading = report_.text(section.heading);
    const auto shared = std::count_if(words.begin(), words.end(), [&](const std::string& each) {
      return heading.find(each) != std::string_view::npos;
    });
    const std::uint32_t paragraph = last_paragraph(section.first_sentence, section.end_sentence, role);
    if (shared <= most || paragraph == 0) continue;
    most = shared;
    best = AdvicePlace{Kind::under_heading, role, heading_of(index), {}, paragraph};
  }
  return best;
}

AdvicePlace ReportPlaces::in_part(Role role) const {
  const auto end = static_cast<std::uint32_t>(report_.sentences.size());
  for (const Role wanted : {role, role == Role::achievements ? Role::preamble : role}) {
    const std::uint32_t paragraph = last_paragraph(0, end, wanted);
    if (paragraph == 0) continue;
    const auto sentence = std::find_if(report_.sentences.begin(), report_.sentences.end(),
                                       [&](const Sentence& each) { return each.paragraph + 1 == paragraph; });
    if (sentence->section == kNone) return {Kind::in_part, wanted, {}, {}, paragraph};
    return {Kind::under_heading, role, heading_of(top_of(sentence->section)), {}, paragraph};
  }
  return own_section(role);
}

AdvicePlace ReportPlaces::first_section() const {
  const auto& sentences = report_.sentences;
  const auto begins_paragraph = [&](std::size_t at) {
    return at == 0 || sentences[at - 1].paragraph != sentences[at].paragraph;
  };
  std::uint32_t behind = last_of_body(0, static_cast<std::uint32_t>(sentences.size()));
  for (std::size_t at = sentences.size(); at-- > 0;) {
    // The paragraph that announces the report opens it, though it turns to what was done.
    if (sentences[at].role == Role::preamble) break;
    if (begins_paragraph(at) && is_body(sentences[at].role)) behind = sentences[at].paragraph;
  }
  return {Kind::section_first, Role::achievements, {}, {}, behind};
}

AdvicePlace ReportPlaces::own_section(Role role) const {
  if (role == Role::achievements) return first_section();
  std::uint32_t behind = kNone;
  std::uint32_t before = kNone;
  for (std::uint32_t index = 0; index < report_.sections.size(); ++index) {
    const Section& section = report_.sections[index];
    if (section.parent != kNone || order_of(section.role) == 0) continue;
    if (order_of(section.role) <= order_of(role)) behind = index;
    if (order_of(section.role) > order_of(role) && before == kNone) before = index;
  }
  if (behind != kNone) {
    const Section& section = report_.sections[behind];
    return {Kind::section_behind, role, heading_of(behind), {},
            last_of_body(section.heading_sentence, section.end_sentence)};
  }
  if (before != kNone) {
    const Section& section = report_.sections[before];
    return {Kind::section_before, role, heading_of(before), {},
            report_.sentences[section.heading_sentence].paragraph};
  }
  return {Kind::section_last, role, {}, {}, last_of_body(0, static_cast<std::uint32_t>(report_.sentences.size()))};
}

AdvicePlace ReportPlaces::period() const {
  const ReportIdentity& identity = report_.identity;
  for (const YearStatement& each : identity.years) {
    using Place = YearStatement::Place;
    const bool disputes = (each.place == Place::opening || each.place == Place::announcement) &&
                          each.report_year != identity.year.value_or(each.report_year);
    if (identity.year_in_title && disputes) {
      return {Kind::passage, Role::preamble, {}, {}, paragraph_at(each.range.begin)};
    }
  }
  const bool titled = !identity.title_range.empty();
  return {Kind::title, Role::head, identity.title, {}, titled ? paragraph_at(identity.title_range.begin) : 0};
}

std::uint32_t ReportPlaces::paragraph_at(std::uint32_t normal_offset) const {
  const auto found = std::find_if(report_.sentences.begin(), report_.sentences.end(), [&](const Sentence& each) {
    return each.range.begin <= normal_offset && normal_offset < each.range.end;
  });
  return found == report_.sentences.end() ? 0 : found->paragraph + 1;
}

}  // namespace fazhi
