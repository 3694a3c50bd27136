#include "match/database_arrays.hpp"

#include <cstddef>
#include <cstring>
#include <type_traits>
#include <vector>

namespace fazhi::detail {
namespace {

/// Where an array lies in an image.
struct Place {
  std::uint64_t begin = 0;  ///< bytes
  std::uint64_t items = 0;
};

std::size_t aligned(std::size_t bytes) { return (bytes + kImageAlignment - 1) / kImageAlignment * kImageAlignment; }

std::size_t array_count() {
  const DatabaseArrays<View> none;
  std::size_t count = 0;
  for_each_array(none, none, [&](const auto&, const auto&) { ++count; });
  return count;
}

}  // namespace

DatabaseArrays<View> view_of(const DatabaseArrays<Owned>& arrays) {
  DatabaseArrays<View> out;
  for_each_array(arrays, out, [](const auto& owned, auto& view) { view = owned; });
  return out;
}

std::string image_of(const DatabaseArrays<View>& arrays) {
  std::vector<Place> places;
  std::string out(aligned(array_count() * sizeof(Place)), '\0');
  for_each_array(arrays, arrays, [&](const auto& each, const auto&) {
    static_assert(std::is_trivially_copyable_v<std::remove_cvref_t<decltype(each[0])>>);
    places.push_back({out.size(), each.size()});
    if (!each.empty()) out.append(reinterpret_cast<const char*>(each.data()), each.size_bytes());
    out.resize(aligned(out.size()), '\0');
  });
  std::memcpy(out.data(), places.data(), places.size() * sizeof(Place));
  return out;
}

std::optional<DatabaseArrays<View>> arrays_in(std::string_view image) {
  if (reinterpret_cast<std::uintptr_t>(image.data()) % kImageAlignment != 0) return std::nullopt;
  if (image.size() < array_count() * sizeof(Place)) return std::nullopt;
  DatabaseArrays<View> out;
  std::size_t index = 0;
  bool is_sound = true;
  for_each_array(out, out, [&](auto& each, auto&) {
    using Item = std::remove_cvref_t<decltype(each[0])>;
    Place place;
    std::memcpy(&place, image.data() + index++ * sizeof place, sizeof place);
    is_sound = is_sound && place.begin <= image.size() && place.items <= (image.size() - place.begin) / sizeof(Item);
    if (is_sound) each = {reinterpret_cast<const Item*>(image.data() + place.begin), place.items};
  });
  if (!is_sound || out.group_count.size() != 1) return std::nullopt;
  return out;
}

}  // namespace fazhi::detail
