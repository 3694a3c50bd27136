#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "batch/roster.hpp"
#include "batch/unit_name.hpp"

namespace fazhi {

/// Numbers by names, of which hashes are kept: 16 bytes each, where a map of the names takes ten times that.
class NameTable {
 public:
  void add(std::string_view name, std::size_t number);
  /// To be called once, behind the last `add`.
  void finish();

  /// The numbers added with `name`, ascending; maybe some of a name with the same hash.
  [[nodiscard]] std::vector<std::size_t> find(std::string_view name) const;

 private:
  struct Entry {
    std::uint64_t hash = 0;
    std::size_t number = 0;
    auto operator<=>(const Entry&) const = default;
  };
  std::vector<Entry> entries_;
};

/// The units of a roster by their names and places. Immutable; some 500 bytes a unit.
class UnitIndex {
 public:
  using Units = std::vector<std::size_t>;

  /// What reports may ask for beside names; each takes time and memory.
  struct Scope {
    bool in_text = true;
    bool one_off = true;
  };

  /// The units and names must outlive it.
  UnitIndex(std::span<const RosterUnit> units, const UnitNames& names, Scope scope);

  [[nodiscard]] const RosterUnit& unit(std::size_t index) const { return units_[index]; }
  [[nodiscard]] const std::string& own(std::size_t index) const { return own_[index]; }
  [[nodiscard]] const std::vector<std::string>& places(std::size_t index) const { return places_[index]; }
  /// 湟中区上五庄镇: as told to a person.
  [[nodiscard]] std::string shown(std::size_t index) const;

  /// Units with this own name.
  [[nodiscard]] Units named(std::string_view own) const;
  /// Those of them in the place, which is told with or without its mark.
  [[nodiscard]] Units named_in(std::string_view own, std::string_view place) const;
  /// Units whose own name has one other character at one place, its last excepted.
  [[nodiscard]] Units one_off(std::string_view own) const;

  /// The units whose name or short name stands longest in `text` (in normal
  /// form). A township without 镇 counts where `text` begins with it.
  [[nodiscard]] Units in_text(std::string_view text) const;

  /// Whether units of the roster lie in the place of this name.
  [[nodiscard]] bool is_superior(std::string_view place) const;

 private:
  void add_spellings(std::size_t index);
  [[nodiscard]] bool has_spelling(std::size_t index, std::string_view spelling) const;

  std::span<const RosterUnit> units_;
  const UnitNames& names_;
  std::vector<std::string> own_;
  std::vector<std::vector<std::string>> places_;
  NameTable by_own_;
  NameTable by_own_and_place_;  ///< own, line break, place or its stem
  NameTable by_spelling_;       ///< own names and aliases
  NameTable by_stem_;           ///< 上五庄 of townships
  NameTable by_gap_;            ///< own names with one character taken out
  std::set<std::size_t> spelling_bytes_;                     ///< lengths that occur
  std::unordered_set<std::string> superiors_;
};

/// `name` with each of its code points but the last one taken out in turn: 上\n镇.
[[nodiscard]] std::vector<std::string> with_gaps(std::string_view name);

}  // namespace fazhi
