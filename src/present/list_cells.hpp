#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "audit/rectification.hpp"
#include "audit/rectification_text.hpp"

namespace fazhi {

/// The columns of a rectification list, in order.
enum class ListField {
  number,
  unit,
  category,
  problem,
  basis,
  place,
  demand,
  points,
  responsible_unit,
  person,
  due,
  overdue,
  progress,
  material,
  reviewer,
  review,
  state,
  closed_on,
  remark,
  id,
};
inline constexpr std::size_t kListFields = static_cast<std::size_t>(ListField::id) + 1;

/// Who writes a column.
enum class ListWriter { audit, unit, reviewer, program };

struct ListFieldForm {
  ListField field;
  MessageId title;
  ListWriter writer;
  int columns;      ///< its width in columns of a terminal (a Han character has two)
  bool is_centred;
};
[[nodiscard]] const std::array<ListFieldForm, kListFields>& list_fields();

/// In the order of ItemState.
inline constexpr std::array<ItemState, 5> kItemStatesInOrder{ItemState::not_started, ItemState::under_way, ItemState::to_review,
                                                             ItemState::closed, ItemState::relapsed};

/// An item's texts, one a column, for sheets and pages.
using ListCells = std::array<std::string, kListFields>;
/// `number` counts from 1; `today`: ISO date.
[[nodiscard]] ListCells cells_of(const RectificationList& list, std::size_t index, std::string_view today, Language language);
[[nodiscard]] inline const std::string& at(const ListCells& cells, ListField field) {
  return cells[static_cast<std::size_t>(field)];
}

/// Days from `today` until `due`, less than 0 where it has passed; none where one is no ISO date.
[[nodiscard]] std::optional<int> days_until(std::string_view due, std::string_view today);

/// Days within which what is due is marked.
inline constexpr int kSoonDays = 7;

/// How an item stands to its date: what was put right or closed is never late.
enum class Lateness { none, soon, overdue };
[[nodiscard]] Lateness lateness_of(const RectificationItem& item, std::string_view today);

/// 逾期3天, 今天到期, 剩2天; "" for Lateness::none.
[[nodiscard]] std::string lateness_text(const RectificationItem& item, std::string_view today, Language language);

}  // namespace fazhi
