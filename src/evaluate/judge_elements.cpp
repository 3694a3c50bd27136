#include "evaluate/judge_elements.hpp"

#include <algorithm>

#include "evaluate/conditions.hpp"
#include "evaluate/evidence.hpp"
#include "evaluate/recognition.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kMostEvidence = 2;

MessageId refusal_of(const Assertion& assertion) {
  switch (assertion.sense) {
    case Sense::done:
      return MessageId::refused_done;
    case Sense::intended:
      return MessageId::refused_intended;
    case Sense::lacking:
      return MessageId::refused_lacking;
    case Sense::absent:
      return MessageId::refused_absent;
    case Sense::slogan:
      return MessageId::refused_slogan;
    case Sense::elsewhere:
      return MessageId::refused_elsewhere;
    case Sense::earlier:
      return MessageId::refused_earlier;
  }
  return MessageId::refused_done;
}

MessageId refusal_of(const RefusedHit& refused) {
  if (refused.hit.assertion.sense != Sense::done) return refusal_of(refused.hit.assertion);
  return refusal_of(refused.refusal);
}

MessageId partial_of(const std::vector<Hit>& hits) {
  const auto has = [&](Sense sense) {
    return std::any_of(hits.begin(), hits.end(), [&](const Hit& each) { return each.assertion.sense == sense; });
  };
  if (hits.empty() || has(Sense::done)) return MessageId::element_incomplete;
  if (has(Sense::intended)) return MessageId::element_intended;
  if (has(Sense::lacking) || has(Sense::absent)) return MessageId::element_lacking;
  return has(Sense::slogan) ? MessageId::element_slogan : MessageId::element_incomplete;
}

class ElementJudge {
 public:
  ElementJudge(const Reading& reading, const std::vector<FigureSet>& figures, std::size_t index)
      : reading_(reading),
        report_(reading.report()),
        checklist_(reading.compiled().checklist()),
        element_(checklist_.elements[index]),
        figures_(figures),
        finds_(run_finds(reading, index)) {}

  Finding run() {
    finding_.id = element_.id;
    finding_.kind = FindingKind::element;
    finding_.title = element_.title;
    finding_.possible_hundredths = element_.weight_hundredths;
    const std::optional<int>& year = report_.identity.year;
    finding_.basis = cite(checklist_, element_.basis, year);
    if (year && !element_.years.contains(*year)) {
      finding_.status = Status::not_applicable;
      finding_.possible_hundredths = 0;
      finding_.messages.push_back({MessageId::element_not_in_year, {std::to_string(*year)}});
      return std::move(finding_);
    }
    decide();
    award();
    explain();
    reopen_unread(finding_, report_.document);
    return std::move(finding_);
  }

 private:
  void decide() {
    const ConditionContext context{reading_, finds_, figures_};
    for (const Outcome& outcome : element_.outcomes) {
      ConditionSupport support;
      const Truth truth = holds(outcome.when, context, support);
      if (truth == Truth::no) continue;
      finding_.status = truth == Truth::yes ? outcome.status : Status::undecided;
      finding_.note = truth == Truth::yes ? outcome.note : std::string();
      support_ = std::move(support);
      return;
    }
    const bool gave_up = std::any_of(finds_.begin(), finds_.end(), [](const FindResult& each) { return each.gave_up; });
    finding_.status = gave_up ? Status::undecided : Status::missing;
  }

  std::int32_t points_of(Status status) const {
    switch (status) {
      case Status::met:
        return element_.weight_hundredths;
      case Status::partial:
        return element_.weight_hundredths * element_.partial_percent / 100;
      case Status::missing:
      case Status::undecided:
      case Status::not_applicable:
      case Status::waived:
        return 0;
    }
    return 0;
  }

  void award() {
    if (finding_.status == Status::not_applicable) {
      finding_.possible_hundredths = 0;
      return;
    }
    finding_.awarded_hundredths = points_of(finding_.status);
    finding_.gain_hundredths = finding_.possible_hundredths - finding_.awarded_hundredths;
    if (finding_.status != Status::met) finding_.rectification = element_.remedy;
  }

  void explain() {
    switch (finding_.status) {
      case Status::met:
        finding_.messages.push_back({MessageId::element_met, {}});
        add_support();
        break;
      case Status::partial:
        finding_.messages.push_back({partial_of(support_.hits), {}});
        add_support();
        break;
      case Status::missing:
        explain_missing();
        break;
      case Status::undecided:
        finding_.messages.push_back({MessageId::element_undecided, {}});
        break;
      case Status::not_applicable:
        finding_.messages.push_back({MessageId::element_not_applicable, {}});
        add_support();
        break;
      case Status::waived:
        break;
    }
    for (const std::string& name : element_.measures) add_measures(name);
  }

  bool is_full() const { return finding_.evidence.size() >= kMostEvidence; }

  void add(Evidence evidence) {
    const bool known = std::any_of(finding_.evidence.begin(), finding_.evidence.end(), [&](const Evidence& each) {
      return each.paragraph == evidence.paragraph && each.start < evidence.end && evidence.start < each.end;
    });
    if (!known && !is_full()) finding_.evidence.push_back(std::move(evidence));
  }

  /// A sentence of the text says more than a heading, a fact more than a plan.
  static constexpr int kRanks = 4;
  int rank_of(const Hit& hit) const {
    const bool bare = hit.heading || is_listed(reading_, hit.sentence, hit.range);
    return (hit.assertion.sense == Sense::done ? 0 : 2) + (bare ? 1 : 0);
  }

