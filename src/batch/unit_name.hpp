#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checklist/roster_rules.hpp"

namespace fazhi {

/// A unit's name taken apart so that the ways to write it come out alike.
struct UnitName {
  std::vector<std::string> places;  ///< that it lies in, widest first, as far as the name tells: 西宁市, 湟中区
  std::string own;                  ///< 上五庄镇, 人力资源社会保障局; of a county itself, 湟中区. "" where there is no name
};

/// What the places of a report's unit and of a roster's unit say of each other.
enum class PlaceAgreement {
  differ,      ///< 甲县 and 乙县
  unsure,      ///< 西宁市 and 湟中区: the one may lie in the other
  compatible,  ///< nothing speaks against it: a side names none, or names a wider place of the other
  same,
};

/// Reads units' names by the rules' words. Immutable; threads may share it.
class UnitNames {
 public:
  /// `rules` must outlive it.
  explicit UnitNames(const RosterRules& rules);

  /// Bodies of a unit are left out (镇人民政府, 街道办事处), departments get their
  /// full name (县人社局), autonomous places their short one.
  [[nodiscard]] UnitName read(std::string_view name) const;

  /// The places of a roster's unit: those of its superior, then those in its own name.
  [[nodiscard]] std::vector<std::string> places_of(const UnitName& unit, std::string_view superior) const;

  /// What tells a unit among others: its own name and the nearest place.
  [[nodiscard]] std::string key_of(std::string_view unit, std::string_view superior) const;

  /// The other ways to write `own` in a file's name: short names of a department.
  [[nodiscard]] std::vector<std::string> aliases_of(const std::string& own) const;

  /// Whether `own` is a name: two characters at least, and not a kind of body alone.
  [[nodiscard]] bool is_name(std::string_view own) const;

 private:
  [[nodiscard]] std::string without_bodies(std::string name) const;
  [[nodiscard]] std::string department(std::string_view rest) const;
  [[nodiscard]] std::string without_peoples(std::string_view name) const;
  [[nodiscard]] bool is_place_end(std::string_view name, std::size_t begin, std::size_t at) const;
  [[nodiscard]] static bool contains_prefix(const std::vector<std::string>& words, std::string_view text);

  const RosterRules& rules_;
  std::unordered_map<std::string, std::string> departments_;  ///< full names by all names, without 和
};

/// 湟中区 without 区; `place` itself where it ends otherwise.
[[nodiscard]] std::string_view place_stem(std::string_view place);

/// Whether both name one place; 湟中 is 湟中区, and 湟中县 is not.
[[nodiscard]] bool is_same_place(std::string_view one, std::string_view other);

[[nodiscard]] PlaceAgreement compare_places(const std::vector<std::string>& one, const std::vector<std::string>& other);

}  // namespace fazhi
