#include "rectify/verify.hpp"

#include <algorithm>
#include <unordered_set>

#include "batch/judge_inputs.hpp"
#include "rectify/common_run.hpp"
#include "rectify/compare_findings.hpp"
#include "rectify/copied_words.hpp"
#include "rectify/listed_items.hpp"
#include "rectify/pair_drafts.hpp"

namespace fazhi {
namespace {

/// A sentence stands for a passage that is gone where they share so many points in a row.
constexpr std::size_t kRecognizedPoints = 6;

/// What stands now where the passage of a fixed defect stood, as far as it can be recognized.
void show_successor(VerifiedItem& item, const std::vector<ItemQuote>& sentences) {
  if (item.kind != FindingKind::defect || item.change != ItemChange::fixed || item.before.quotes.empty()) return;
  const std::u32string was = comparable(item.before.quotes.front().text);
  const ItemQuote* best = nullptr;
  std::size_t points = kRecognizedPoints - 1;
  for (const ItemQuote& each : sentences) {
    const std::size_t run = longest_common_run(comparable(each.text), was).size;
    if (run > points) best = &each;
    points = std::max(points, run);
  }
  if (best != nullptr) item.after.quotes.push_back(*best);
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& each : names) out.append(out.empty() ? "" : "、").append(each);
  return out;
}

ItemState proposed_for(const VerifiedItem& item, const std::optional<ItemState>& was) {
  if (item.change == ItemChange::fixed) return ItemState::to_review;
  if (item.needs_person) return ItemState::to_review;
  if (item.relapsed) return ItemState::relapsed;
  if (item.change == ItemChange::partly) return ItemState::under_way;
  // Told as put right, and it is not.
  if (was == ItemState::to_review) return ItemState::under_way;
  return was.value_or(ItemState::not_started);
}

class Verifier {
 public:
  explicit Verifier(const VerifyRules& rules) : rules_(rules) { out_.made_on = rules.made_on; }

  Verification run(const std::vector<Draft>& before, const std::vector<Draft>& after) {
    std::vector<DraftPair> pairs = pair_drafts(before, after);
    std::erase_if(pairs, [](const DraftPair& each) { return each.before == nullptr && each.after == nullptr; });
    if (rules_.list != nullptr) keep_listed(pairs);
    for (DraftPair& each : pairs) add(each);
    title();
    warn_of_copies(out_, seconds_, rules_);
    propose_states();
    return std::move(out_);
  }

 private:
  /// Units as the list names them, and no others.
  void keep_listed(std::vector<DraftPair>& pairs) {
    std::vector<std::string> listed;
    for (const ListedUnit& each : rules_.list->units) listed.push_back(each.unit);
    std::vector<std::string> names;
    for (const DraftPair& each : pairs) names.push_back(each.unit);
    const std::vector<std::optional<std::size_t>> owners = find_units(names, listed);
    std::vector<DraftPair> kept;
    std::vector<std::string> others;
    std::vector<bool> has_first(listed.size(), false);
    for (std::size_t at = 0; at < pairs.size(); ++at) {
      if (!owners[at]) {
        if (pairs[at].after != nullptr) others.push_back(names[at]);
        continue;
      }
      pairs[at].unit = listed[*owners[at]];
      has_first[*owners[at]] = has_first[*owners[at]] || pairs[at].before != nullptr;
      kept.push_back(std::move(pairs[at]));
    }
    pairs = std::move(kept);
    if (!others.empty()) out_.notes.push_back({MessageId::verify_not_listed, {joined(others)}});
    std::vector<std::string> alone;
    for (std::size_t unit = 0; unit < listed.size(); ++unit) {
      if (!has_first[unit] && has_items(unit)) alone.push_back(listed[unit]);
    }
    if (!alone.empty()) out_.notes.push_back({MessageId::verify_without_first, {joined(alone)}});
  }

  [[nodiscard]] bool has_items(std::size_t unit) const {
    const auto& items = rules_.list->items;
    return std::any_of(items.begin(), items.end(), [&](const RectificationItem& each) { return each.unit == unit; });
  }

