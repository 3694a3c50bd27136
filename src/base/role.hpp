#pragma once

#include <optional>
#include <string_view>

namespace fazhi {

/// In what part of a report a passage stands.
enum class Role {
  furniture,          ///< not the report's: navigation, page numbers, copyright lines
  head,               ///< document number, title, addressee, web page's metadata
  preamble,           ///< before the first heading
  achievements,
  first_responsible,
  shortcomings,
  plan,
  other,
  tail,               ///< closing formula, signature, date, copies to
};

/// "furniture" … "first-responsible" … as rules and XML write it.
[[nodiscard]] std::string_view name_of(Role role);
[[nodiscard]] std::optional<Role> role_from(std::string_view name);

/// Level of the unit that reports.
enum class Level { province, prefecture, county, township, subdistrict, department };

[[nodiscard]] std::string_view name_of(Level level);
[[nodiscard]] std::optional<Level> level_from(std::string_view name);

}  // namespace fazhi
