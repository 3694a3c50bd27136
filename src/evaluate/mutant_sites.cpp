#include "evaluate/mutant_sites.hpp"

#include <algorithm>

#include "evaluate/conditions.hpp"

namespace fazhi {
namespace {

/// Whether `condition` takes the find's hits in another sense than done as well.
bool takes_other_senses(const Condition& condition, std::int32_t find) {
  if (condition.kind == Condition::Kind::negation) return false;
  const bool tests_sense = condition.kind == Condition::Kind::sense || condition.kind == Condition::Kind::in_role_sense;
  if (tests_sense && condition.find == find && condition.sense != Sense::done) return true;
  return std::any_of(condition.children.begin(), condition.children.end(),
                     [&](const Condition& child) { return takes_other_senses(child, find); });
}

MutationSite site_of(const Condition& test, const Condition& whole) {
  switch (test.kind) {
    case Condition::Kind::sense:
    case Condition::Kind::in_role_sense:
      if (test.sense != Sense::done || takes_other_senses(whole, test.find)) return MutationSite::mention;
      return MutationSite::fact;
    case Condition::Kind::section_headed:
    case Condition::Kind::section_topical:
    case Condition::Kind::section_told:
      return MutationSite::section;
    case Condition::Kind::period_titled:
    case Condition::Kind::period_agreed:
    case Condition::Kind::period_told:
      return MutationSite::year;
    case Condition::Kind::measure_stated:
      return MutationSite::figure;
    case Condition::Kind::all:
    case Condition::Kind::any:
    case Condition::Kind::negation:
    case Condition::Kind::told:
    case Condition::Kind::listed:
    case Condition::Kind::in_role:
    case Condition::Kind::always:
      return MutationSite::mention;
  }
  return MutationSite::mention;
}

class SiteFinder {
 public:
  SiteFinder(const Reading& reading, std::size_t element)
      : element_(reading.compiled().checklist().elements[element]),
        figures_(read_figures(reading)),
        finds_(run_finds(reading, element)),
        context_{reading, finds_, figures_} {}

  ElementSites run() {
    const std::optional<int>& year = context_.reading.report().identity.year;
    if (year && !element_.years.contains(*year)) return {Status::not_applicable, {}};
    ElementSites out;
    for (const Outcome& outcome : element_.outcomes) {
      ConditionSupport support;
      const Truth truth = holds(outcome.when, context_, support);
      if (truth == Truth::no) continue;
      out.status = truth == Truth::yes ? outcome.status : Status::undecided;
      if (out.status == Status::met) collect(outcome.when, outcome.when, out.sites);
      std::sort(out.sites.begin(), out.sites.end(), [](const MutantSite& a, const MutantSite& b) {
        return std::pair(a.range.begin, a.range.end) < std::pair(b.range.begin, b.range.end);
      });
      return out;
    }
    const bool gave_up = std::any_of(finds_.begin(), finds_.end(), [](const FindResult& each) { return each.gave_up; });
    out.status = gave_up ? Status::undecided : Status::missing;
    return out;
  }

 private:
  /// Every test that holds, not only the first of alternatives.
  void collect(const Condition& condition, const Condition& whole, std::vector<MutantSite>& sites) const {
    if (condition.kind == Condition::Kind::negation) return;
    for (const Condition& child : condition.children) collect(child, whole, sites);
    if (!condition.children.empty()) return;
    ConditionSupport support;
    if (holds(condition, context_, support) != Truth::yes) return;
    MutantSite site;
    site.kind = site_of(condition, whole);
    for (const std::uint32_t section : support.sections) {
      site.section = section;
      site.range = context_.reading.report().sections[section].heading;
      add(site, sites);
    }
    site.section = kNone;
    for (const TextRange passage : support.passages) {
      site.range = passage;
      add(site, sites);
    }
    const Find* counting = counting_find(condition.find);
    site.counted = counting != nullptr;
    if (counting != nullptr) site.number_scope = counting->within;
    for (const Hit& hit : support.hits) {
      site.range = hit.range;
      site.heading = hit.heading;
      add(site, sites);
    }
  }

  /// The find that asks for a number, of `index` and those that it takes hits from.
  const Find* counting_find(std::int32_t index) const {
    for (std::int32_t each = index; each >= 0;) {
      const Find& find = element_.finds[static_cast<std::size_t>(each)];
      if (!find.number.empty()) return &find;
      each = find.of;
    }
    return nullptr;
  }

  /// A passage that one test takes without a number needs none.
  static void add(const MutantSite& site, std::vector<MutantSite>& sites) {
    for (MutantSite& each : sites) {
      if (each.range != site.range || each.kind != site.kind) continue;
      each.counted = each.counted && site.counted;
      each.number_scope = std::max(each.number_scope, site.number_scope);
      return;
    }
    sites.push_back(site);
  }

  const Element& element_;
  std::vector<FigureSet> figures_;
  std::vector<FindResult> finds_;
  ConditionContext context_;
};

}  // namespace

ElementSites sites_of_element(const Reading& reading, std::size_t element) {
  return SiteFinder(reading, element).run();
}

}  // namespace fazhi
