#include "rectify/compare_findings.hpp"

#include <algorithm>
#include <map>

#include "rectify/common_run.hpp"
#include "rectify/plain_words.hpp"

namespace fazhi {
namespace {

/// A finding with all its places: of a defect, those with the same wording.
using Group = std::vector<const Finding*>;

bool falls_short(Status status) {
  return status == Status::partial || status == Status::missing || status == Status::undecided;
}

int rank_of(Status status) {
  switch (status) {
    case Status::met:
      return 2;
    case Status::partial:
      return 1;
    case Status::missing:
    case Status::undecided:
    case Status::not_applicable:
    case Status::waived:
      return 0;
  }
  return 0;
}

std::vector<Group> defect_groups(const Audit& audit) {
  std::vector<Group> groups;
  std::map<std::string, std::size_t> places;
  for (const Finding& each : audit.findings) {
    if (each.kind != FindingKind::defect) continue;
    const auto [place, is_new] = places.try_emplace(each.fingerprint, groups.size());
    if (is_new) groups.emplace_back();
    groups[place->second].push_back(&each);
  }
  return groups;
}

VerifiedSide side_of(const Group& group, Language language) {
  VerifiedSide side;
  side.found = !group.empty();
  for (const Finding* finding : group) {
    side.status = finding->status;
    side.awarded_hundredths = finding->awarded_hundredths;
    side.possible_hundredths = finding->possible_hundredths;
    for (const Message& each : finding->messages) {
      std::string sentence = without_folders(render(each, language));
      const bool known = std::find(side.messages.begin(), side.messages.end(), sentence) != side.messages.end();
      if (!known) side.messages.push_back(std::move(sentence));
    }
    if (!finding->note.empty()) side.messages.push_back(without_folders(finding->note));
    for (const Evidence& each : finding->evidence) {
      side.quotes.push_back({each.to_read(), each.section, each.paragraph, each.page, each.use,
                             each.reason ? render(*each.reason, language) : std::string()});
    }
  }
  return side;
}

VerifiedItem item_of(const Finding& finding, const std::string& unit) {
  VerifiedItem item;
  item.id = item_id(unit, finding.fingerprint);
  item.finding = finding.id;
  item.fingerprint = finding.fingerprint;
  item.kind = finding.kind;
  item.severity = finding.severity;
  item.title = finding.title;
  item.demand = finding.rectification;
  return item;
}

/// Whether another wording of the same defect stands where this one stood.
bool is_same_place(const Finding& one, const Finding& other) {
  if (one.id != other.id || one.evidence.empty() || other.evidence.empty()) return false;
  const Evidence& here = one.evidence.front();
  const Evidence& there = other.evidence.front();
  if (here.section.empty() && there.section.empty()) return here.paragraph == there.paragraph;
  return comparable(here.section) == comparable(there.section);
}

class Comparison {
 public:
  Comparison(const Audit& before, const Audit& after, const std::string& unit, Language language)
      : before_(before), after_(after), unit_(unit), language_(language) {}

  std::vector<VerifiedItem> run() {
    elements();
    defects();
    std::stable_sort(items_.begin(), items_.end(), [](const VerifiedItem& one, const VerifiedItem& other) {
      return (one.change == ItemChange::added) < (other.change == ItemChange::added);
    });
    return std::move(items_);
  }

 private:
  static const Finding* element_in(const Audit& audit, const std::string& id) {
    const auto found = std::find_if(audit.findings.begin(), audit.findings.end(), [&](const Finding& each) {
      return each.kind == FindingKind::element && each.id == id;
    });
    return found == audit.findings.end() ? nullptr : &*found;
  }

  void elements() {
    for (const Finding& was : before_.findings) {
      if (was.kind != FindingKind::element) continue;
      if (const Finding* is = element_in(after_, was.id)) element(&was, *is);
    }
    for (const Finding& is : after_.findings) {
      if (is.kind == FindingKind::element && element_in(before_, is.id) == nullptr) element(nullptr, is);
    }
  }

