#include "checklist/lint.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace fazhi {
namespace {

class Linter {
 public:
  explicit Linter(const Checklist& checklist) : checklist_(&checklist) {}

  std::vector<Diagnostic> run() {
    for (const Element& element : checklist_->elements) {
      lint_outcomes(element);
      lint_remedy(element.remedy, element.id, element.file, element.line);
      lint_contradictions(element.examples, element.id, element.file);
      lint_finds(element);
    }
    lint_same_elements();
    for (const Defect& defect : checklist_->defects) lint_defect(defect);
    lint_cues();
    lint_section_titles();
    return std::move(found_);
  }

 private:
  void warn(const std::string& file, int line, Message message) {
    Diagnostic diagnostic;
    diagnostic.kind = Diagnostic::Kind::warning;
    diagnostic.file = file;
    diagnostic.line = line;
    diagnostic.message = std::move(message);
    found_.push_back(std::move(diagnostic));
  }

  void lint_outcomes(const Element& element) {
    bool can_be_met = false;
    bool can_be_missing = true;
    for (const Outcome& outcome : element.outcomes) {
      if (outcome.status == Status::met) can_be_met = true;
      if (outcome.when.kind == Condition::Kind::always) can_be_missing = false;
    }
    for (const Outcome& outcome : element.outcomes) {
      if (outcome.status == Status::missing) can_be_missing = true;
    }
    if (!can_be_met) warn(element.file, element.line, {MessageId::lint_never_met, {element.id}});
    if (!can_be_missing) warn(element.file, element.line, {MessageId::lint_never_missing, {element.id}});
  }

  /// An absent remedy is the loader's to report.
  void lint_remedy(std::string_view remedy, const std::string& id, const std::string& file, int line) {
    if (!remedy.empty() && !remedy.ends_with("。")) warn(file, line, {MessageId::lint_remedy_form, {id}});
  }

  void lint_contradictions(const std::vector<Example>& examples, const std::string& id, const std::string& file) {
    std::map<std::tuple<std::string_view, int>, const Example*> first_by_text;
    for (const Example& example : examples) {
      const Example& first = *first_by_text.try_emplace({example.text, example.year}, &example).first->second;
      if (first.status == example.status) continue;
      warn(file, example.line, {MessageId::lint_contradicting_examples, {id, std::to_string(first.line)}});
    }
  }

  void lint_finds(const Element& element) {
    for (const Find& find : element.finds) {
      const std::string where = element.id + "." + find.name;
      lint_phrases(find.patterns.phrases, where, element.file, find.line);
    }
  }

  /// A phrase that holds another of its list, or repeats it, adds nothing.
  void lint_phrases(const std::vector<std::string>& phrases, const std::string& where, const std::string& file,
                    int line) {
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      for (std::size_t j = 0; j < phrases.size(); ++j) {
        const bool is_same = phrases[i] == phrases[j];
        if (i == j || (is_same && i < j) || phrases[i].find(phrases[j]) == std::string::npos) continue;
        warn(file, line, {MessageId::lint_redundant_phrase, {where, phrases[i], phrases[j]}});
        break;
      }
    }
  }

  /// All that the finds of an element look for, in an order of its own; "" where it has none.
  static std::string wanted_by(const Element& element) {
    std::vector<std::string> wanted;
    for (const Find& find : element.finds) {
      wanted.insert(wanted.end(), find.patterns.phrases.begin(), find.patterns.phrases.end());
      wanted.insert(wanted.end(), find.patterns.expressions.begin(), find.patterns.expressions.end());
    }
    std::sort(wanted.begin(), wanted.end());
    std::string joined;
    for (const std::string& each : wanted) joined += each + '\n';
    return joined;
  }

  void lint_same_elements() {
    std::map<std::string, const Element*> first_by_wanted;
    for (const Element& element : checklist_->elements) {
      const std::string wanted = wanted_by(element);
      if (wanted.empty()) continue;
      const auto [first, is_new] = first_by_wanted.emplace(wanted, &element);
      if (is_new) continue;
      warn(element.file, element.line, {MessageId::lint_same_patterns, {first->second->id, element.id}});
    }
  }

  void lint_defect(const Defect& defect) {
    for (const Status status : {Status::met, Status::missing}) {
      const bool has_example = std::any_of(defect.examples.begin(), defect.examples.end(),
                                           [&](const Example& example) { return example.status == status; });
      if (has_example) continue;
      warn(defect.file, defect.line, {MessageId::lint_missing_example, {defect.id, std::string(name_of(status))}});
    }
    lint_remedy(defect.remedy, defect.id, defect.file, defect.line);
    lint_contradictions(defect.examples, defect.id, defect.file);
    lint_phrases(defect.patterns.phrases, defect.id, defect.file, defect.line);
  }

  /// Reports a phrase or expression of `patterns` that an earlier owner has in `owners` already.
  void lint_wording(const PatternSet& patterns, const std::string& owner, std::map<std::string, std::string>& owners,
                    const std::string& file, int line) {
    for (const auto* list : {&patterns.phrases, &patterns.expressions}) {
      for (const std::string& wording : *list) {
        const auto [first, is_new] = owners.emplace(wording, owner);
        if (is_new) continue;
        warn(file, line, {MessageId::lint_repeated_wording, {wording, first->second, owner}});
      }
    }
  }

  void lint_cues() {
    std::map<std::string, std::string> owners;
    for (const Cue& cue : checklist_->language.cues) {
      lint_wording(cue.patterns, cue.id, owners, cue.file, cue.line);
    }
  }

  /// Titles with and without `later_year` hold for different headings and may share a wording.
  void lint_section_titles() {
    std::map<std::string, std::string> owners;
    std::map<std::string, std::string> owners_of_later_year;
    for (const SectionTitle& title : checklist_->language.section_titles) {
      lint_wording(title.patterns, "[[section]] " + std::string(name_of(title.role)),
                   title.later_year ? owners_of_later_year : owners, title.file, title.line);
    }
  }

  const Checklist* checklist_;
  std::vector<Diagnostic> found_;
};

}  // namespace

std::vector<Diagnostic> lint(const Checklist& checklist) { return Linter(checklist).run(); }

}  // namespace fazhi
