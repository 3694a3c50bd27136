#pragma once

#include <memory>
#include <string>
#include <vector>

#include "checklist/checklist.hpp"
#include "match/database.hpp"
#include "evaluate/statute_index.hpp"
#include "outline/outline_rules.hpp"
#include "text/numerals.hpp"

namespace fazhi {

/// A checklist made ready: its patterns in one frozen database, its units
/// indexed. Immutable; one for all threads.
class CompiledChecklist {
 public:
  /// `image`: what the database of the same checklist gave as its image, as
  /// `Database::of_image` takes it; "": the database is made of the checklist.
  explicit CompiledChecklist(Checklist checklist, std::string_view image = {});
  ~CompiledChecklist();

  struct CueGroups {
    GroupId patterns{};
    GroupId stop{};
  };
  struct FindGroups {
    GroupId patterns{};
    GroupId except{};
    std::vector<bool> number_units;  ///< by unit index; empty where no number is asked for
  };
  struct DefectGroups {
    GroupId patterns{};
    GroupId except{};
  };
  struct LawGroups {
    GroupId title{};
    GroupId within{};
  };
  struct MeasureGroups {
    GroupId objects{};
    GroupId not_objects{};
    GroupId total_verbs{};
    GroupId resolved_verbs{};
    GroupId rates{};
    std::vector<bool> units;  ///< by unit index
  };

  [[nodiscard]] const Checklist& checklist() const { return checklist_; }
  [[nodiscard]] const Database& database() const { return *database_; }
  [[nodiscard]] const OutlineRules& outline_rules() const { return *outline_; }
  [[nodiscard]] const UnitLexicon& units() const { return units_; }
  [[nodiscard]] const std::vector<CueGroups>& cues() const { return cues_; }
  [[nodiscard]] const std::vector<std::vector<FindGroups>>& finds() const { return finds_; }
  [[nodiscard]] const std::vector<DefectGroups>& defects() const { return defects_; }
  [[nodiscard]] const std::vector<LawGroups>& laws() const { return laws_; }
  [[nodiscard]] GroupId repeal_marks() const { return repeal_marks_; }
  [[nodiscard]] const StatuteIndex& statute_index() const { return statute_index_; }
  /// Every wrong name of a statute.
  [[nodiscard]] GroupId wrong_names() const { return wrong_names_; }
  [[nodiscard]] const std::vector<MeasureGroups>& measures() const { return measures_; }
  /// The rule that each group is of, by group: an element and its find, "cue.plan", "outline".
  [[nodiscard]] const std::vector<std::string>& rules_of_groups() const { return rules_of_groups_; }

 private:
  [[nodiscard]] std::vector<bool> units_of(const std::vector<std::string>& groups) const;

  /// The groups that were added since the last call are this rule's.
  void name_groups(const DatabaseBuilder& builder, const std::string& rule);

  Checklist checklist_;
  std::vector<std::string> rules_of_groups_;
  UnitLexicon units_;
  std::unique_ptr<OutlineRules> outline_;
  std::vector<CueGroups> cues_;
  std::vector<std::vector<FindGroups>> finds_;  ///< by element, by find
  std::vector<DefectGroups> defects_;
  std::vector<LawGroups> laws_;
  GroupId repeal_marks_{};
  StatuteIndex statute_index_;
  GroupId wrong_names_{};
  std::vector<MeasureGroups> measures_;
  std::unique_ptr<Database> database_;
};

}  // namespace fazhi
