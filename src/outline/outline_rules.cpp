#include "outline/outline_rules.hpp"

#include <algorithm>

namespace fazhi {

GroupId add_patterns(DatabaseBuilder& builder, const PatternSet& set) {
  return builder.add_group(set.phrases, set.expressions);
}

OutlineRules::OutlineRules(const LanguageRules& language, DatabaseBuilder& builder) : identity(language.identity) {
  for (const SectionTitle& each : language.section_titles) {
    titles.push_back({each.role, add_patterns(builder, each.patterns), add_patterns(builder, each.except), each.later_year});
  }
  for (const Turn& each : language.turns) {
    turns.push_back({each.role, add_patterns(builder, each.patterns), add_patterns(builder, each.except), each.from});
  }
  for (const FurnitureLine& each : language.furniture) {
    furniture.push_back({each.part, add_patterns(builder, each.patterns), each.ends_report});
  }
  title_subjects = add_patterns(builder, identity.title_subjects);
  title_kinds = add_patterns(builder, identity.title_kinds);
  std::stable_sort(identity.unit_suffixes.begin(), identity.unit_suffixes.end(),
                   [](const auto& a, const auto& b) { return a.suffix.size() > b.suffix.size(); });
}

}  // namespace fazhi