  void add(DraftPair& pair) {
    const std::size_t index = out_.units.size();
    VerifiedUnit unit;
    unit.unit = pair.unit;
    unit.notes = std::move(pair.notes);
    if (pair.before != nullptr) {
      unit.source_before = pair.before->audit.source;
      unit.before = pair.before->audit.score;
    }
    if (pair.after != nullptr) {
      unit.source_after = pair.after->audit.source;
      unit.after = pair.after->audit.score;
    }
    const Draft& known = pair.after != nullptr ? *pair.after : *pair.before;
    remember(known.audit.checklist);
    if (!out_.year) out_.year = known.audit.identity.year;
    std::vector<VerifiedItem> items;
    if (pair.before == nullptr) {
      unit.notes.push_back({MessageId::verify_no_first, {}});
    } else if (pair.after == nullptr) {
      unit.notes.push_back({MessageId::verify_not_sent, {}});
      items = items_left_open(*pair.before, pair.unit, rules_.language);
    } else {
      compare_heads(pair.before->audit, pair.after->audit, unit);
      items = compare_findings(*pair.before, *pair.after, pair.unit, rules_.language);
      for (VerifiedItem& each : items) {
        keep_open_if_copied(each, pair);
        show_successor(each, pair.after->sentences);
      }
    }
    for (VerifiedItem& each : items) {
      each.unit = index;
      if (each.needs_person) each.warnings.push_back({MessageId::verify_needs_person, {}});
      out_.items.push_back(std::move(each));
    }
    seconds_.push_back(pair.after);
    out_.units.push_back(std::move(unit));
  }

  /// Only a batch tells that a report is copied; its drafts have their units from it.
  void keep_open_if_copied(VerifiedItem& item, const DraftPair& pair) const {
    if (item.kind != FindingKind::defect || item.change != ItemChange::fixed || !pair.after->unit.empty()) return;
    const Checklist* checklist =
        rules_.find_checklist ? rules_.find_checklist(pair.before->audit.checklist.id) : nullptr;
    if (checklist == nullptr || copied_defect_of(*checklist) != item.finding) return;
    item.change = ItemChange::open;
    item.needs_person = true;
  }

  static void compare_heads(const Audit& was, const Audit& is, VerifiedUnit& unit) {
    if (was.checklist.id != is.checklist.id || was.checklist.sha256 != is.checklist.sha256) {
      const auto shown = [](const ChecklistReference& each) { return each.id + " " + each.version; };
      unit.notes.push_back({MessageId::verify_other_checklist, {shown(was.checklist), shown(is.checklist)}});
    }
    const std::optional<int>& before = was.identity.year;
    const std::optional<int>& after = is.identity.year;
    if (before && after && *before != *after) {
      unit.notes.push_back({MessageId::verify_other_year, {std::to_string(*before), std::to_string(*after)}});
    }
  }

  void remember(const ChecklistReference& checklist) {
    const auto known = std::find(out_.checklists.begin(), out_.checklists.end(), checklist);
    if (known == out_.checklists.end()) out_.checklists.push_back(checklist);
  }

  void title() {
    const Message title = out_.year ? Message{MessageId::verify_title_year, {std::to_string(*out_.year)}}
                                    : Message{MessageId::verify_title, {}};
    out_.title = render(title, rules_.language);
  }

  void propose_states() {
    std::vector<std::string> names;
    for (const VerifiedUnit& each : out_.units) names.push_back(each.unit);
    const ListedItems listed(rules_.list, names);
    if (rules_.list != nullptr) drop_unlisted(listed, names);
    for (VerifiedItem& each : out_.items) {
      std::optional<ItemState> was;
      if (const RectificationItem* item = listed.find(each)) {
        each.id = item->id;
        was = item->progress.state;
      }
      const bool was_closed = was == ItemState::closed || was == ItemState::relapsed;
      each.relapsed = was_closed && each.change != ItemChange::fixed && !each.needs_person;
      each.proposed = proposed_for(each, was);
    }
  }

