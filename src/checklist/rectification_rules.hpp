#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"
#include "checklist/load_rules.hpp"

namespace fazhi {

/// Words in both languages of users.
struct BilingualText {
  std::string zh;
  std::string en;

  [[nodiscard]] const std::string& in(Language language) const { return language == Language::en ? en : zh; }
};

/// What items of a rectification list are grouped under, 类别.
struct ItemCategory {
  BilingualText title;
  std::vector<std::string> ids;  ///< ids of elements and defects, or what they begin with, ending in '.'
};

/// rules/rectification.toml.
struct RectificationRules {
  BilingualText title;    ///< of a list; "{year}" is the report year
  BilingualText undated;  ///< of a list whose year can't be told
  std::vector<ItemCategory> categories;
  BilingualText other;  ///< category of what none of them names

  /// The category that names `finding`, an id; of several the one that names it at
  /// greatest length; null where none does.
  [[nodiscard]] const ItemCategory* find_category(std::string_view finding) const;
  /// Its title, or that of `other`.
  [[nodiscard]] const std::string& category_of(std::string_view finding, Language language) const;
  [[nodiscard]] std::string title_of(std::optional<int> year, Language language) const;
};

/// Loads from text, as if it stood in the file `path`.
[[nodiscard]] LoadedRules<RectificationRules> load_rectification_rules_text(std::string_view toml, const std::string& path);
/// The file at `path`; the built-in one where it is "".
[[nodiscard]] LoadedRules<RectificationRules> load_rectification_rules(const std::string& path);

}  // namespace fazhi
