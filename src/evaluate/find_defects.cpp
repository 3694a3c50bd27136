#include "evaluate/find_defects.hpp"

#include <algorithm>
#include <utility>

#include "evaluate/defects_kinds.hpp"
#include "evaluate/evidence.hpp"
#include "evaluate/judge_elements.hpp"

namespace fazhi {
namespace {

using defects::Occurrence;
using defects::Occurrences;
using defects::Search;

Occurrences find(DefectKind kind, const Search& search) {
  switch (kind) {
    case DefectKind::enumeration:
      return defects::find_enumeration(search);
    case DefectKind::approximate_number:
      return defects::find_approximate_number(search);
    case DefectKind::rate_arithmetic:
      return defects::find_rate_arithmetic(search);
    case DefectKind::impossible_count:
      return defects::find_impossible_count(search);
    case DefectKind::repealed_law:
      return defects::find_repealed_law(search);
    case DefectKind::term:
      return defects::find_term(search);
    case DefectKind::year_mismatch:
      return defects::find_year_mismatch(search);
    case DefectKind::placeholder:
      return defects::find_placeholder(search);
    case DefectKind::foreign_unit:
      return defects::find_foreign_unit(search);
    case DefectKind::conflicting_figures:
      return defects::find_conflicting_figures(search);
    case DefectKind::misnamed_law:
      return defects::find_misnamed_law(search);
    case DefectKind::copied:
      return {};
  }
  return {};
}

/// The passage as evidence, with the words around it where it can't be read alone.
Evidence quote_slip(const Reading& reading, TextRange passage) {
  const Report& report = reading.report();
  Evidence evidence = quote_passage(report, passage);
  if (evidence.paragraph == 0) return evidence;
  const TextRange wide = original_passage(report, widen_to_read(reading, passage), evidence.paragraph - 1);
  std::string sentence(wide.of(report.document.text));
  if (sentence != evidence.quote) evidence.sentence = std::move(sentence);
  return evidence;
}

Finding make_finding(const Reading& reading, const Defect& defect, Occurrence occurrence) {
  const Checklist& checklist = reading.compiled().checklist();
  const Report& report = reading.report();
  Finding finding;
  finding.id = defect.id;
  finding.kind = FindingKind::defect;
  finding.severity = defect.severity;
  finding.title = defect.title;
  finding.messages.push_back(std::move(occurrence.message));
  finding.basis = cite(checklist, defect.basis, report.identity.year);
  finding.rectification = fill_in_title(defect.remedy, occurrence.right_title);
  finding.evidence.push_back(quote_slip(reading, occurrence.passage));
  if (occurrence.against) {
    Evidence against = quote_slip(reading, *occurrence.against);
    against.use = EvidenceUse::against;
    against.reason = std::move(occurrence.against_reason);
    finding.evidence.push_back(std::move(against));
  }
  return finding;
}

/// Occurrences of one defect that are told one by one; what is beyond is told as a number.
constexpr std::size_t kMostOccurrences = 100;

bool by_place(const Occurrence& a, const Occurrence& b) {
  return a.passage.begin != b.passage.begin ? a.passage.begin < b.passage.begin : a.passage.end < b.passage.end;
}

/// In the order of the text, of one passage one.
void put_in_order(Occurrences& occurrences) {
  std::stable_sort(occurrences.begin(), occurrences.end(), by_place);
  const auto same = [](const Occurrence& a, const Occurrence& b) { return a.passage == b.passage; };
  occurrences.erase(std::unique(occurrences.begin(), occurrences.end(), same), occurrences.end());
}

}  // namespace

std::vector<Finding> find_defects(const Reading& reading) {
  struct Placed {
    std::uint32_t begin;
    Finding finding;
  };
  const Checklist& checklist = reading.compiled().checklist();
  std::vector<Placed> placed;
  for (std::size_t index = 0; index < checklist.defects.size(); ++index) {
    const Defect& defect = checklist.defects[index];
    Occurrences occurrences = find(defect.kind, Search{reading, reading.compiled().defects()[index]});
    put_in_order(occurrences);
    const std::size_t told = std::min(occurrences.size(), kMostOccurrences);
    for (std::size_t each = 0; each < told; ++each) {
      const std::uint32_t begin = occurrences[each].passage.begin;
      placed.push_back({begin, make_finding(reading, defect, std::move(occurrences[each]))});
    }
    if (told == occurrences.size()) continue;
    placed.back().finding.messages.push_back({MessageId::defect_more, {std::to_string(occurrences.size() - told)}});
  }
  std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) { return a.begin < b.begin; });
  std::vector<Finding> findings;
  findings.reserve(placed.size());
  for (Placed& each : placed) findings.push_back(std::move(each.finding));
  return findings;
}

}  // namespace fazhi
