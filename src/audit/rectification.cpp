#include "audit/rectification.hpp"

#include <array>

#include "base/names.hpp"
#include "base/sha256.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kItemIdDigits = 12;
constexpr auto kItemStates = std::to_array<std::pair<ItemState, std::string_view>>({
    {ItemState::not_started, "not-started"},
    {ItemState::under_way, "under-way"},
    {ItemState::to_review, "to-review"},
    {ItemState::closed, "closed"},
    {ItemState::relapsed, "relapsed"},
});

}  // namespace

std::string_view name_of(ItemState state) { return names::name_in(kItemStates, state); }

std::optional<ItemState> item_state_from(std::string_view name) { return names::value_in<ItemState>(kItemStates, name); }

std::string item_id(std::string_view unit, std::string_view fingerprint) {
  std::string content(unit);
  content += '\n';
  content += fingerprint;
  return sha256_hex(content).substr(0, kItemIdDigits);
}

}  // namespace fazhi
