#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <utility>

#include "audit/rectification_text.hpp"
#include "base/iso_date.hpp"
#include "base/limits.hpp"
#include "base/sha256.hpp"
#include "rectify/item_key.hpp"
#include "rectify/read_filled_list.hpp"

namespace fazhi {
namespace {

/// Of the fingerprint of an item that only a list that came back still has.
constexpr std::size_t kFormerDigits = 16;

constexpr auto kTexts = std::to_array({&ItemProgress::responsible_unit, &ItemProgress::responsible_person, &ItemProgress::progress,
                                       &ItemProgress::material, &ItemProgress::reviewer, &ItemProgress::review,
                                       &ItemProgress::closed_on, &ItemProgress::remark});

/// What becomes of items that stand on one side alone.
enum class Purpose {
  renew,      ///< those of the new list stay, former ones only where somebody wrote into them
  take_back,  ///< those of the list that came back, and no others
};

class ProgressApplier {
 public:
  ProgressApplier(RectificationList& list, const FilledList& filled, Purpose purpose)
      : list_(list), filled_(filled), purpose_(purpose) {
    for (std::size_t index = 0; index < list.units.size(); ++index) units_.emplace(list.units[index].unit, index);
    for (std::size_t index = 0; index < list.items.size(); ++index) {
      const RectificationItem& item = list.items[index];
      by_id_.emplace(normal_id(item.id), index);
      for (const Language language : {Language::zh, Language::en}) add_problem(problem_key(unit_of(item), problem_text(item, language)), index);
    }
  }

  void apply() {
    list_.notes.insert(list_.notes.end(), filled_.notes.begin(), filled_.notes.end());
    for (const FilledRow& row : filled_.rows) apply(row);
    if (purpose_ == Purpose::take_back) drop_unlisted();
    place_restored();
    if (left_out_ > 0) {
      list_.notes.push_back({MessageId::filled_left_out, {filled_.source, sheet_words(filled_), std::to_string(left_out_)}});
    }
    if (more_notes_ > 0) list_.notes.push_back({MessageId::filled_more_notes, {filled_.source, std::to_string(more_notes_)}});
  }

 private:
  static constexpr std::size_t kSeveral = static_cast<std::size_t>(-1);

  [[nodiscard]] const std::string& unit_of(const RectificationItem& item) const {
    static const std::string kNone;
    return item.unit < list_.units.size() ? list_.units[item.unit].unit : kNone;
  }

  void add_problem(std::string key, std::size_t index) {
    const auto [found, is_new] = by_problem_.emplace(std::move(key), index);
    if (!is_new && found->second != index) found->second = kSeveral;
  }

  void note(MessageId id, std::size_t row, std::vector<std::string> more) {
    if (++notes_ > limits::kFilledNotes) {
      ++more_notes_;
    } else {
      list_.notes.push_back(row_message(id, filled_, row, std::move(more)));
    }
  }

  [[nodiscard]] std::optional<std::size_t> find(const FilledRow& row) {
    const auto by_id = by_id_.find(row.id);
    if (!row.id.empty() && by_id != by_id_.end()) return by_id->second;
    const auto by_problem = by_problem_.find(problem_key(row.unit, row.problem));
    if (by_problem == by_problem_.end() || by_problem->second == kSeveral) return std::nullopt;
    note(MessageId::filled_by_problem, row.row, {row.id, list_.items[by_problem->second].id});
    return by_problem->second;
  }

  void apply(const FilledRow& row) {
    const std::optional<std::size_t> index = find(row);
    if (!index) {
      restore(row);
      return;
    }
    RectificationItem& item = list_.items[*index];
    if (!is_first(item.id, row)) return;
    take(row, item);
    told_without_reviewer(row, item);
  }

  /// Whether no row before was of the same item; one that says the same is passed over in silence.
  bool is_first(const std::string& id, const FilledRow& row) {
    const auto [first, is_new] = seen_.emplace(id, &row);
    if (is_new) return true;
    const bool is_same = first->second->progress == row.progress && first->second->due == row.due;
    if (!is_same && row.is_filled_in()) note(MessageId::filled_duplicate, row.row, {std::to_string(first->second->row), id});
    return false;
  }

