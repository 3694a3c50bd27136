#include "evaluate/advise.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "evaluate/report_places.hpp"
#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

/// Elements stand in the checklist by subject; farther off another subject begins.
constexpr std::size_t kNeighbours = 3;

/// Words that more than one in so many titles have (法治, 建设) tell no subject.
constexpr std::ptrdiff_t kTopicShare = 5;

using Kind = AdvicePlace::Kind;

/// Every two Han characters of a title that stand together.
std::vector<std::string> pairs_of(std::string_view title) {
  const std::string normal = normalize_phrase(title);
  std::vector<std::string> out;
  for (std::size_t at = 0; at < normal.size();) {
    const utf8::CodePoint one = utf8::decode(normal, at);
    const utf8::CodePoint two = utf8::decode(normal, at + one.size_bytes);
    if (utf8::is_han(one.value) && two.size_bytes > 0 && utf8::is_han(two.value)) {
      out.push_back(normal.substr(at, one.size_bytes + two.size_bytes));
    }
    at += one.size_bytes;
  }
  return out;
}

/// What a condition asks of the report's structure.
struct Asked {
  std::optional<Role> section;  ///< a section of its own for this role
  bool period = false;
};

void ask(const Condition& condition, Asked& asked) {
  switch (condition.kind) {
    case Condition::Kind::section_headed:
    case Condition::Kind::section_topical:
      if (!asked.section) asked.section = condition.role;
      return;
    case Condition::Kind::period_titled:
    case Condition::Kind::period_agreed:
    case Condition::Kind::period_told:
      asked.period = true;
      return;
    case Condition::Kind::all:
    case Condition::Kind::any:
      for (const Condition& child : condition.children) ask(child, asked);
      return;
    case Condition::Kind::negation:
    case Condition::Kind::sense:
    case Condition::Kind::told:
    case Condition::Kind::listed:
    case Condition::Kind::in_role:
    case Condition::Kind::in_role_sense:
    case Condition::Kind::section_told:
    case Condition::Kind::measure_stated:
    case Condition::Kind::always:
      return;
  }
}

Asked asked_by(const Element& element) {
  Asked asked;
  for (const Outcome& outcome : element.outcomes) {
    if (outcome.status == Status::met) ask(outcome.when, asked);
  }
  return asked;
}

/// The part in which the element is looked for: achievements unless all of its finds ask for another.
Role part_of(const Element& element) {
  std::optional<Role> part;
  for (const Find& find : element.finds) {
    const bool has_achievements =
        std::find(find.roles.begin(), find.roles.end(), Role::achievements) != find.roles.end();
    if (find.roles.empty() || has_achievements) return Role::achievements;
    if (!part) part = find.roles.front();
  }
  return part.value_or(Role::achievements);
}

class Adviser {
 public:
  Adviser(const Checklist& checklist, const Report& report, const Audit& audit)
      : checklist_(checklist), audit_(audit), places_(report) {}

  Advice run() {
    Advice advice;
    for (std::size_t index = 0; index < audit_.findings.size(); ++index) {
      const Finding& finding = audit_.findings[index];
      if (rank_of(finding) != kNothing) advice.push_back({index, place_of(index)});
    }
    std::stable_sort(advice.begin(), advice.end(), [this](const AdviceItem& one, const AdviceItem& other) {
      return comes_before(audit_.findings[one.finding], audit_.findings[other.finding]);
    });
    return advice;
  }

 private:
  static constexpr int kNothing = 9;

  static int rank_of(const Finding& finding) {
    if (finding.kind == FindingKind::defect) return finding.severity == Severity::major ? 2 : 3;
    if (finding.status == Status::undecided) return 1;
    return finding.gain_hundredths > 0 ? 0 : kNothing;
  }

  static bool comes_before(const Finding& one, const Finding& other) {
    if (rank_of(one) != rank_of(other)) return rank_of(one) < rank_of(other);
    return one.kind == FindingKind::element && one.gain_hundredths > other.gain_hundredths;
  }

  AdvicePlace place_of(std::size_t index) const {
    const Finding& finding = audit_.findings[index];
    if (finding.kind == FindingKind::defect) {
      AdvicePlace place{Kind::passage, Role::other, {}, {}, 0};
      if (finding.evidence.empty()) return place;
      const Evidence& evidence = finding.evidence.front();
      return {Kind::passage, evidence.role, evidence.section, {}, evidence.paragraph};
    }
    const Element* element = checklist_.find_element(finding.id);
    if (element == nullptr) return places_.in_part(Role::achievements);
    const Asked asked = asked_by(*element);
    if (asked.section) return places_.own_section(*asked.section);
    if (asked.period) return places_.period();
    return content_place(index, part_of(*element));
  }

  AdvicePlace content_place(std::size_t index, Role part) const {
    if (!places_.has(part) && part != Role::achievements) return places_.own_section(part);
    if (auto place = told_in(audit_.findings[index], part)) return *place;
    const Element* element = checklist_.find_element(audit_.findings[index].id);
    if (auto place = places_.under_heading_with(topics_of(*element), part)) return *place;
    for (std::size_t far = 1; far <= kNeighbours; ++far) {
      if (auto place = beside(index, far, true, part)) return *place;
      if (auto place = beside(index, far, false, part)) return *place;
    }
    return places_.in_part(part);
  }

  /// The pairs of characters that tell this element's title from the others'.
  std::vector<std::string> topics_of(const Element& element) const {
    std::vector<std::string> out;
    for (std::string& pair : pairs_of(element.title)) {
      const auto titles = std::count_if(checklist_.elements.begin(), checklist_.elements.end(), [&](const Element& each) {
        return normalize_phrase(each.title).find(pair) != std::string::npos;
      });
      if (titles * kTopicShare <= static_cast<std::ptrdiff_t>(checklist_.elements.size())) out.push_back(std::move(pair));
    }
    return out;
  }

  /// The section of `part` in which the finding's own passages stand.
  std::optional<AdvicePlace> told_in(const Finding& finding, Role part) const {
    for (const Evidence& evidence : finding.evidence) {
      if (evidence.use != EvidenceUse::support) continue;
      if (auto place = places_.under(evidence, part)) return place;
    }
    return std::nullopt;
  }

  std::optional<AdvicePlace> beside(std::size_t index, std::size_t far, bool backward, Role part) const {
    if (backward ? far > index : index + far >= audit_.findings.size()) return std::nullopt;
    const Finding& other = audit_.findings[backward ? index - far : index + far];
    const bool told = other.status == Status::met || other.status == Status::partial;
    if (other.kind != FindingKind::element || !told) return std::nullopt;
    const Element* element = checklist_.find_element(other.id);
    if (element == nullptr || asked_by(*element).section || asked_by(*element).period) return std::nullopt;
    std::optional<AdvicePlace> place = told_in(other, part);
    if (place) place->beside = other.title;
    return place;
  }

  const Checklist& checklist_;
  const Audit& audit_;
  ReportPlaces places_;
};

}  // namespace

Advice advise(const Auditor& auditor, const Report& report, const Audit& audit) {
  return Adviser(auditor.compiled().checklist(), report, audit).run();
}

}  // namespace fazhi
