#include <algorithm>
#include <numeric>

#include "text/numerals.hpp"

namespace fazhi {
namespace {

/// The byte that tells units apart best: the last one of a first Han character.
std::size_t key_of(std::string_view text) {
  const std::size_t at = text.size() >= 3 ? 2 : 0;
  return text.empty() ? 0 : static_cast<unsigned char>(text[at]);
}

}  // namespace

UnitLexicon::UnitLexicon(std::vector<std::string> units) : units_(std::move(units)), by_length_(units_.size()) {
  std::iota(by_length_.begin(), by_length_.end(), 0);
  std::stable_sort(by_length_.begin(), by_length_.end(), [this](std::int32_t first, std::int32_t second) {
    const std::string& one = name(first);
    const std::string& other = name(second);
    return key_of(one) != key_of(other) ? key_of(one) < key_of(other) : one.size() > other.size();
  });
  for (const std::int32_t index : by_length_) ++begin_of_key_[key_of(name(index)) + 1];
  std::partial_sum(begin_of_key_.begin(), begin_of_key_.end(), begin_of_key_.begin());
}

std::int32_t UnitLexicon::match(std::string_view text, std::uint32_t& length_bytes) const {
  length_bytes = 0;
  if (text.empty()) return -1;
  std::int32_t longest = -1;
  const auto try_key = [&](std::size_t key) {
    for (std::uint32_t at = begin_of_key_[key]; at < begin_of_key_[key + 1]; ++at) {
      const std::string& unit = name(by_length_[at]);
      if (unit.size() <= length_bytes || !text.starts_with(unit)) continue;
      longest = by_length_[at];
      length_bytes = static_cast<std::uint32_t>(unit.size());
    }
  };
  try_key(key_of(text));
  // Units of one or two bytes are kept under their first byte.
  if (text.size() >= 3) try_key(static_cast<unsigned char>(text.front()));
  return longest;
}

}  // namespace fazhi
