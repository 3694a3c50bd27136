#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/role.hpp"
#include "checklist/pattern_set.hpp"

namespace fazhi {

/// What a cue does to the hits in its scope.
enum class CueEffect {
  done,  ///< a fact, though the section or another cue speaks against it (a remedy carried out, a fact in a preamble)
  intended,
  lacking,
  absent,
  slogan,
  elsewhere,  ///< another unit's
  earlier,    ///< of an earlier year
  some,       ///< of some only: turns `absent` into `lacking`
  none,       ///< looks like a cue and is none: masks every cue that it overlaps
};
[[nodiscard]] std::string_view name_of(CueEffect effect);

/// On which side of a cue the hits stand that it governs.
enum class CueDirection { forward, backward, both };
[[nodiscard]] std::string_view name_of(CueDirection direction);

/// A phrase that sets the assertion context of what stands near it.
struct Cue {
  std::string id;
  CueEffect effect = CueEffect::none;
  CueDirection direction = CueDirection::both;
  Scope scope = Scope::clause;  ///< clause or sentence
  std::int32_t reach = 0;       ///< code points between cue and hit at most; 0: the whole scope
  PatternSet patterns;
  PatternSet stop;          ///< between cue and hit these end the cue's reach
  std::vector<Role> roles;    ///< only in sections of these roles; empty: in all
  std::vector<Level> levels;  ///< only in reports of units of these levels; empty: in all
  std::string file;           ///< where it was defined
  int line = 0;
};

/// Wording by which a heading shows its section's role. Tried in the order of
/// the file, first match wins. Patterns are searched in the heading without its ordinal.
struct SectionTitle {
  Role role = Role::other;
  PatternSet patterns;
  PatternSet except;
  bool later_year = false;  ///< only where the heading names a year after the report year
  std::string file;         ///< where it was defined
  int line = 0;
};

/// Wording by which running text turns to another role without a heading.
struct Turn {
  Role role = Role::other;
  PatternSet patterns;  ///< searched in a sentence
  PatternSet except;
  std::vector<Role> from;  ///< only where the text stood in one of these roles; empty: in all
};

/// A line that is no part of the report's own text.
struct FurnitureLine {
  Role part = Role::furniture;  ///< furniture, head or tail
  PatternSet patterns;          ///< an expression must match in the paragraph; anchored by its own ^ and $
  bool ends_report = false;     ///< all paragraphs behind it are furniture too
};

struct UnitOfCount {
  std::string name;
  std::vector<std::string> groups;  ///< "case", "activity", "person" …
};

/// A figure of an object: a total, a part of it, and their rate.
struct MeasureRule {
  std::string name;                      ///< "disputes" gives disputes.total, disputes.resolved, disputes.rate
  PatternSet objects;                    ///< what is counted (矛盾纠纷)
  PatternSet not_objects;                ///< a clause with one of these counts something else (信访, 复议)
  PatternSet total_verbs;                ///< 排查, 受理, 登记, 调处
  PatternSet resolved_verbs;             ///< 化解, 调解成功
  PatternSet rates;                      ///< 化解率, 调解成功率
  std::vector<std::string> unit_groups;  ///< units of the counts
};

/// How titles and units are named.
struct IdentityWords {
  PatternSet title_subjects;  ///< 法治政府建设, 依法行政
  PatternSet title_kinds;     ///< 报告, 总结, 情况汇报
  struct UnitSuffix {
    std::string suffix;  ///< 镇, 街道办事处
    Level level = Level::township;
  };
  std::vector<UnitSuffix> unit_suffixes;  ///< longest first decides
  std::vector<std::string> not_units;     ///< words that end like a unit and are none (城镇, 集镇, 乡镇, 村镇)
};

/// By what reports copied from each other are told.
struct SimilarityRules {
  std::int32_t copied_percent = 15;      ///< of a report's own wording, from which a pair is shown
  std::vector<std::string> set_phrases;  ///< that every office writes and that do not count
};

/// Everything that a checklist knows of how reports are worded, beside what it asks for.
struct LanguageRules {
  std::vector<Cue> cues;
  std::vector<SectionTitle> section_titles;
  std::vector<Turn> turns;
  std::vector<FurnitureLine> furniture;
  std::vector<UnitOfCount> units;
  std::vector<MeasureRule> measures;
  IdentityWords identity;
  SimilarityRules similarity;
};

}  // namespace fazhi
