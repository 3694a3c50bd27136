#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "audit/rectification.hpp"
#include "batch/unit_name.hpp"
#include "checklist/rectification_rules.hpp"

namespace fazhi {

/// What stands on a list beside its items.
struct ListOptions {
  std::string issuer;   ///< maybe ""
  std::string made_on;  ///< ISO date
  std::string due;      ///< ISO date for all items, maybe ""
  Language language = Language::zh;
};

/// A unit as a roster has it.
struct RosterEntry {
  std::string unit;
  std::string contact;  ///< maybe ""
  bool is_late = false; ///< its report came behind the deadline
};

/// Makes a list from audits that come one after the other; of each its items are
/// kept, the audit is not.
///
/// A unit has the roster's name, else the one that its report names, else that of
/// the report's file. Where several reports are of one unit (by `UnitNames`, so
/// that 镇 and 镇人民政府 are one), all are listed, each with its file's name
/// behind the unit's, and a note says so. The same audit twice counts once.
/// Items keep the order of `items_of`, units that of adding.
class ListMaker {
 public:
  /// `rules` outlive the maker.
  ListMaker(const RectificationRules& rules, ListOptions options);

  /// An audit that is an error becomes a note.
  void add(const Audit& audit, const std::optional<RosterEntry>& entry = std::nullopt);
  void add_absent(std::string unit) { list_.absent.push_back(std::move(unit)); }
  void add_note(Message note) { list_.notes.push_back(std::move(note)); }

  /// The list with its title, year, ranks (by the least share of the points that
  /// is certain, as `rank` of batch/ranking.hpp) and the items' ids. To be called
  /// once, last.
  [[nodiscard]] RectificationList finish();

 private:
  void name_units_apart();
  void tell_year();
  void rank_units();
  void name_items();

  const RectificationRules& rules_;
  ListOptions options_;
  UnitNames names_;
  RectificationList list_;
  std::unordered_set<std::string> seen_;  ///< audits by what tells them apart
  std::unordered_map<std::string, std::vector<std::size_t>> units_by_key_;
};

/// The list of one unit alone, its items as they are.
[[nodiscard]] RectificationList part_of(const RectificationList& list, std::size_t unit);

}  // namespace fazhi
