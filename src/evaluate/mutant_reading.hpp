#pragma once

#include <string>
#include <vector>

#include "evaluate/auditor.hpp"
#include "evaluate/mutation_patterns.hpp"
#include "evaluate/reading.hpp"

namespace fazhi {

/// What the making of mutants needs, once for a run.
struct MutantWorkshop {
  const Auditor& auditor;
  const MutationPatterns& patterns;
  Scratch& scratch;

  [[nodiscard]] const MutationRules& rules() const { return auditor.compiled().checklist().mutations; }
};

/// A passage read as a report, with the places of the words that mutations
/// look for. `year` is the report year, 0 where the text tells it.
class MutantReading {
 public:
  MutantReading(const MutantWorkshop& workshop, const std::string& text, int year);
  MutantReading(const MutantReading&) = delete;
  MutantReading& operator=(const MutantReading&) = delete;

  [[nodiscard]] const Report& report() const { return report_; }
  [[nodiscard]] const Reading& reading() const { return reading_; }
  [[nodiscard]] const std::string& text() const { return report_.normal.text; }

  [[nodiscard]] const Sentence& sentence_of(TextRange range) const;
  /// The sentence's text without its ordinal.
  [[nodiscard]] TextRange body_of(const Sentence& sentence) const;
  /// From the first clause that `range` touches to the end of the last.
  [[nodiscard]] TextRange clauses_of(TextRange range) const;
  [[nodiscard]] std::vector<TextRange> found(GroupId group, TextRange range) const;

 private:
  Report report_;
  Reading reading_;
  MatchSet matches_;
};

}  // namespace fazhi
