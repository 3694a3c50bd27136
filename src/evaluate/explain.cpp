#include "evaluate/explain.hpp"

#include "evaluate/evidence.hpp"
#include "evaluate/figures.hpp"
#include "evaluate/judge_elements.hpp"

namespace fazhi {
namespace {

std::string original_words(const Report& report, TextRange normal) {
  if (normal.empty()) return {};
  return std::string(report.normal.map.original_range(normal).of(report.document.text));
}

ExplainedHit explain_hit(const Reading& reading, const Hit& hit) {
  ExplainedHit out;
  out.passage = quote_passage(reading.report(), widen_to_read(reading, hit.range));
  out.words = original_words(reading.report(), hit.range);
  out.sense = hit.assertion.sense;
  out.cue = original_words(reading.report(), hit.assertion.cue_range);
  return out;
}

}  // namespace

Explanation explain_element(const Auditor& auditor, const Report& report, std::size_t element) {
  const Reading reading(report, auditor.compiled());
  const std::vector<FigureSet> figures = read_figures(reading);
  const Element& rule = auditor.compiled().checklist().elements[element];
  const std::vector<FindResult> finds = run_finds(reading, element);

  Explanation out;
  out.finding = auditor.waived(judge_elements(reading, figures)[element], report);
  for (std::size_t index = 0; index < finds.size(); ++index) {
    ExplainedFind explained{rule.finds[index].name, {}, finds[index].gave_up};
    for (const Hit& hit : finds[index].hits) explained.hits.push_back(explain_hit(reading, hit));
    for (const RefusedHit& refused : finds[index].refused) {
      ExplainedHit hit = explain_hit(reading, refused.hit);
      hit.taken = false;
      hit.refusal = refused.refusal;
      explained.hits.push_back(std::move(hit));
    }
    out.finds.push_back(std::move(explained));
  }
  const ConditionContext context{reading, finds, figures};
  for (const Outcome& outcome : rule.outcomes) {
    ConditionSupport support;
    out.outcomes.push_back({outcome.status, outcome.when_text, holds(outcome.when, context, support)});
    if (out.outcomes.back().truth != Truth::no) break;
  }
  return out;
}

}  // namespace fazhi
