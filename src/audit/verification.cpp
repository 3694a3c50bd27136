#include "audit/verification.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"

namespace fazhi {
namespace {

constexpr auto kChanges = std::to_array<std::pair<Change, std::string_view>>({
    {Change::fixed, "fixed"},
    {Change::partly, "partly"},
    {Change::open, "open"},
    {Change::added, "added"},
});

}  // namespace

std::string_view name_of(Change change) { return names::name_in(kChanges, change); }

std::optional<Change> change_from(std::string_view name) { return names::value_in<Change>(kChanges, name); }

std::size_t Verification::count(Change change) const {
  return static_cast<std::size_t>(
      std::count_if(items.begin(), items.end(), [change](const VerifiedItem& each) { return each.change == change; }));
}

bool Verification::is_settled() const {
  return count(Change::fixed) == items.size() &&
         std::all_of(units.begin(), units.end(), [](const VerifiedUnit& each) { return !each.source_after.empty(); });
}

}  // namespace fazhi
