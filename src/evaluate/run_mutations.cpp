#include "evaluate/run_mutations.hpp"

#include <algorithm>
#include <set>

#include "evaluate/keep_passage.hpp"
#include "evaluate/lower_passage.hpp"
#include "evaluate/mutant_sites.hpp"

namespace fazhi {
namespace {

double share(std::size_t part, std::size_t all) {
  return all == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(all);
}

bool is_lower(Status status) { return status == Status::partial || status == Status::missing; }

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// The lines of `mutant` that `before` does not have; all of them where it only lacks some.
std::string changed_lines(std::string_view before, std::string_view mutant) {
  const std::vector<std::string_view> known = lines_of(before);
  const std::vector<std::string_view> lines = lines_of(mutant);
  const auto is_new = [&](std::string_view line) { return std::find(known.begin(), known.end(), line) == known.end(); };
  const bool shows_all = std::none_of(lines.begin(), lines.end(), is_new);
  std::string out;
  for (const std::string_view line : lines) {
    if (!shows_all && !is_new(line)) continue;
    if (!out.empty()) out += " / ";
    out += line;
  }
  return out;
}

bool applies(const Mutation& mutation, const Checklist& checklist) {
  if (mutation.levels.empty()) return true;
  return std::any_of(mutation.levels.begin(), mutation.levels.end(), [&](Level each) {
    return std::find(checklist.levels.begin(), checklist.levels.end(), each) != checklist.levels.end();
  });
}

class MutationRunner {
 public:
  explicit MutationRunner(const Auditor& auditor)
      : checklist_(auditor.compiled().checklist()),
        patterns_(checklist_.mutations),
        workshop_{auditor, patterns_, scratch_} {}

  MutationRun run() {
    for (std::size_t index = 0; index < checklist_.elements.size(); ++index) {
      const Element& element = checklist_.elements[index];
      run_.elements.push_back({element.id, element.title, {}});
      for (const Example& example : element.examples) mutate(index, example);
      run_.total += run_.elements.back().tally;
    }
    return std::move(run_);
  }

 private:
  Status status_of(std::size_t element, const std::string& text, int year) const {
    const MutantReading read(workshop_, text, year);
    return sites_of_element(read.reading(), element).status;
  }

  void mutate(std::size_t element, const Example& example) {
    const MutantReading read(workshop_, example.text, example.year);
    if (example.known_gap || sites_of_element(read.reading(), element).status != example.status) return;
    const auto& mutations = checklist_.mutations.mutations;
    std::set<std::string> seen;
    for (std::size_t index = 0; index < mutations.size(); ++index) {
      if (!applies(mutations[index], checklist_)) continue;
      if (mutations[index].effect == MutationEffect::keeps) {
        keep(element, example, read, index, seen);
      } else if (example.status == Status::met) {
        lower(element, example, read, index, seen);
      }
    }
  }

  /// Two mutations may come to the same text; it counts once.
  void lower(std::size_t element, const Example& example, const MutantReading& read, std::size_t mutation,
             std::set<std::string>& seen) {
    const auto mutant = lower_passage(workshop_, element, example.text, example.year, mutation);
    if (!mutant || !seen.insert(mutant->text).second) return;
    MutationTally& tally = run_.elements.back().tally;
    ++tally.lowering;
    if (is_lower(mutant->status)) {
      ++tally.killed;
    } else {
      add_survivor(element, example, mutation, changed_lines(read.text(), mutant->text), mutant->status);
    }
  }

  void keep(std::size_t element, const Example& example, const MutantReading& read, std::size_t mutation,
            std::set<std::string>& seen) {
    for (const std::string& text : keep_passage(workshop_, read, mutation)) {
      if (!seen.insert(text).second) continue;
      const Status status = status_of(element, text, example.year);
      MutationTally& tally = run_.elements.back().tally;
      ++tally.keeping;
      if (status == example.status) {
        ++tally.kept;
      } else {
        add_survivor(element, example, mutation, changed_lines(example.text, text), status);
      }
    }
  }

  void add_survivor(std::size_t element, const Example& example, std::size_t mutation, std::string words, Status got) {
    const Element& rule = checklist_.elements[element];
    run_.survivors.push_back({rule.id, rule.file, example.line, checklist_.mutations.mutations[mutation].id,
                              std::move(words), example.status, got});
  }

  const Checklist& checklist_;
  MutationPatterns patterns_;
  Scratch scratch_;
  MutantWorkshop workshop_;
  MutationRun run_;
};

}  // namespace

double MutationTally::kill_rate() const { return share(killed, lowering); }
double MutationTally::keep_rate() const { return share(kept, keeping); }

void MutationTally::operator+=(const MutationTally& more) {
  lowering += more.lowering;
  killed += more.killed;
  keeping += more.keeping;
  kept += more.kept;
}

MutationRun run_mutations(const Auditor& auditor) { return MutationRunner(auditor).run(); }

}  // namespace fazhi
