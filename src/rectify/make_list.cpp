#include "rectify/make_list.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "batch/ranking.hpp"
#include "rectify/list_items.hpp"
#include "rectify/plain_words.hpp"

namespace fazhi {
namespace {

bool is_described(const std::vector<ChecklistReference>& checklists, const ChecklistReference& checklist) {
  return std::any_of(checklists.begin(), checklists.end(),
                     [&](const ChecklistReference& each) { return each.id == checklist.id; });
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& each : words) out.append(out.empty() ? "" : "、").append(each);
  return out;
}

}  // namespace

ListMaker::ListMaker(const RectificationRules& rules, ListOptions options)
    : rules_(rules), options_(std::move(options)), names_(builtin_roster_rules()) {
  list_.issuer = options_.issuer;
  list_.made_on = options_.made_on;
  list_.due = options_.due;
}

void ListMaker::add(const Audit& audit, const std::optional<RosterEntry>& entry) {
  if (audit.error) {
    add_note({MessageId::list_report_unread, {audit.source, render(*audit.error, options_.language)}});
    return;
  }
  if (!seen_.insert(audit.source + '\n' + audit.sha256 + '\n' + audit.checklist.sha256).second) return;
  if (!is_described(list_.checklists, audit.checklist)) list_.checklists.push_back(audit.checklist);
  ListedUnit unit;
  unit.unit = entry ? entry->unit : audit.identity.unit;
  if (entry) {
    unit.contact = entry->contact;
    unit.late = entry->is_late;
  }
  unit.met = audit.count(Status::met);
  unit.judged = unit.met + audit.count(Status::partial) + audit.count(Status::missing) + audit.count(Status::undecided);
  if (const std::string key = names_.key_of(unit.unit, ""); !unit.unit.empty() && !key.empty()) {
    units_by_key_[key].push_back(list_.units.size());
  }
  unit.source = audit.source;
  unit.year = audit.identity.year;
  unit.document_number = audit.identity.document_number;
  unit.score = audit.score;
  for (RectificationItem& item : items_of(audit, rules_, options_.language)) {
    item.unit = list_.units.size();
    item.due = options_.due;
    list_.items.push_back(std::move(item));
  }
  list_.units.push_back(std::move(unit));
}

/// Ids of items hang on the units' names, so that each has to be another.
void ListMaker::name_units_apart() {
  std::map<std::size_t, const std::vector<std::size_t>*> shared;
  for (const auto& [key, units] : units_by_key_) {
    if (units.size() > 1) shared.emplace(units.front(), &units);
  }
  for (const auto& [first, units] : shared) {
    std::vector<std::string> files;
    for (const std::size_t index : *units) files.emplace_back(file_name_of(list_.units[index].source));
    add_note({MessageId::list_same_unit, {list_.units[first].unit, std::to_string(units->size()), joined(files)}});
    for (std::size_t at = 0; at < files.size(); ++at) list_.units[(*units)[at]].unit += "（" + files[at] + "）";
  }
  std::unordered_set<std::string> taken;
  for (ListedUnit& each : list_.units) {
    if (each.unit.empty()) each.unit = file_name_of(each.source);
    const std::string base = each.unit;
    for (std::size_t number = 2; !taken.insert(each.unit).second; ++number) {
      each.unit = base + " #" + std::to_string(number);
    }
  }
}

/// The year that most reports are of, the later of two that as many are of.
void ListMaker::tell_year() {
  std::map<int, std::size_t> counts;
  for (const ListedUnit& each : list_.units) {
    if (each.year) ++counts[*each.year];
  }
  std::vector<std::string> years;
  for (const auto& [year, count] : counts) {
    if (!list_.year || count >= counts[*list_.year]) list_.year = year;
    years.push_back(std::to_string(year));
  }
  if (years.size() > 1) add_note({MessageId::list_mixed_years, {joined(years)}});
  list_.title = rules_.title_of(list_.year, options_.language);
}

void ListMaker::rank_units() {
  std::vector<int> shares;
  for (const ListedUnit& each : list_.units) {
    if (const auto range = range_of(each.score)) shares.push_back(range->low);
  }
  std::sort(shares.begin(), shares.end(), std::greater<>());
  for (ListedUnit& each : list_.units) {
    const auto range = range_of(each.score);
    if (!range) continue;
    const auto place = std::lower_bound(shares.begin(), shares.end(), range->low, std::greater<>());
    each.rank = static_cast<int>(place - shares.begin()) + 1;
  }
}

void ListMaker::name_items() {
  for (RectificationItem& each : list_.items) each.id = item_id(list_.units[each.unit].unit, each.fingerprint);
}

RectificationList ListMaker::finish() {
  name_units_apart();
  tell_year();
  rank_units();
  name_items();
  return std::move(list_);
}

RectificationList part_of(const RectificationList& list, std::size_t unit) {
  RectificationList out;
  out.title = list.title;
  out.issuer = list.issuer;
  out.made_on = list.made_on;
  out.due = list.due;
  out.year = list.year;
  out.checklists = list.checklists;
  out.units.push_back(list.units[unit]);
  for (const RectificationItem& each : list.items) {
    if (each.unit != unit) continue;
    out.items.push_back(each);
    out.items.back().unit = 0;
  }
  return out;
}

}  // namespace fazhi
