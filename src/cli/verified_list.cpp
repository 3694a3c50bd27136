#include "cli/verified_list.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "audit/rectification_reader.hpp"
#include "cli/list_forms.hpp"
#include "document/read.hpp"
#include "rectify/list_items.hpp"
#include "rectify/make_list.hpp"
#include "rectify/pair_drafts.hpp"
#include "rectify/read_filled_list.hpp"

namespace fazhi {
namespace {

std::vector<std::string> units_of(const FilledList& filled) {
  std::vector<std::string> units;
  for (const FilledRow& row : filled.rows) {
    if (!row.unit.empty() && std::find(units.begin(), units.end(), row.unit) == units.end()) units.push_back(row.unit);
  }
  return units;
}

std::vector<std::string> names_of(const std::vector<Draft>& drafts) {
  std::vector<std::string> names;
  for (const Draft& each : drafts) names.push_back(each.unit.empty() ? each.audit.identity.unit : each.unit);
  return names;
}

/// Of each unit of the list its draft; of several the last counts, as in verify().
std::map<std::size_t, const Audit*> audits_by_unit(const std::vector<Draft>& drafts, const std::vector<std::string>& units) {
  std::map<std::size_t, const Audit*> audits;
  if (drafts.size() == 1 && units.size() == 1) return {{0, &drafts.front().audit}};
  const std::vector<std::optional<std::size_t>> owners = find_units(names_of(drafts), units);
  for (std::size_t at = 0; at < drafts.size(); ++at) {
    if (owners[at]) audits[*owners[at]] = &drafts[at].audit;
  }
  return audits;
}

}  // namespace

Result<RectificationList> read_list_to_verify(const std::string& path, const std::vector<Draft>& before,
                                              const RectificationRules& rules, Language language) {
  const Result<std::string> bytes = read_bytes(path);
  if (!bytes) return bytes.error();
  if (has_suffix(path, ".xml")) return read_rectification_xml(*bytes, path);
  const Result<FilledList> filled = read_filled_list(*bytes, path);
  if (!filled) return filled.error();
  const std::vector<std::string> units = units_of(*filled);
  ListMaker maker(rules, {"", "", "", language});
  for (const auto& [unit, audit] : audits_by_unit(before, units)) maker.add(*audit, RosterEntry{units[unit], ""});
  RectificationList list = maker.finish();
  take_back(list, *filled);
  return list;
}

DescribeItem describer(const Verification& verification, const std::vector<Draft>& after, const RectificationRules& rules,
                       Language language) {
  return [&, language](const VerifiedItem& added) -> std::optional<RectificationItem> {
    const std::string& source = verification.units[added.unit].source_after;
    const auto draft = std::find_if(after.begin(), after.end(), [&](const Draft& each) { return each.audit.source == source; });
    if (draft == after.end()) return std::nullopt;
    for (RectificationItem& item : items_of(draft->audit, rules, language)) {
      if (item.finding == added.finding && item.fingerprint == added.fingerprint) return std::move(item);
    }
    return std::nullopt;
  };
}

}  // namespace fazhi
