#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/load_rules.hpp"

namespace fazhi {

/// What a column of a roster holds.
enum class RosterColumn { unit, level, superior, deadline, contact, phone, submitted, published, address };
/// "unit", "level" …
[[nodiscard]] std::string_view name_of(RosterColumn column);

struct ColumnNames {
  RosterColumn column = RosterColumn::unit;
  std::vector<std::string> names;  ///< in lower case, what is read first standing first
};

/// Of a unit whose name ends in one of `of`, `endings` name its bodies: 镇 and 人民政府.
struct UnitBody {
  std::vector<std::string> of;
  std::vector<std::string> endings;
};

struct DepartmentName {
  std::string name;
  std::vector<std::string> short_names;
};

/// By what day a report has to be published, and where that is written.
struct PublicationRule {
  int month = 4;  ///< of the year after the report year
  int day = 1;    ///< the last day that is in time
  std::string document;  ///< id of a [[document]] of rules/basis.toml
  std::string article;
};

/// rules/language/roster.toml. All words in normal form.
struct RosterRules {
  std::vector<ColumnNames> columns;
  std::vector<std::string> blank;
  std::vector<std::string> not_units;
  std::vector<std::string> remark_begins;
  std::vector<std::string> leading;
  std::vector<std::string> generic_places;
  std::vector<std::string> not_generic;
  std::vector<std::string> peoples;
  std::vector<std::string> not_names;
  std::vector<UnitBody> bodies;
  std::vector<DepartmentName> departments;
  PublicationRule publication;
};

using LoadedRosterRules = LoadedRules<RosterRules>;

/// Loads from text, as if it stood in the file `path`.
[[nodiscard]] LoadedRosterRules load_roster_rules(std::string_view toml, const std::string& path);

/// The built-in rules, loaded once. Thread-safe.
[[nodiscard]] const RosterRules& builtin_roster_rules();

}  // namespace fazhi
