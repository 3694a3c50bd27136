#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "batch/roster.hpp"
#include "batch/unit_name.hpp"

namespace fazhi {

/// The units of a roster by their names and places. Immutable.
class UnitIndex {
 public:
  using Units = std::vector<std::size_t>;

  /// All three must outlive it.
  UnitIndex(std::span<const RosterUnit> units, const UnitNames& names);

  [[nodiscard]] const RosterUnit& unit(std::size_t index) const { return units_[index]; }
  [[nodiscard]] const std::string& own(std::size_t index) const { return own_[index]; }
  [[nodiscard]] const std::vector<std::string>& places(std::size_t index) const { return places_[index]; }
  /// 湟中区上五庄镇: as told to a person.
  [[nodiscard]] std::string shown(std::size_t index) const;

  /// Units with this own name; null where there is none.
  [[nodiscard]] const Units* named(const std::string& own) const;
  /// Those of them in the place, which is told with or without its mark.
  [[nodiscard]] const Units* named_in(const std::string& own, std::string_view place) const;
  /// Units whose own name has one other character at one place, its last excepted.
  [[nodiscard]] Units one_off(const std::string& own) const;

  /// The units whose name or short name stands longest in `text` (in normal
  /// form). A township without 镇 counts where `text` begins with it.
  [[nodiscard]] Units in_text(std::string_view text) const;

  /// Whether units of the roster lie in the place of this name.
  [[nodiscard]] bool is_superior(std::string_view place) const;

 private:
  void add_spellings(std::size_t index, const UnitNames& names);

  std::span<const RosterUnit> units_;
  std::vector<std::string> own_;
  std::vector<std::vector<std::string>> places_;
  std::unordered_map<std::string, Units> by_own_;
  std::unordered_map<std::string, Units> by_own_and_place_;  ///< own, line break, place or its stem
  std::unordered_map<std::string, Units> by_spelling_;       ///< own names and aliases
  std::unordered_map<std::string, Units> by_stem_;           ///< 上五庄 of townships
  std::unordered_map<std::string, Units> by_gap_;            ///< own names with one character taken out
  std::set<std::size_t> spelling_bytes_;                     ///< lengths that occur
  std::unordered_set<std::string> superiors_;
};

/// `name` with each of its code points but the last one taken out in turn: 上\n镇.
[[nodiscard]] std::vector<std::string> with_gaps(std::string_view name);

}  // namespace fazhi
