#include "batch/unit_index.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kLeastCodePointsWithGap = 3;

std::string key(std::string_view own, std::string_view place) { return std::string(own) + '\n' + std::string(place); }

const UnitIndex::Units* found_in(const std::unordered_map<std::string, UnitIndex::Units>& map, const std::string& name) {
  const auto found = map.find(name);
  return found == map.end() ? nullptr : &found->second;
}

/// 上五庄 of 上五庄镇; "" where the name is no township's.
std::string_view township_stem(std::string_view own) {
  constexpr auto kEnds = std::to_array<std::string_view>({"街道", "苏木", "镇", "乡"});
  for (const std::string_view end : kEnds) {
    if (own.ends_with(end) && own.size() >= end.size() + 6) return own.substr(0, own.size() - end.size());
  }
  return {};
}

}  // namespace

std::vector<std::string> with_gaps(std::string_view name) {
  std::vector<std::string> out;
  if (count_code_points(name) < kLeastCodePointsWithGap) return out;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = at + code_point_length(name[at]);
    if (end == name.size()) break;
    out.push_back(std::string(name.substr(0, at)) + '\n' + std::string(name.substr(end)));
    at = end;
  }
  return out;
}

UnitIndex::UnitIndex(std::span<const RosterUnit> units, const UnitNames& names) : units_(units) {
  for (std::size_t index = 0; index < units.size(); ++index) {
    const UnitName name = names.read(units[index].unit);
    own_.push_back(name.own);
    places_.push_back(names.places_of(name, units[index].superior));
    for (const std::string& place : places_.back()) {
      superiors_.insert(place);
      superiors_.insert(std::string(place_stem(place)));
    }
    if (name.own.empty()) continue;
    by_own_[name.own].push_back(index);
    if (!places_.back().empty()) {
      const std::string& place = places_.back().back();
      by_own_and_place_[key(name.own, place)].push_back(index);
      const std::string_view stem = place_stem(place);
      if (stem != place) by_own_and_place_[key(name.own, stem)].push_back(index);
    }
    add_spellings(index, names);
  }
}

void UnitIndex::add_spellings(std::size_t index, const UnitNames& names) {
  std::vector<std::string> spellings = names.aliases_of(own_[index]);
  spellings.push_back(own_[index]);
  std::sort(spellings.begin(), spellings.end());
  spellings.erase(std::unique(spellings.begin(), spellings.end()), spellings.end());
  for (std::string& spelling : spellings) {
    spelling_bytes_.insert(spelling.size());
    by_spelling_[std::move(spelling)].push_back(index);
  }
  const std::string_view stem = township_stem(own_[index]);
  if (!stem.empty()) by_stem_[std::string(stem)].push_back(index);
  for (std::string& gap : with_gaps(own_[index])) by_gap_[std::move(gap)].push_back(index);
}

std::string UnitIndex::shown(std::size_t index) const {
  const RosterUnit& unit = units_[index];
  return unit.superior.empty() || unit.unit.starts_with(unit.superior) ? unit.unit : unit.superior + unit.unit;
}

const UnitIndex::Units* UnitIndex::named(const std::string& own) const { return found_in(by_own_, own); }

const UnitIndex::Units* UnitIndex::named_in(const std::string& own, std::string_view place) const {
  return found_in(by_own_and_place_, key(own, place));
}

UnitIndex::Units UnitIndex::one_off(const std::string& own) const {
  Units units;
  for (const std::string& gap : with_gaps(own)) {
    if (const Units* found = found_in(by_gap_, gap)) units.insert(units.end(), found->begin(), found->end());
  }
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  return units;
}

UnitIndex::Units UnitIndex::in_text(std::string_view text) const {
  for (auto length = spelling_bytes_.rbegin(); length != spelling_bytes_.rend(); ++length) {
    for (std::size_t at = 0; at + *length <= text.size(); at += code_point_length(text[at])) {
      const Units* found = found_in(by_spelling_, std::string(text.substr(at, *length)));
      if (found != nullptr) return *found;
    }
  }
  Units units;
  for (std::size_t end = 0; end < text.size();) {
    end += code_point_length(text[end]);
    if (const Units* found = found_in(by_stem_, std::string(text.substr(0, end)))) units = *found;
  }
  return units;
}

bool UnitIndex::is_superior(std::string_view place) const { return superiors_.contains(std::string(place)); }

}  // namespace fazhi
