#include "audit/verification.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"

namespace fazhi {
namespace {

constexpr auto kChanges = std::to_array<std::pair<ItemChange, std::string_view>>({
    {ItemChange::fixed, "fixed"},
    {ItemChange::partly, "partly"},
    {ItemChange::open, "open"},
    {ItemChange::added, "added"},
});

}  // namespace

std::string_view name_of(ItemChange change) { return names::name_in(kChanges, change); }

std::optional<ItemChange> item_change_from(std::string_view name) { return names::value_in<ItemChange>(kChanges, name); }

std::size_t Verification::count(ItemChange change) const {
  return static_cast<std::size_t>(
      std::count_if(items.begin(), items.end(), [change](const VerifiedItem& each) { return each.change == change; }));
}

bool Verification::is_settled() const {
  return count(ItemChange::fixed) == items.size() &&
         std::all_of(units.begin(), units.end(), [](const VerifiedUnit& each) { return !each.source_after.empty(); });
}

}  // namespace fazhi
