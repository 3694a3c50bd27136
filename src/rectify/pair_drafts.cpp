#include "rectify/pair_drafts.hpp"

#include "batch/match_units.hpp"

namespace fazhi {
namespace {

std::string name_of(const Draft& draft) { return draft.unit.empty() ? draft.audit.identity.unit : draft.unit; }

std::vector<ReportRecord> records_of(const std::vector<Draft>& drafts) {
  std::vector<ReportRecord> records;
  for (const Draft& each : drafts) {
    ReportRecord record;
    record.source = each.audit.source;
    record.identity = each.audit.identity;
    record.identity.unit = name_of(each);
    record.recognized = each.audit.recognized;
    records.push_back(std::move(record));
  }
  return records;
}

class Pairing {
 public:
  Pairing(const std::vector<Draft>& before, const std::vector<Draft>& after) : before_(before), after_(after) {}

  std::vector<DraftPair> run() {
    if (before_.size() == 1 && after_.size() == 1) return {only_pair()};
    std::vector<ReportRecord> records = records_of(before_);
    const std::vector<ReportRecord> second = records_of(after_);
    records.insert(records.end(), second.begin(), second.end());
    const std::vector<RosterUnit> units = units_of_reports(records);
    const std::vector<UnitMatch> owners = match_units(units, records);
    pairs_.resize(units.size());
    for (std::size_t at = 0; at < units.size(); ++at) pairs_[at].unit = units[at].unit;
    for (std::size_t at = 0; at < owners.size(); ++at) {
      if (!owners[at].unit) continue;
      const bool first = at < before_.size();
      take(pairs_[*owners[at].unit], first ? &DraftPair::before : &DraftPair::after,
           first ? before_[at] : after_[at - before_.size()]);
    }
    return std::move(pairs_);
  }

 private:
  static void take(DraftPair& pair, const Draft* DraftPair::*side, const Draft& draft) {
    if (pair.*side != nullptr) {
      pair.notes.push_back({MessageId::verify_several, {draft.audit.source, (pair.*side)->audit.source}});
    }
    pair.*side = &draft;
  }

  [[nodiscard]] DraftPair only_pair() const {
    DraftPair pair{name_of(before_[0]), &before_[0], &after_[0], {}};
    if (pair.unit.empty()) pair.unit = name_of(after_[0]);
    const std::vector<std::string> names{pair.unit};
    const bool same = find_units({name_of(after_[0])}, names).front().has_value();
    if (!same && !name_of(after_[0]).empty()) {
      pair.notes.push_back({MessageId::verify_other_name, {pair.unit, name_of(after_[0])}});
    }
    return pair;
  }

  const std::vector<Draft>& before_;
  const std::vector<Draft>& after_;
  std::vector<DraftPair> pairs_;
};

}  // namespace

std::vector<DraftPair> pair_drafts(const std::vector<Draft>& before, const std::vector<Draft>& after) {
  return Pairing(before, after).run();
}

std::vector<std::optional<std::size_t>> find_units(const std::vector<std::string>& names,
                                                   const std::vector<std::string>& units) {
  std::vector<ReportRecord> records(names.size());
  for (std::size_t at = 0; at < names.size(); ++at) records[at].identity.unit = names[at];
  std::vector<RosterUnit> roster(units.size());
  for (std::size_t at = 0; at < units.size(); ++at) roster[at].unit = units[at];
  std::vector<std::optional<std::size_t>> out;
  for (const UnitMatch& each : match_units(roster, records)) out.push_back(each.unit);
  return out;
}

}  // namespace fazhi
