#include "cli/explain_command.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "batch/input_walk.hpp"
#include "cli/stop_on_signal.hpp"
#include "document/read.hpp"
#include "evaluate/evidence.hpp"
#include "evaluate/explain.hpp"
#include "evaluate/judge_elements.hpp"
#include "present/printable.hpp"
#include "present/terminal_text.hpp"

namespace fazhi {
namespace {

constexpr int kColumns = 100;
constexpr int kIndent = 2;
/// Of a find so many hits are shown; the rest are counted.
constexpr std::size_t kMostHits = 4;

MessageId words_of(Sense sense) {
  switch (sense) {
    case Sense::done:
      return MessageId::sense_done;
    case Sense::intended:
      return MessageId::sense_intended;
    case Sense::lacking:
      return MessageId::sense_lacking;
    case Sense::absent:
      return MessageId::sense_absent;
    case Sense::slogan:
      return MessageId::sense_slogan;
    case Sense::elsewhere:
      return MessageId::sense_elsewhere;
    case Sense::earlier:
      return MessageId::sense_earlier;
  }
  return MessageId::sense_done;
}

MessageId words_of(Truth truth) {
  switch (truth) {
    case Truth::no:
      return MessageId::truth_no;
    case Truth::yes:
      return MessageId::truth_yes;
    case Truth::unknown:
      return MessageId::truth_unknown;
  }
  return MessageId::truth_no;
}

class Explainer {
 public:
  explicit Explainer(const ExplainOptions& options) : options_(options) {
    view_.language = options.language;
    view_.width_columns = kColumns;
  }

  ExitCode run() {
    if (is_id(options_.subject)) return explain_rule();
    Auditors auditors(options_.choice, options_.language);
    if (!auditors.open()) return ExitCode::wrong_call;
    return explain_report(auditors);
  }

 private:
  /// Whether it looks like an element's id rather than like a file.
  static bool is_id(const std::string& subject) {
    return subject.find('.') != std::string::npos && subject.find('/') == std::string::npos &&
           !std::filesystem::exists(subject);
  }

  void line(int indent, const std::string& text) { append_hanging(out_, indent, {}, text, view_); }

  template <class... Arguments>
  std::string words(MessageId id, Arguments... arguments) const {
    return say(id, options_.language, std::string(arguments)...);
  }

  ExitCode explain_rule() {
    for (const std::string& name : named_or_builtin(options_.choice.checklist)) {
      const LoadedChecklist loaded = load_named_checklist(name, options_.language);
      if (!loaded.checklist) return ExitCode::wrong_call;
      if (show_rule_of(*loaded.checklist)) {
        std::cout << out_;
        return ExitCode::passed;
      }
    }
    std::cerr << printable(words(MessageId::explain_unknown_subject, options_.subject)) << '\n';
    return ExitCode::wrong_call;
  }

  /// Whether the checklist is for the level asked for and has the rule.
  bool show_rule_of(const Checklist& checklist) {
    if (options_.choice.level && !is_for(checklist, *options_.choice.level)) return false;
    if (const Element* element = checklist.find_element(options_.subject)) {
      show_rule(*element, element->asks, checklist);
      return true;
    }
    const Defect* defect = checklist.find_defect(options_.subject);
    if (defect != nullptr) show_rule(*defect, {}, checklist);
    return defect != nullptr;
  }

  template <class Rule>
  void show_rule(const Rule& rule, const std::string& asks, const Checklist& checklist) {
    line(0, rule.id + "  " + rule.title);
    line(kIndent, words(MessageId::explain_rule_of, checklist.id, checklist.title));
    if (!asks.empty()) line(kIndent, words(MessageId::explain_asks, asks));
    for (const BasisCitation& each : cite(checklist, rule.basis, std::nullopt)) {
      line(kIndent, words(MessageId::explain_basis, citation_of(each, options_.language)));
    }
    if (!rule.remedy.empty()) line(kIndent, words(MessageId::explain_remedy, fill_in_title(rule.remedy, "……")));
    for (const Example& example : rule.examples) {
      line(kIndent, words(MessageId::explain_example, word_of(example.status, options_.language)));
      std::size_t begin = 0;
      while (begin < example.text.size()) {
        const std::size_t end = std::min(example.text.find('\n', begin), example.text.size());
        if (end > begin) line(2 * kIndent, example.text.substr(begin, end - begin));
        begin = end + 1;
      }
    }
  }

  ExitCode explain_report(Auditors& auditors) {
    InputWalk walk({options_.subject});
    ExitCode worst = ExitCode::passed;
    while (const std::optional<Input> input = walk.next()) {
      if (StopOnSignal::asked()) break;
      if (!input->bytes) {
        worst = std::max(worst, unreadable(input->bytes.error()));
        continue;
      }
      for (Result<Document>& document : read_documents(*input->bytes, input->source, {.ocr = options_.ocr})) {
        worst = std::max(worst, document ? explain_document(auditors, std::move(*document)) : unreadable(document.error()));
        std::cout << out_;
        out_.clear();
      }
    }
    return worst;
  }

