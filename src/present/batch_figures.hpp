#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/batch_summary.hpp"

namespace fazhi {

/// The reports of a grade; `grade` is "" for those whose score spans several.
struct GradeCount {
  std::string grade;
  std::size_t reports = 0;
};

/// Scores of the ranked reports as shares of what they could have, in
/// ten-thousandths (9005 is 90.05 of 100), by what is certain.
struct ScoreFigures {
  int mean = 0;    ///< rounded half up
  int median = 0;  ///< of an even number, the mean of the two in the middle, rounded half up
  int highest = 0;
  int lowest = 0;
};

/// What a summary comes to, for people to read.
struct BatchFigures {
  std::array<std::size_t, 5> states{};  ///< units, by Submission
  std::size_t duplicates = 0;
  std::size_t doubts = 0;
  std::size_t ranked = 0;
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t open = 0;  ///< the score spans the pass mark
  std::vector<GradeCount> grades;  ///< best first; the one of no grade last
  std::optional<ScoreFigures> scores;  ///< none where nothing is ranked
  std::vector<std::size_t> worst;  ///< elements least often met, worst first; indices into BatchSummary::rates
  std::vector<std::size_t> best;   ///< those most often met, best first; none of `worst`
  std::size_t published = 0;       ///< by the day that counts
  std::size_t not_published = 0;   ///< not by that day, or behind it
  std::size_t publication_unknown = 0;
};

/// At most `elements` elements, and no more than half of them all, are named as
/// the worst and as the best. An
/// element that all reports show is none of the worst, one that no report shows
/// none of the best.
[[nodiscard]] BatchFigures figures_of(const BatchSummary& summary, std::size_t elements = 5);

/// The share of the possible points that is certain, in ten-thousandths, rounded half up;
/// 0 where nothing was judged. What the ranking goes by.
[[nodiscard]] int share_of(const Score& score);

/// The folder in which all reports of the batch stand, with its “/”; maybe "".
[[nodiscard]] std::string_view shared_folder_of(const BatchSummary& summary);

/// The title of a checklist of the batch; its id where it has none.
[[nodiscard]] const std::string& title_of_checklist(const BatchSummary& summary, const std::string& id);

}  // namespace fazhi
