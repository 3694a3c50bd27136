#include "evaluate/lower_passage.hpp"

#include <algorithm>

#include "evaluate/mutation_edits.hpp"

namespace fazhi {
namespace {

/// Each round deals with the clauses that meet the element; what still meets
/// it after so many has survived.
constexpr int kMostRounds = 12;

class PassageLowerer {
 public:
  PassageLowerer(const MutantWorkshop& workshop, std::size_t element, const std::string& text, int year,
                 std::size_t mutation)
      : workshop_(workshop),
        element_(element),
        year_(year),
        mutation_(mutation),
        mutant_(MutantReading(workshop, text, year).text()) {}

  std::optional<Mutant> run() {
    Status status = Status::met;
    for (int round = 0; round < kMostRounds; ++round) {
      const MutantReading read(workshop_, mutant_.text(), year_);
      const ElementSites found = sites_of_element(read.reading(), element_);
      status = found.status;
      // Places carry over from round to round in the normal form alone.
      if (status != Status::met || read.text() != mutant_.text() || !change(read, found.sites)) break;
    }
    return result(status);
  }

 private:
  std::optional<Mutant> result(Status status) const {
    if (!applied_) return std::nullopt;
    return Mutant{mutant_.text(), status};
  }

  /// Whether there was anything left to change.
  bool change(const MutantReading& read, const std::vector<MutantSite>& sites) {
    std::vector<Edit> edits;
    std::vector<TextRange> touched;
    std::vector<const MutantSite*> unsuited;
    for (const MutantSite& site : sites) {
      if (mutant_.is_touched(site.range)) continue;
      SiteEdits change = edits_at(workshop_, read, mutation_, site);
      if (change.edits.empty()) {
        unsuited.push_back(&site);
        continue;
      }
      std::move(change.edits.begin(), change.edits.end(), std::back_inserter(edits));
      touched.insert(touched.end(), change.touched.begin(), change.touched.end());
      // The next one goes under the heading that this one brings.
      if (workshop_.rules().mutations[mutation_].kind == MutationKind::move) break;
    }
    applied_ = applied_ || !edits.empty();
    for (const MutantSite* site : unsuited) {
      const Edit removal = removal_of(read, *site);
      const auto meets = [&](TextRange each) { return each.overlaps(removal.range); };
      const auto meets_edit = [&](const Edit& each) { return each.range.overlaps(removal.range); };
      if (std::any_of(touched.begin(), touched.end(), meets)) continue;
      if (std::any_of(edits.begin(), edits.end(), meets_edit)) continue;
      edits.push_back(removal);
    }
    if (edits.empty()) return false;
    for (const TextRange& each : touched) mutant_.touch(each);
    mutant_.apply(std::move(edits));
    return true;
  }

  const MutantWorkshop& workshop_;
  std::size_t element_;
  int year_;
  std::size_t mutation_;
  MutantText mutant_;
  bool applied_ = false;
};

}  // namespace

std::optional<Mutant> lower_passage(const MutantWorkshop& workshop, std::size_t element, const std::string& text,
                                    int year, std::size_t mutation) {
  return PassageLowerer(workshop, element, text, year, mutation).run();
}

}  // namespace fazhi