  ExitCode explain_document(Auditors& auditors, Document document) {
    if (document.source != options_.subject) line(0, words(MessageId::view_source) + document.source);
    Scratch scratch;
    const Result<Auditors::Reading> reading = auditors.read(std::move(document), scratch);
    if (!reading) return unreadable(reading.error());
    const Checklist& checklist = reading->auditor->compiled().checklist();
    line(0, words(MessageId::explain_checklist, checklist.title, checklist.id));
    if (options_.element.empty()) {
      explain_reading(reading->report);
    } else {
      const Element* element = checklist.find_element(options_.element);
      if (element == nullptr) {
        std::cerr << printable(say(MessageId::explain_unknown_element, options_.language, options_.element)) << '\n';
        return ExitCode::wrong_call;
      }
      const auto index = static_cast<std::size_t>(element - checklist.elements.data());
      explain_decision(explain_element(*reading->auditor, reading->report, index));
    }
    return ExitCode::passed;
  }

  ExitCode unreadable(const Message& error) const {
    std::cerr << printable(render(error, options_.language)) << '\n';
    return ExitCode::unreadable;
  }

  std::string or_unknown(const std::string& text) const { return text.empty() ? words(MessageId::explain_unknown) : text; }

  void explain_reading(const Report& report) {
    const ReportIdentity& identity = report.identity;
    line(0, words(MessageId::explain_title, or_unknown(identity.title)));
    line(0, words(MessageId::explain_unit, or_unknown(identity.unit)));
    line(0, words(MessageId::explain_year, identity.year ? std::to_string(*identity.year) : words(MessageId::explain_unknown)));
    for (const YearStatement& each : identity.years) {
      if (each.report_year == identity.year || each.range.empty()) continue;
      const Evidence place = quote_passage(report, each.range);
      line(kIndent, words(MessageId::explain_other_year, std::to_string(each.named_year), place_of(place, options_.language)));
    }
    if (!identity.document_number.empty()) line(0, words(MessageId::explain_number, identity.document_number));
    if (!identity.signature_date.empty()) line(0, words(MessageId::explain_signed, identity.signature_date));
    line(0, words(MessageId::explain_sections));
    std::optional<Role> role;
    std::uint32_t section = kNone;
    std::uint32_t paragraph = kNone;
    for (const Sentence& sentence : report.sentences) {
      const bool changed = role != sentence.role || section != sentence.section;
      if (!changed || (sentence.paragraph == paragraph && role == sentence.role)) continue;
      role = sentence.role;
      section = sentence.section;
      paragraph = sentence.paragraph;
      const int depth = section == kNone ? 0 : report.sections[section].depth;
      const std::string heading = heading_over(report, sentence);
      const std::string shown = heading.empty() ? std::string(report.text(sentence.range)) : heading;
      line(kIndent * (1 + depth), words(MessageId::explain_section, std::to_string(sentence.paragraph + 1),
                                        word_of(sentence.role, options_.language), clipped(shown)));
    }
    if (report.sections.empty()) line(kIndent, words(MessageId::explain_no_headings));
  }

  /// The first code points, as many as stand in a line.
  static std::string clipped(std::string text) {
    constexpr std::size_t kBytes = 90;
    if (text.size() <= kBytes) return text;
    std::size_t end = kBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "…";
  }

  void explain_decision(const Explanation& explanation) {
    const Finding& finding = explanation.finding;
    line(0, finding.id + "  " + finding.title + "：" + word_of(finding.status, options_.language));
    for (const Message& each : finding.messages) line(kIndent, render(each, options_.language));
    if (!finding.note.empty()) line(kIndent, finding.note);
    line(0, words(MessageId::explain_hits));
    for (const ExplainedFind& find : explanation.finds) explain_find(find);
    line(0, words(MessageId::explain_outcomes));
    for (const ExplainedOutcome& each : explanation.outcomes) {
      line(kIndent, words(MessageId::explain_outcome, word_of(each.status, options_.language), each.when,
                          words(words_of(each.truth))));
    }
    if (explanation.outcomes.empty() || explanation.outcomes.back().truth == Truth::no) {
      line(kIndent, words(MessageId::explain_no_outcome));
    }
  }

  void explain_find(const ExplainedFind& find) {
    line(kIndent, words(MessageId::explain_find, find.name, std::to_string(find.hits.size())));
    if (find.gave_up) line(2 * kIndent, words(MessageId::element_undecided));
    for (std::size_t index = 0; index < std::min(find.hits.size(), kMostHits); ++index) {
      const ExplainedHit& hit = find.hits[index];
      std::string sense = words(words_of(hit.sense));
      if (!hit.cue.empty()) sense += words(MessageId::explain_cue, hit.cue);
      if (!hit.taken) sense += words(MessageId::explain_refused, words(refusal_of(hit.refusal)));
      line(2 * kIndent, words(MessageId::explain_hit, hit.words, sense, place_of(hit.passage, options_.language),
                              hit.passage.quote));
    }
    if (find.hits.size() > kMostHits) {
      line(2 * kIndent, words(MessageId::explain_more, std::to_string(find.hits.size() - kMostHits)));
    }
  }

  const ExplainOptions& options_;
  TerminalOptions view_;
  std::string out_;
};

}  // namespace

ExitCode run_explain(const ExplainOptions& options) {
  const StopOnSignal signals(OnSignal::tidy_up);
  const ExitCode code = Explainer(options).run();
  return StopOnSignal::asked() ? ExitCode::interrupted : code;
}

}  // namespace fazhi
