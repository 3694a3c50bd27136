#pragma once

#include <algorithm>
#include <vector>

#include "base/role.hpp"
#include "checklist/language.hpp"
#include "match/database.hpp"

namespace fazhi {

/// The part of a checklist's language that the outline is read with, its
/// patterns registered in the checklist's database.
struct OutlineRules {
  struct Title {
    Role role{};
    GroupId patterns{};
    GroupId except{};
    bool later_year = false;
  };
  struct TurnRule {
    Role role{};
    GroupId patterns{};
    GroupId except{};
    std::vector<Role> from;

    /// 现将…报告如下: the achievements begin.
    [[nodiscard]] bool announces() const { return role == Role::achievements && from.empty(); }
    /// What was turned to `turned` for a while goes back to what stood before.
    [[nodiscard]] bool returns_from(Role turned) const {
      return role == Role::achievements && std::find(from.begin(), from.end(), turned) != from.end();
    }
  };
  struct Furniture {
    Role part{};
    GroupId patterns{};
    bool ends_report = false;
  };

  OutlineRules(const LanguageRules& language, DatabaseBuilder& builder);

  std::vector<Title> titles;
  std::vector<TurnRule> turns;
  std::vector<Furniture> furniture;
  GroupId title_subjects{};
  GroupId title_kinds{};
  IdentityWords identity;
};

/// Registers a pattern set.
[[nodiscard]] GroupId add_patterns(DatabaseBuilder& builder, const PatternSet& set);

}  // namespace fazhi
