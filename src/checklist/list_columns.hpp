#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/load_rules.hpp"

namespace fazhi {

/// What a column of a rectification list holds, as far as it is read back.
enum class ListColumn {
  id,
  unit,
  category,
  problem,
  basis,
  demand,
  points,
  responsible_unit,
  person,
  due,
  progress,
  material,
  reviewer,
  review,
  state,
  closed_on,
  remark,
};
/// "id", "unit" … "closed-on", "remark"; "" beyond.
[[nodiscard]] std::string_view name_of(ListColumn column);

struct ListColumnNames {
  ListColumn column = ListColumn::id;
  std::vector<std::string> names;  ///< in lower case, what is read first standing first
};

/// By what words a state goes.
struct StateWords {
  std::string state;  ///< as name_of(ItemState) has it
  std::vector<std::string> names;
};

/// rules/language/list-columns.toml. All words in normal form.
struct ListColumnRules {
  std::vector<ListColumnNames> columns;
  std::vector<StateWords> states;
};

using LoadedListColumns = LoadedRules<ListColumnRules>;

/// Loads from text, as if it stood in the file `path`.
[[nodiscard]] LoadedListColumns load_list_columns(std::string_view toml, const std::string& path);

/// The built-in rules, loaded once. Thread-safe.
[[nodiscard]] const ListColumnRules& builtin_list_columns();

}  // namespace fazhi
