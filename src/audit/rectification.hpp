#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/audit.hpp"

namespace fazhi {

/// How far the putting right of an item has come. Only a person closes an item.
enum class ItemState {
  not_started,  ///< 未启动
  under_way,    ///< 整改中
  to_review,    ///< 已整改待核: put right as far as its unit or the program can tell
  closed,       ///< 已销号
  relapsed,     ///< 反弹: was closed and is back
};

/// "not-started", "under-way", "to-review", "closed", "relapsed".
[[nodiscard]] std::string_view name_of(ItemState state);
[[nodiscard]] std::optional<ItemState> item_state_from(std::string_view name);

/// A sentence that an item rests on.
struct ItemQuote {
  std::string text;              ///< the whole sentence where it could be told, else the passage; as in the file
  std::string section;           ///< the heading it stands under, maybe ""
  std::uint32_t paragraph = 0;   ///< from 1
  int page = 0;                  ///< from 1; 0 where the format has none
  EvidenceUse use = EvidenceUse::support;
  std::string reason;            ///< why it did not do, maybe ""
};

/// What the unit and its reviewer write into an item.
struct ItemProgress {
  ItemState state = ItemState::not_started;
  std::string responsible_unit;    ///< 责任单位
  std::string responsible_person;  ///< 责任人
  std::string progress;            ///< 进展
  std::string material;            ///< 佐证材料
  std::string reviewer;            ///< 复核人
  std::string review;              ///< 复核意见
  std::string closed_on;           ///< 销号日期, ISO date or as it was written
  std::string remark;              ///< 备注

  bool operator==(const ItemProgress&) const = default;
};

/// One thing that a unit has to put right: an element not fully met, or a defect
/// with all its places of the same wording.
struct RectificationItem {
  std::string id;           ///< stable name: 12 hexadecimal digits from unit and fingerprint
  std::size_t unit = 0;     ///< index into RectificationList::units
  std::string finding;      ///< id of the checklist's element or defect; "" where only a list that came back still has the item
  std::string fingerprint;  ///< Finding::fingerprint
  FindingKind kind = FindingKind::element;
  Status status = Status::missing;      ///< of elements: partial, missing or undecided
  Severity severity = Severity::minor;  ///< of defects
  std::string category;                 ///< 类别: "组织领导"
  std::string title;
  std::vector<std::string> problem;     ///< what is wrong, plain sentences
  std::vector<ItemQuote> quotes;        ///< in the text's order
  std::vector<BasisCitation> basis;
  std::string demand;                   ///< 整改要求
  std::int32_t gain_hundredths = 0;     ///< 分值: points to gain
  std::string due;                      ///< 整改时限, ISO date, maybe ""
  ItemProgress progress;
};

/// A unit with its report.
struct ListedUnit {
  std::string unit;
  std::string contact;  ///< as the roster words it, maybe ""
  std::string source;   ///< of the report; "" where none came
  std::optional<int> year;
  std::string document_number;  ///< maybe ""
  Score score;
  int rank = 0;         ///< among the list's units, shared; 0 without a score
  std::size_t met = 0;     ///< elements that the report fully shows
  std::size_t judged = 0;  ///< elements that count: met, partial, missing or undecided
  bool late = false;       ///< the report was sent behind its deadline
};

/// The list of what the units have to put right, 整改清单.
struct RectificationList {
  std::string title;   ///< "2024年度法治政府建设年度报告整改清单"
  std::string issuer;  ///< the office that asks for it, maybe ""
  std::string made_on; ///< ISO date
  std::string due;     ///< ISO date where one holds for all, else ""
  std::optional<int> year;
  std::vector<ChecklistReference> checklists;
  std::vector<ListedUnit> units;          ///< in the order of inputs or roster
  std::vector<std::string> absent;        ///< units of the roster that sent no report that counts
  std::vector<RectificationItem> items;   ///< by unit; within it elements by weight of what is to gain, then defects by severity
  std::vector<Message> notes;
};

/// The stable name of an item.
[[nodiscard]] std::string item_id(std::string_view unit, std::string_view fingerprint);

}  // namespace fazhi
