#include "rectify/listed_items.hpp"

#include "rectify/pair_drafts.hpp"

namespace fazhi {

ListedItems::ListedItems(const RectificationList* list, const std::vector<std::string>& units) {
  if (list == nullptr) return;
  std::vector<std::string> names;
  for (const ListedUnit& each : list->units) names.push_back(each.unit);
  const std::vector<std::optional<std::size_t>> found = find_units(names, units);
  for (const RectificationItem& each : list->items) {
    by_id_.try_emplace(each.id, &each);
    const std::optional<std::size_t> unit = each.unit < found.size() ? found[each.unit] : std::nullopt;
    if (unit) by_content_.try_emplace({*unit, each.fingerprint}, &each);
  }
}

const RectificationItem* ListedItems::find(const VerifiedItem& item) const {
  const auto by_id = by_id_.find(item.id);
  if (by_id != by_id_.end()) return by_id->second;
  const auto by_content = by_content_.find({item.unit, item.fingerprint});
  return by_content == by_content_.end() ? nullptr : by_content->second;
}

}  // namespace fazhi
