#pragma once

#include <vector>

#include "evaluate/mutant_reading.hpp"
#include "evaluate/mutant_sites.hpp"
#include "evaluate/mutant_text.hpp"

namespace fazhi {

/// How a mutation changes one passage, and what it is answerable for then.
/// Ranges are of the text that was read.
struct SiteEdits {
  std::vector<Edit> edits;           ///< none: the mutation does not suit the passage
  std::vector<TextRange> touched;
};

/// The edits of a lowering mutation at one satisfying passage.
[[nodiscard]] SiteEdits edits_at(const MutantWorkshop& workshop, const MutantReading& read, std::size_t mutation,
                                 const MutantSite& site);

/// The edit that deletes the clauses of a passage, its heading with what stands
/// under it, or its year; punctuation is put right.
[[nodiscard]] Edit removal_of(const MutantReading& read, const MutantSite& site);

/// The edit that deletes a whole sentence, with the line where it is alone.
[[nodiscard]] Edit removal_of_sentence(const MutantReading& read, const Sentence& sentence);

/// The edits of the mutations of headings, and of the title's year.
[[nodiscard]] SiteEdits section_edits(const MutantReading& read, const Mutation& mutation, const MutantSite& site);
[[nodiscard]] SiteEdits year_edits(const MutantReading& read, const MutantSite& site);

}  // namespace fazhi