  /// Leaves what the list asks for and what is added; tells of open items of the
  /// list that the first drafts do not have.
  void drop_unlisted(const ListedItems& listed, const std::vector<std::string>& names) {
    std::unordered_set<const RectificationItem*> found;
    std::erase_if(out_.items, [&](const VerifiedItem& each) {
      const RectificationItem* item = listed.find(each);
      if (item != nullptr) found.insert(item);
      return item == nullptr && each.change != ItemChange::added;
    });
    const std::unordered_set<std::string> verified(names.begin(), names.end());
    const auto& items = rules_.list->items;
    const auto unknown = std::count_if(items.begin(), items.end(), [&](const RectificationItem& each) {
      const bool is_verified = each.unit < rules_.list->units.size() && verified.contains(rules_.list->units[each.unit].unit);
      return is_verified && !found.contains(&each) && each.progress.state != ItemState::closed;
    });
    if (unknown > 0) out_.notes.push_back({MessageId::verify_items_unknown, {std::to_string(unknown)}});
  }

  const VerifyRules& rules_;
  Verification out_;
  std::vector<const Draft*> seconds_;
};

/// The state that an item of the list gets.
ItemState next_state(const VerifiedItem& found, ItemState was) {
  if (was == ItemState::closed && (found.change == ItemChange::fixed || found.needs_person)) return was;
  if (was == ItemState::closed) return ItemState::relapsed;
  if (found.change == ItemChange::fixed) return ItemState::to_review;
  if (found.needs_person || was == ItemState::relapsed) return was;
  if (found.change == ItemChange::partly || was == ItemState::to_review) return ItemState::under_way;
  return was;
}

RectificationItem plain_item(const VerifiedItem& found) {
  RectificationItem item;
  item.finding = found.finding;
  item.fingerprint = found.fingerprint;
  item.kind = found.kind;
  item.status = found.after.status;
  item.severity = found.severity;
  item.title = found.title;
  item.problem = found.after.messages;
  item.quotes = found.after.quotes;
  item.demand = found.demand;
  if (found.kind == FindingKind::element) {
    item.gain_hundredths = found.after.possible_hundredths - found.after.awarded_hundredths;
  }
  return item;
}

RectificationItem new_item(const VerifiedItem& found, std::size_t unit, const DescribeItem& describe) {
  std::optional<RectificationItem> described = describe ? describe(found) : std::nullopt;
  RectificationItem item = described ? std::move(*described) : plain_item(found);
  item.id = found.id;
  item.unit = unit;
  return item;
}

}  // namespace

Verification verify(const std::vector<Draft>& before, const std::vector<Draft>& after, const VerifyRules& rules) {
  return Verifier(rules).run(before, after);
}

void apply_verification(RectificationList& list, const Verification& verification, const DescribeItem& describe) {
  std::vector<std::string> names;
  for (const VerifiedUnit& each : verification.units) names.push_back(each.unit);
  std::vector<std::string> listed_names;
  for (const ListedUnit& each : list.units) listed_names.push_back(each.unit);
  std::vector<std::optional<std::size_t>> units = find_units(names, listed_names);
  const ListedItems listed(&list, names);
  std::vector<RectificationItem> added;
  for (const VerifiedItem& found : verification.items) {
    if (const RectificationItem* known = listed.find(found)) {
      RectificationItem& item = list.items[static_cast<std::size_t>(known - list.items.data())];
      item.progress.state = next_state(found, item.progress.state);
      continue;
    }
    if (found.change != ItemChange::added) continue;
    std::optional<std::size_t>& unit = units[found.unit];
    if (!unit) {
      unit = list.units.size();
      const VerifiedUnit& from = verification.units[found.unit];
      ListedUnit own;
      own.unit = from.unit;
      own.source = from.source_after;
      own.year = verification.year;
      own.score = from.after;
      list.units.push_back(std::move(own));
    }
    added.push_back(new_item(found, *unit, describe));
  }
  list.items.insert(list.items.end(), added.begin(), added.end());
  std::stable_sort(list.items.begin(), list.items.end(),
                   [](const RectificationItem& one, const RectificationItem& other) { return one.unit < other.unit; });
}

}  // namespace fazhi
