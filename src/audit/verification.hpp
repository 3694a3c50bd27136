#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/rectification.hpp"

namespace fazhi {

/// What became of an item between two drafts.
enum class ItemChange {
  fixed,   ///< 已整改
  partly,  ///< 部分整改: better than it was, and not yet what is asked
  open,    ///< 未整改: as it was, or worse
  added,   ///< 新增: the first draft was right in it
};

/// "fixed", "partly", "open", "added".
[[nodiscard]] std::string_view name_of(ItemChange change);
[[nodiscard]] std::optional<ItemChange> item_change_from(std::string_view name);

/// An item as one of the drafts shows it.
struct VerifiedSide {
  bool found = false;                   ///< the draft has this finding; of defects: the passage stands in it
  Status status = Status::missing;      ///< of elements that are found
  std::int32_t awarded_hundredths = 0;  ///< points, of elements; for `undecided` the least that it can be
  std::int32_t possible_hundredths = 0;
  std::vector<std::string> messages;    ///< why; plain sentences
  std::vector<ItemQuote> quotes;        ///< in the text's order
};

/// One thing that was, or is now, to be put right.
struct VerifiedItem {
  std::string id;           ///< RectificationItem::id
  std::size_t unit = 0;     ///< index into Verification::units
  std::string finding;      ///< id of the checklist's element or defect
  std::string fingerprint;  ///< of the first draft's finding; of the second's where it is added
  FindingKind kind = FindingKind::element;
  Severity severity = Severity::minor;  ///< of defects
  std::string title;
  ItemChange change = ItemChange::open;
  bool relapsed = false;      ///< 反弹: a person had closed it
  bool needs_person = false;  ///< one of the drafts is undecided in it
  ItemState proposed = ItemState::not_started;  ///< never `closed`: that is a person's to give
  std::string demand;         ///< what was asked for
  VerifiedSide before;
  VerifiedSide after;
  std::vector<Message> warnings;
};

/// A unit with its two drafts.
struct VerifiedUnit {
  std::string unit;
  std::string source_before;  ///< "" where there is none
  std::string source_after;   ///< "" where none came
  Score before;
  Score after;
  std::vector<Message> notes;
};

/// Second drafts held against the first.
struct Verification {
  std::string title;
  std::string made_on;  ///< ISO date
  std::optional<int> year;
  std::vector<ChecklistReference> checklists;  ///< that the second drafts were held against, else the first
  std::vector<VerifiedUnit> units;             ///< in the order of the first drafts, then those that have none
  std::vector<VerifiedItem> items;             ///< by unit; within it in the order of the first draft's findings, then what is added
  std::vector<Message> notes;

  [[nodiscard]] std::size_t count(ItemChange change) const;
  /// Whether every item is fixed, and each first draft has its second.
  [[nodiscard]] bool is_settled() const;
};

}  // namespace fazhi