  void take(const FilledRow& row, RectificationItem& item) const {
    if (row.state) item.progress.state = *row.state;
    for (const auto text : kTexts) {
      if (!(row.progress.*text).empty()) item.progress.*text = row.progress.*text;
    }
    if (item.progress.responsible_unit == unit_of(item)) item.progress.responsible_unit.clear();
    if (item.due.empty() && is_iso_date(row.due)) item.due = row.due;
  }

  void told_without_reviewer(const FilledRow& row, const RectificationItem& item) {
    if (item.progress.state != ItemState::closed || !item.progress.reviewer.empty()) return;
    note(MessageId::filled_closed_without_reviewer, row.row, {unit_of(item), item.id});
  }

  [[nodiscard]] std::size_t unit_index(const std::string& unit) {
    const auto [found, is_new] = units_.emplace(unit, list_.units.size());
    if (!is_new) return found->second;
    ListedUnit listed;
    listed.unit = unit;
    list_.units.push_back(std::move(listed));
    return found->second;
  }

  void restore(const FilledRow& row) {
    if (row.unit.empty() && row.problem.empty()) {
      if (row.is_filled_in()) note(MessageId::filled_unusable, row.row, {row.id});
      return;
    }
    if (!row.is_filled_in() && purpose_ == Purpose::renew) {
      ++left_out_;
      return;
    }
    RectificationItem item = restored(row);
    if (!is_first(item.id, row)) return;
    told_without_reviewer(row, item);
    if (item.progress.state != ItemState::closed && purpose_ == Purpose::renew) {
      note(MessageId::filled_kept, row.row, {row.unit, item.id, word_of(item.progress.state, Language::zh)});
    }
    restored_.push_back(std::move(item));
  }

  [[nodiscard]] RectificationItem restored(const FilledRow& row) {
    RectificationItem item;
    item.unit = unit_index(row.unit);
    item.fingerprint = sha256_hex(problem_key("", row.problem)).substr(0, kFormerDigits);
    item.id = row.id.empty() ? item_id(row.unit, item.fingerprint) : row.id;
    item.category = row.category;
    if (!row.problem.empty()) item.problem.push_back(row.problem);
    if (!row.basis.empty()) item.basis.push_back({row.basis, "", ""});
    item.demand = row.demand;
    item.gain_hundredths = row.gain_hundredths.value_or(0);
    if (is_iso_date(row.due)) item.due = row.due;
    item.progress = row.progress;
    if (item.progress.responsible_unit == row.unit) item.progress.responsible_unit.clear();
    if (purpose_ == Purpose::renew) mark_as_gone(item.progress.remark);
    return item;
  }

  static void mark_as_gone(std::string& remark) {
    const std::string mark = render({MessageId::filled_not_found_again, {}}, Language::zh);
    if (remark.find(mark) == std::string::npos) remark += (remark.empty() ? "" : "；") + mark;
  }

  void drop_unlisted() {
    std::erase_if(list_.items, [this](const RectificationItem& item) { return !seen_.contains(item.id); });
  }

  /// Behind the other items of their units.
  void place_restored() {
    std::move(restored_.begin(), restored_.end(), std::back_inserter(list_.items));
    std::stable_sort(list_.items.begin(), list_.items.end(),
                     [](const RectificationItem& a, const RectificationItem& b) { return a.unit < b.unit; });
  }

  RectificationList& list_;
  const FilledList& filled_;
  Purpose purpose_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_map<std::string, std::size_t> by_problem_;
  std::unordered_map<std::string, const FilledRow*> seen_;
  std::unordered_map<std::string, std::size_t> units_;
  std::vector<RectificationItem> restored_;
  std::size_t notes_ = 0;
  std::size_t more_notes_ = 0;
  std::size_t left_out_ = 0;
};

}  // namespace

void apply_progress(RectificationList& list, const FilledList& filled) {
  ProgressApplier(list, filled, Purpose::renew).apply();
}

void take_back(RectificationList& list, const FilledList& filled) {
  ProgressApplier(list, filled, Purpose::take_back).apply();
  if (!filled.title.empty()) list.title = filled.title;
  if (!filled.issuer.empty()) list.issuer = filled.issuer;
  if (!filled.made_on.empty()) list.made_on = filled.made_on;
  const bool is_common = !list.items.empty() && std::all_of(list.items.begin(), list.items.end(), [&](const RectificationItem& item) {
    return item.due == list.items.front().due;
  });
  list.due = is_common ? list.items.front().due : std::string();
}

}  // namespace fazhi
