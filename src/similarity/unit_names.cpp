#include "similarity/unit_names.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

/// What a place's name ends with, longest first where one ends another.
constexpr auto kPlaceSuffixes = std::to_array<std::string_view>(
    {"自治区", "自治州", "自治县", "自治旗", "街道", "地区", "新区", "省", "市", "州", "盟", "县", "区", "旗", "镇", "乡"});

constexpr std::size_t kHanBytes = 3;
constexpr std::size_t kShortestStemBytes = 2 * kHanBytes;

/// The suffix that `text` begins with at `at`, or "".
std::string_view suffix_at(std::string_view text, std::size_t at) {
  for (const std::string_view suffix : kPlaceSuffixes) {
    if (text.substr(at).starts_with(suffix)) return suffix;
  }
  return {};
}

/// Where the name of the place that begins at `begin` ends; `begin` where there is none.
std::size_t place_end(std::string_view unit, std::size_t begin, std::string_view& suffix) {
  std::size_t at = begin;
  while (at < unit.size()) {
    if (at >= begin + kHanBytes) {
      suffix = suffix_at(unit, at);
      if (!suffix.empty()) return at + suffix.size();
    }
    at += utf8::decode(unit, at).size_bytes;
  }
  return begin;
}

void add(std::vector<std::string>& names, std::string_view name) {
  if (name.size() >= kShortestStemBytes) names.emplace_back(name);
}

}  // namespace

std::vector<std::string> names_of_unit(std::string_view unit) {
  std::vector<std::string> names;
  add(names, unit);
  std::size_t begin = 0;
  while (begin < unit.size()) {
    std::string_view suffix;
    const std::size_t end = place_end(unit, begin, suffix);
    if (end == begin) break;
    add(names, unit.substr(0, end));
    add(names, unit.substr(begin, end - begin));
    add(names, unit.substr(begin, end - begin - suffix.size()));
    begin = end;
  }
  std::sort(names.begin(), names.end(), [](const std::string& one, const std::string& other) {
    return one.size() != other.size() ? one.size() > other.size() : one < other;
  });
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace fazhi
