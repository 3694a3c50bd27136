#include "cli/checklist_command.hpp"

#include <algorithm>
#include <iostream>

#include "checklist/lint.hpp"
#include "checklist/load.hpp"
#include "cli/auditors.hpp"
#include "evaluate/auditor.hpp"
#include "evaluate/judge_elements.hpp"
#include "evaluate/run_examples.hpp"
#include "present/printable.hpp"
#include "present/wording.hpp"

namespace fazhi {
namespace {

void say_line(MessageId id, std::vector<std::string> arguments, Language language) {
  std::cout << printable(render({id, std::move(arguments)}, language)) << '\n';
}

ExitCode lint_one(const std::string& name, bool strict, Language language) {
  const LoadedChecklist loaded = load_named_checklist(name, language);
  if (!loaded.checklist) return ExitCode::wrong_call;
  const std::vector<Diagnostic> suspect = lint(*loaded.checklist);
  for (const Diagnostic& each : suspect) std::cerr << printable_lines(render(each, language));
  const Auditor auditor(*loaded.checklist);
  const std::vector<std::string> slow = auditor.compiled().database().unfiltered_expressions();
  for (const std::string& each : slow) std::cerr << printable(render({MessageId::lint_no_literal, {each}}, language)) << '\n';
  say_line(MessageId::lint_summary,
           {loaded.checklist->id, std::to_string(loaded.checklist->elements.size()),
            std::to_string(loaded.checklist->defects.size()),
            std::to_string(loaded.diagnostics.size() + suspect.size() + slow.size())},
           language);
  const bool clean = loaded.diagnostics.empty() && suspect.empty();
  return clean || !strict ? ExitCode::passed : ExitCode::failed;
}

ExitCode test_one(const std::string& name, Language language) {
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
  say_line(MessageId::example_summary,
           {auditor.reference().id, std::to_string(results.size()), std::to_string(failed)}, language);
  return failed == 0 ? ExitCode::passed : ExitCode::failed;
}

}  // namespace

ExitCode run_checklist_lint(const std::string& name, bool strict, Language language) {
  return worst_of(name, [&](const std::string& each) { return lint_one(each, strict, language); });
}

ExitCode run_checklist_test(const std::string& name, Language language) {
  return worst_of(name, [&](const std::string& each) { return test_one(each, language); });
}

}  // namespace fazhi
