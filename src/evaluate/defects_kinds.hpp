#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.hpp"
#include "evaluate/reading.hpp"

/// The detectors behind `find_defects`, one function a DefectKind.
namespace fazhi::defects {

/// A place where a text has a defect.
struct Occurrence {
  TextRange passage;  ///< to quote, in the normal text, within one paragraph
  Message message;
  std::optional<TextRange> against;  ///< the passage that it contradicts
  std::optional<Message> against_reason;
  std::string right_title = {};  ///< of a misnamed law
};
using Occurrences = std::vector<Occurrence>;

/// What a detector asks of: a report, and the wording of its defect.
struct Search {
  const Reading& reading;
  const CompiledChecklist::DefectGroups& words;

  [[nodiscard]] const Report& report() const { return reading.report(); }
};

/// Ordinals of one list that repeat, skip, go back or change their style.
[[nodiscard]] Occurrences find_enumeration(const Search& search);
/// 余 or 多 behind a number that is told to its last digit.
[[nodiscard]] Occurrences find_approximate_number(const Search& search);
/// Stated rates that the counts beside them don't give.
[[nodiscard]] Occurrences find_rate_arithmetic(const Search& search);
/// Parts larger than their whole, and rates over 100 %.
[[nodiscard]] Occurrences find_impossible_count(const Search& search);
/// One figure of one thing told with different values.
[[nodiscard]] Occurrences find_conflicting_figures(const Search& search);
/// The part of it that compares counts and rates of the year.
[[nodiscard]] Occurrences find_conflicting_year_figures(const Search& search);
/// Repealed statutes cited as in force in the report year.
[[nodiscard]] Occurrences find_repealed_law(const Search& search);
/// Titles that are no statute's but near to one's.
[[nodiscard]] Occurrences find_misnamed_law(const Search& search);
/// Phrases that are out of use.
[[nodiscard]] Occurrences find_term(const Search& search);
/// A template's blanks that nobody filled in.
[[nodiscard]] Occurrences find_placeholder(const Search& search);
/// Years that can't be right.
[[nodiscard]] Occurrences find_year_mismatch(const Search& search);
/// Another unit's name where the text speaks of itself.
[[nodiscard]] Occurrences find_foreign_unit(const Search& search);

}  // namespace fazhi::defects
