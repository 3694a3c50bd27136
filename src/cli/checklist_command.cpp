#include "cli/checklist_command.hpp"

#include <algorithm>
#include <iostream>

#include "checklist/lint.hpp"
#include "checklist/load.hpp"
#include "cli/check_command.hpp"
#include "evaluate/auditor.hpp"
#include "evaluate/run_examples.hpp"
#include "present/wording.hpp"

namespace fazhi {
namespace {

std::string points(std::int32_t hundredths, Language language) { return points_range(hundredths, hundredths, language); }

void say_line(MessageId id, std::vector<std::string> arguments, Language language) {
  std::cout << render({id, std::move(arguments)}, language) << '\n';
}

std::string title_of(const std::string& title, const std::string& title_en, Language language) {
  return language == Language::en && !title_en.empty() ? title_en : title;
}

void show_element(const Element& element, const Checklist& checklist, Language language) {
  std::cout << '\n' << element.id << "  " << title_of(element.title, element.title_en, language) << '\n';
  say_line(MessageId::show_weight, {points(element.weight_hundredths, language), std::to_string(element.partial_percent)}, language);
  if (!element.asks.empty()) say_line(MessageId::show_asks, {element.asks}, language);
  for (const BasisReference& each : element.basis) {
    const BasisDocument* document = checklist.find_document(each.document);
    const std::string title = document != nullptr ? document->title : each.document;
    say_line(MessageId::show_basis, {citation_of({title, each.article, each.text}, language)}, language);
  }
  say_line(MessageId::show_remedy, {element.remedy}, language);
  say_line(MessageId::show_place, {element.file, std::to_string(element.line)}, language);
}

}  // namespace

ExitCode run_checklist_lint(const std::string& name, bool strict, Language language) {
  const LoadedChecklist loaded = load_named_checklist(name, language);
  if (!loaded.checklist) return ExitCode::wrong_call;
  const std::vector<Diagnostic> suspect = lint(*loaded.checklist);
  for (const Diagnostic& each : suspect) std::cerr << render(each, language);
  const Auditor auditor(*loaded.checklist);
  const std::vector<std::string> slow = auditor.compiled().database().unfiltered_expressions();
  for (const std::string& each : slow) std::cerr << render({MessageId::lint_no_literal, {each}}, language) << '\n';
  say_line(MessageId::lint_summary,
           {loaded.checklist->id, std::to_string(loaded.checklist->elements.size()),
            std::to_string(loaded.checklist->defects.size()),
            std::to_string(loaded.diagnostics.size() + suspect.size() + slow.size())},
           language);
  const bool clean = loaded.diagnostics.empty() && suspect.empty();
  return clean || !strict ? ExitCode::passed : ExitCode::failed;
}

ExitCode run_checklist_test(const std::string& name, Language language) {
  LoadedChecklist loaded = load_named_checklist(name, language);
  if (!loaded.checklist) return ExitCode::wrong_call;
  const Auditor auditor(std::move(*loaded.checklist));
  const std::vector<ExampleResult> results = run_examples(auditor);
  std::size_t failed = 0;
  for (const ExampleResult& each : results) {
    if (each.passed()) continue;
    ++failed;
    const MessageId id = each.known_gap ? MessageId::example_gap_closed : MessageId::example_failed;
    say_line(id,
             {each.file, std::to_string(each.line), each.id, word_of(each.expected, language), word_of(each.got, language)},
             language);
  }
  say_line(MessageId::example_summary, {std::to_string(results.size()), std::to_string(failed)}, language);
  return failed == 0 ? ExitCode::passed : ExitCode::failed;
}

ExitCode run_checklist_show(const std::string& name, Language language) {
  const LoadedChecklist loaded = load_named_checklist(name, language);
  if (!loaded.checklist) return ExitCode::wrong_call;
  const Checklist& checklist = *loaded.checklist;
  say_line(MessageId::show_head,
           {title_of(checklist.title, checklist.title_en, language), checklist.id, checklist.version,
            std::to_string(checklist.years.from), std::to_string(checklist.years.to)},
           language);
  for (const Grade& grade : checklist.grades) {
    say_line(MessageId::show_grade, {grade.name, points(grade.at_least_hundredths, language)}, language);
  }
  say_line(MessageId::show_pass, {points(checklist.pass_hundredths, language)}, language);
  for (const Element& element : checklist.elements) show_element(element, checklist, language);
  for (const Defect& defect : checklist.defects) {
    std::cout << '\n' << defect.id << "  " << title_of(defect.title, defect.title_en, language) << '\n';
    say_line(MessageId::show_severity, {word_of(defect.severity, language)}, language);
    if (!defect.remedy.empty()) say_line(MessageId::show_remedy, {fill_in_title(defect.remedy, "……")}, language);
  }
  return ExitCode::passed;
}

ExitCode run_checklist_list(Language language) {
  for (const std::string& id : builtin_checklist_ids()) {
    const LoadedChecklist loaded = load_builtin_checklist(id);
    if (!loaded.checklist) continue;
    const Checklist& checklist = *loaded.checklist;
    say_line(MessageId::list_line,
             {id, checklist.version, title_of(checklist.title, checklist.title_en, language),
              std::to_string(checklist.elements.size()), std::to_string(checklist.years.from),
              std::to_string(checklist.years.to)},
             language);
  }
  return ExitCode::passed;
}

}  // namespace fazhi