  void add_support() {
    for (const std::uint32_t section : support_.sections) {
      if (is_full()) return;
      add(quote_passage(report_, report_.sections[section].heading));
    }
    for (int rank = 0; rank < kRanks; ++rank) {
      for (const Hit& hit : support_.hits) {
        if (is_full()) return;
        if (rank_of(hit) == rank) add(quote_passage(report_, widen_to_read(reading_, hit.range)));
      }
    }
    for (const TextRange& passage : support_.passages) {
      if (is_full()) return;
      add(quote_passage(report_, widen_to_read(reading_, passage)));
    }
  }

  /// Marks the finds that `condition` asks, and those that they take hits from.
  void mark_asked(const Condition& condition, std::vector<bool>& asked) const {
    for (const Condition& child : condition.children) mark_asked(child, asked);
    for (std::int32_t find = condition.find; find >= 0; find = element_.finds[static_cast<std::size_t>(find)].of) {
      asked[static_cast<std::size_t>(find)] = true;
    }
  }

  /// The finds that name what the element asks for; the others only qualify them.
  std::vector<const FindResult*> naming_finds() const {
    std::vector<bool> asked(finds_.size());
    for (const Outcome& outcome : element_.outcomes) mark_asked(outcome.when, asked);
    std::vector<const FindResult*> out;
    for (std::size_t index = 0; index < finds_.size(); ++index) {
      if (asked[index]) out.push_back(&finds_[index]);
    }
    return out;
  }

  void explain_missing() {
    bool absent = false;
    const std::vector<const FindResult*> naming = naming_finds();
    for (const FindResult* find : naming) {
      for (const Hit& hit : find->hits) {
        absent = absent || hit.assertion.sense == Sense::absent;
        if (is_full()) continue;
        Evidence evidence = quote_passage(report_, widen_to_read(reading_, hit.range));
        evidence.use = EvidenceUse::refused;
        evidence.reason = Message{refusal_of(hit.assertion), {}};
        add(std::move(evidence));
      }
    }
    for (const FindResult* find : naming) {
      for (const RefusedHit& refused : find->refused) {
        if (is_full()) break;
        Evidence evidence = quote_passage(report_, widen_to_read(reading_, refused.hit.range));
        evidence.use = EvidenceUse::refused;
        evidence.reason = Message{refusal_of(refused), {}};
        add(std::move(evidence));
      }
    }
    const MessageId message = absent                      ? MessageId::element_absent
                              : finding_.evidence.empty() ? MessageId::element_not_found
                                                          : MessageId::element_refused;
    finding_.messages.push_back({message, {}});
    add_searched();
  }

  /// Where the element was looked for: the top sections, and text before them.
  void add_searched() {
    const bool preamble = std::any_of(report_.sentences.begin(), report_.sentences.end(), [](const Sentence& each) {
      return each.section == kNone && each.role == Role::preamble;
    });
    if (preamble) finding_.searched.push_back({Role::preamble, {}});
    for (const Section& section : report_.sections) {
      if (section.parent != kNone) continue;
      const std::uint32_t paragraph = report_.sentences[section.heading_sentence].paragraph;
      const TextRange original = original_passage(report_, section.heading, paragraph);
      finding_.searched.push_back({section.role, std::string(original.of(report_.document.text))});
    }
    if (report_.sections.empty()) finding_.searched.push_back({Role::achievements, {}});
  }

  void add_measures(const std::string& name) {
    const auto& rules = checklist_.language.measures;
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const MeasureRule& each) { return each.name == name; });
    if (rule == rules.end()) return;
    const FigureSet& set = figures_[static_cast<std::size_t>(rule - rules.begin())];
    const auto put = [&](const char* part, const std::optional<Figure>& figure) {
      if (figure) finding_.measures.push_back({name + "." + part, figure->value, figure->unit, figure->exact});
    };
    put("total", set.total);
    put("resolved", set.resolved);
    put("rate", set.rate);
  }

  const Reading& reading_;
  const Report& report_;
  const Checklist& checklist_;
  const Element& element_;
  const std::vector<FigureSet>& figures_;
  std::vector<FindResult> finds_;
  ConditionSupport support_;
  Finding finding_;
};

}  // namespace

MessageId refusal_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::elsewhere_in_report:
      return MessageId::refused_elsewhere_in_report;
    case Refusal::no_companion:
      return MessageId::refused_no_companion;
    case Refusal::disturbed:
      return MessageId::refused_disturbed;
    case Refusal::no_number:
      return MessageId::refused_no_number;
  }
  return MessageId::refused_no_companion;
}

std::vector<BasisCitation> cite(const Checklist& checklist, const std::vector<BasisReference>& basis,
                                const std::optional<int>& year) {
  std::vector<BasisCitation> out;
  for (const BasisReference& each : basis) {
    if (year && !each.years.contains(*year)) continue;
    const BasisDocument* document =
        year ? checklist.find_edition(each.document, *year) : checklist.find_document(each.document);
    if (document != nullptr) out.push_back({document->title, each.article, each.text});
  }
  return out;
}

std::vector<Finding> judge_elements(const Reading& reading, const std::vector<FigureSet>& figures) {
  std::vector<Finding> findings;
  for (std::size_t index = 0; index < reading.compiled().checklist().elements.size(); ++index) {
    findings.push_back(ElementJudge(reading, figures, index).run());
  }
  return findings;
}

}  // namespace fazhi