  void element(const Finding* was, const Finding& is) {
    const bool was_short = was != nullptr && falls_short(was->status);
    const bool is_short = falls_short(is.status);
    const bool counts = is.status != Status::not_applicable && is.status != Status::waived;
    if (!counts || (!was_short && !is_short)) return;
    VerifiedItem item = item_of(was_short ? *was : is, unit_);
    if (item.demand.empty()) item.demand = is.rectification;
    if (was != nullptr) item.before = side_of({was}, language_);
    item.after = side_of({&is}, language_);
    item.needs_person = is.status == Status::undecided || (was_short && was->status == Status::undecided);
    item.change = was_short ? change_of(*was, is) : ItemChange::added;
    items_.push_back(std::move(item));
  }

  static ItemChange change_of(const Finding& was, const Finding& is) {
    if (is.status == Status::undecided) return ItemChange::open;
    if (is.status == Status::met && was.status != Status::undecided) return ItemChange::fixed;
    const bool better = rank_of(is.status) > rank_of(was.status) || is.awarded_hundredths > was.awarded_hundredths;
    return better ? ItemChange::partly : ItemChange::open;
  }

  void defects() {
    const std::vector<Group> was = defect_groups(before_);
    const std::vector<Group> is = defect_groups(after_);
    std::vector<const Group*> now(was.size());
    std::vector<bool> taken(is.size());
    pair(was, is, now, taken, [](const Finding& a, const Finding& b) { return a.fingerprint == b.fingerprint; });
    pair(was, is, now, taken, is_same_place);
    for (std::size_t at = 0; at < was.size(); ++at) defect(was[at], now[at]);
    for (std::size_t at = 0; at < is.size(); ++at) {
      if (taken[at]) continue;
      VerifiedItem item = item_of(*is[at].front(), unit_);
      item.after = side_of(is[at], language_);
      item.change = ItemChange::added;
      items_.push_back(std::move(item));
    }
  }

  template <class Belongs>
  static void pair(const std::vector<Group>& was, const std::vector<Group>& is, std::vector<const Group*>& now,
                   std::vector<bool>& taken, Belongs belongs) {
    for (std::size_t at = 0; at < was.size(); ++at) {
      for (std::size_t other = 0; other < is.size() && now[at] == nullptr; ++other) {
        if (taken[other] || !belongs(*was[at].front(), *is[other].front())) continue;
        now[at] = &is[other];
        taken[other] = true;
      }
    }
  }

  void defect(const Group& was, const Group* now) {
    VerifiedItem item = item_of(*was.front(), unit_);
    item.before = side_of(was, language_);
    item.change = now == nullptr ? ItemChange::fixed : now->size() < was.size() ? ItemChange::partly : ItemChange::open;
    if (now != nullptr) item.after = side_of(*now, language_);
    items_.push_back(std::move(item));
  }

  const Audit& before_;
  const Audit& after_;
  const std::string& unit_;
  Language language_;
  std::vector<VerifiedItem> items_;
};

}  // namespace

std::vector<VerifiedItem> compare_findings(const Draft& before, const Draft& after, const std::string& unit,
                                           Language language) {
  return Comparison(before.audit, after.audit, unit, language).run();
}

std::vector<VerifiedItem> items_left_open(const Draft& before, const std::string& unit, Language language) {
  std::vector<VerifiedItem> items;
  for (const Finding& each : before.audit.findings) {
    if (each.kind != FindingKind::element || !falls_short(each.status)) continue;
    items.push_back(item_of(each, unit));
    items.back().before = side_of({&each}, language);
    items.back().needs_person = each.status == Status::undecided;
  }
  for (const Group& group : defect_groups(before.audit)) {
    items.push_back(item_of(*group.front(), unit));
    items.back().before = side_of(group, language);
  }
  return items;
}

}  // namespace fazhi
