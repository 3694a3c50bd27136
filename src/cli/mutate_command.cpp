#include "cli/mutate_command.hpp"

#include <cmath>
#include <iostream>
#include <utility>

#include "cli/auditors.hpp"
#include "evaluate/run_mutations.hpp"
#include "present/plain_table.hpp"
#include "present/printable.hpp"
#include "present/wording.hpp"

namespace fazhi {
namespace {

/// Survivors that are listed where not all are asked for.
constexpr std::size_t kFewSurvivors = 10;

/// Two decimals, cut off: 0.9799 is not yet 0.98.
std::string rate_text(double rate) {
  const long hundredths = static_cast<long>(std::floor(rate * 100 + 1e-9));
  const std::string digits = std::to_string(100 + hundredths % 100);
  return std::to_string(hundredths / 100) + "." + digits.substr(1);
}

std::vector<std::string> row_of(const std::string& name, const MutationTally& tally) {
  const auto of = [](std::size_t part, std::size_t all) { return std::to_string(part) + "/" + std::to_string(all); };
  return {name, of(tally.killed, tally.lowering), tally.lowering == 0 ? "-" : rate_text(tally.kill_rate()),
          of(tally.kept, tally.keeping)};
}

std::string table_of(const MutationRun& run, Language language) {
  std::vector<std::vector<std::string>> rows;
  for (const ElementMutations& each : run.elements) rows.push_back(row_of(each.id, each.tally));
  rows.push_back(row_of(say(MessageId::mutation_all, language), run.total));
  TerminalOptions view;
  view.language = language;
  view.wide_ambiguous = false;
  return plain_table({say(MessageId::mutation_element, language), say(MessageId::mutation_killed, language),
                      say(MessageId::mutation_rate, language), say(MessageId::mutation_kept, language)},
                     rows, view);
}

void show_survivors(const MutationRun& run, const MutateOptions& options) {
  const std::size_t shown = options.details ? run.survivors.size() : std::min(kFewSurvivors, run.survivors.size());
  for (std::size_t index = 0; index < shown; ++index) {
    const MutationSurvivor& each = run.survivors[index];
    std::cout << printable(say(MessageId::mutation_survivor, options.language, each.file, std::to_string(each.line),
                               each.element, each.mutation, word_of(each.before, options.language),
                               word_of(each.got, options.language)))
              << "\n    " << printable(each.words) << '\n';
  }
  if (shown == run.survivors.size()) return;
  std::cout << say(MessageId::mutation_more, options.language, std::to_string(run.survivors.size() - shown)) << '\n';
}

ExitCode mutate_one(const std::string& name, const MutateOptions& options) {
  LoadedChecklist loaded = load_named_checklist(name, options.language);
  if (!loaded.checklist) return ExitCode::wrong_call;
  const Auditor auditor(std::move(*loaded.checklist));
  const MutationRun run = run_mutations(auditor);
  if (run.total.lowering + run.total.keeping == 0) {
    std::cerr << say(MessageId::mutation_none, options.language) << '\n';
    return ExitCode::failed;
  }
  std::cout << printable(say(MessageId::mutation_head, options.language, auditor.reference().id)) << '\n';
  show_survivors(run, options);
  if (!run.survivors.empty()) std::cout << '\n';
  std::cout << table_of(run, options.language);
  const bool passed = run.total.kill_rate() + 1e-9 >= options.least && run.total.kept == run.total.keeping;
  std::cout << say(passed ? MessageId::mutation_passed : MessageId::mutation_failed, options.language, auditor.reference().id,
                   rate_text(options.least))
            << '\n';
  return passed ? ExitCode::passed : ExitCode::failed;
}

}  // namespace

ExitCode run_checklist_mutate(const MutateOptions& options) {
  return worst_of(options.checklist, [&](const std::string& name) { return mutate_one(name, options); });
}

}  // namespace fazhi
