#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "audit/batch_summary.hpp"
#include "base/message.hpp"
#include "batch/roster.hpp"
#include "checklist/roster_rules.hpp"

namespace fazhi {

/// Whose report it is.
struct UnitMatch {
  std::optional<std::size_t> unit;  ///< index into the roster's units
  std::optional<Message> doubt;     ///< why a person should check it; without `unit`, why there is none
};

/// Gives each of `reports` the unit that owes it, by what the report says of
/// itself (`identity.unit`); one for each report, in their order.
///
/// Names are compared as `UnitNames` reads them. Of units with the same name
/// the one is taken whose superior or longer name the report names, else the one
/// whose superior a folder of the report's path is named for. Doubtful, with the
/// reason, is what was told by a file's name (where the report tells no unit, or
/// could not be read, or several units are called so), what was recognized and
/// is one character off, and what names a place that may or may not be the
/// unit's. A report that two units fit equally has none. Old names of units that
/// were renamed are not guessed.
///
/// Hashed: linear in the units and reports but for what is looked up in paths,
/// which are bounded by limits::kSearchedPathBytes.
[[nodiscard]] std::vector<UnitMatch> match_units(std::span<const RosterUnit> units, std::span<const ReportRecord> reports,
                                                 const RosterRules& rules = builtin_roster_rules());

/// Where there is no roster: a unit for each name that reports give themselves,
/// in the reports' order; a name without its county is that with it where there
/// is one such. Readable reports without a name are a unit of their own, called
/// by the file.
[[nodiscard]] std::vector<RosterUnit> units_of_reports(std::span<const ReportRecord> reports,
                                                       const RosterRules& rules = builtin_roster_rules());

}  // namespace fazhi
