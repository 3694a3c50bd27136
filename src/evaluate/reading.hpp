#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "checklist/condition.hpp"
#include "evaluate/compiled_checklist.hpp"
#include "outline/report.hpp"
#include "outline/years.hpp"
#include "text/numerals.hpp"

namespace fazhi {

/// The sense of a passage, and what gave it.
struct Assertion {
  Sense sense = Sense::done;
  std::int32_t cue = -1;    ///< index into LanguageRules::cues, -1: the section's role, or a year
  TextRange cue_range;      ///< in the normal text
};

/// What all elements and defects ask of one report, worked out once: numbers,
/// years, and cues of assertion context by sentence.
class Reading {
 public:
  Reading(const Report& report, const CompiledChecklist& compiled);

  [[nodiscard]] const Report& report() const { return report_; }
  [[nodiscard]] const CompiledChecklist& compiled() const { return compiled_; }

  /// Index of the sentence that holds `normal_offset`.
  [[nodiscard]] std::uint32_t sentence_at(std::uint32_t normal_offset) const;
  /// The clause of the sentence that holds `normal_offset`.
  [[nodiscard]] TextRange clause_at(std::uint32_t sentence, std::uint32_t normal_offset) const;
  [[nodiscard]] std::span<const TextRange> clauses(std::uint32_t sentence) const;
  [[nodiscard]] std::span<const Number> numbers(std::uint32_t sentence) const;
  [[nodiscard]] std::span<const YearMention> years(std::uint32_t sentence) const;

  /// Whether two passages stand within one `scope`. Both lie in one sentence each.
  [[nodiscard]] bool within(TextRange a, TextRange b, Scope scope) const;
  /// The same where their sentences are known.
  [[nodiscard]] bool within(std::uint32_t sentence_a, TextRange a, std::uint32_t sentence_b, TextRange b,
                            Scope scope) const;

  /// The assertion context of a passage in `sentence`, after NegEx (Chapman et
  /// al. 2001) and ConText (Harkema et al. 2009): cues act on what stands in
  /// their direction within their scope, up to a terminator; the section's
  /// role gives the sense where no cue speaks.
  [[nodiscard]] Assertion assert_at(std::uint32_t sentence, TextRange passage) const;
  /// Whether a cue reached a limit somewhere, so that no sense is certain.
  [[nodiscard]] bool cues_gave_up() const { return cues_gave_up_; }

 private:
  struct CueHit {
    TextRange range;
    std::uint32_t sentence;
    std::int32_t cue;
  };

  void collect_cues();
  [[nodiscard]] bool is_for_level(const Cue& cue) const;
  [[nodiscard]] bool names_own_unit(TextRange range) const;
  [[nodiscard]] bool names_report_year(std::string_view words) const;
  [[nodiscard]] bool governs(const CueHit& hit, std::uint32_t sentence, TextRange passage) const;
  [[nodiscard]] std::optional<Sense> sense_of_year(std::uint32_t sentence, TextRange passage) const;

  const Report& report_;
  const CompiledChecklist& compiled_;
  std::vector<TextRange> clauses_;
  std::vector<std::uint32_t> clause_starts_;
  std::vector<Number> numbers_;
  std::vector<std::uint32_t> number_starts_;
  std::vector<YearMention> years_;
  std::vector<std::uint32_t> year_starts_;
  std::vector<CueHit> cues_;
  std::vector<std::uint32_t> cue_starts_;
  bool cues_gave_up_ = false;
};

}  // namespace fazhi
