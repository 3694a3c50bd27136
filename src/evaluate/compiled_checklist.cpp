#include "evaluate/compiled_checklist.hpp"

#include <algorithm>
#include <stdexcept>

namespace fazhi {

CompiledChecklist::~CompiledChecklist() = default;

CompiledChecklist::CompiledChecklist(Checklist checklist, std::string_view image)
    : checklist_(std::move(checklist)), statute_index_(checklist_) {
  std::vector<std::string> units;
  for (const UnitOfCount& unit : checklist_.language.units) units.push_back(unit.name);
  units_ = UnitLexicon(std::move(units));

  DatabaseBuilder builder;
  database_ = Database::of_image(image);
  if (database_) builder.only_count();
  outline_ = std::make_unique<OutlineRules>(checklist_.language, builder);
  name_groups(builder, "outline");
  for (const Cue& cue : checklist_.language.cues) {
    cues_.push_back({add_patterns(builder, cue.patterns), add_patterns(builder, cue.stop)});
    name_groups(builder, "cue." + cue.id);
  }
  for (const Element& element : checklist_.elements) {
    std::vector<FindGroups>& groups = finds_.emplace_back();
    for (const Find& find : element.finds) {
      groups.push_back({add_patterns(builder, find.patterns), add_patterns(builder, find.except), units_of(find.number)});
      name_groups(builder, element.id + "." + find.name);
    }
  }
  for (const Defect& defect : checklist_.defects) {
    defects_.push_back({add_patterns(builder, defect.patterns), add_patterns(builder, defect.except)});
    name_groups(builder, defect.id);
  }
  for (const RepealedLaw& law : checklist_.repealed_laws) {
    const std::vector<std::string> title{law.title};
    laws_.push_back({builder.add_group(title, {}), builder.add_group(law.within, {})});
  }
  repeal_marks_ = add_patterns(builder, checklist_.repeal_marks);
  wrong_names_ = builder.add_group(statute_index_.wrong_names(), {});
  name_groups(builder, "law");
  for (const MeasureRule& rule : checklist_.language.measures) {
    measures_.push_back({add_patterns(builder, rule.objects), add_patterns(builder, rule.not_objects),
                         add_patterns(builder, rule.total_verbs), add_patterns(builder, rule.resolved_verbs),
                         add_patterns(builder, rule.rates), units_of(rule.unit_groups)});
    name_groups(builder, "measure." + rule.name);
  }
  if (!database_) database_ = std::make_unique<Database>(builder);
  if (database_->group_count() != static_cast<std::size_t>(builder.group_count())) {
    throw std::logic_error("the image is of another checklist: " + checklist_.id);
  }
}

void CompiledChecklist::name_groups(const DatabaseBuilder& builder, const std::string& rule) {
  rules_of_groups_.resize(static_cast<std::size_t>(builder.group_count()), rule);
}

std::vector<bool> CompiledChecklist::units_of(const std::vector<std::string>& groups) const {
  if (groups.empty()) return {};
  std::vector<bool> out;
  for (const UnitOfCount& unit : checklist_.language.units) {
    out.push_back(std::any_of(groups.begin(), groups.end(), [&](const std::string& group) {
      return std::find(unit.groups.begin(), unit.groups.end(), group) != unit.groups.end();
    }));
  }
  return out;
}

}  // namespace fazhi
