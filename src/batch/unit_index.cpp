#include "batch/unit_index.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "base/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kLeastCodePointsWithGap = 3;

std::string key(std::string_view own, std::string_view place) { return std::string(own) + '\n' + std::string(place); }

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

void NameTable::add(std::string_view name, std::size_t number) {
  entries_.push_back({std::hash<std::string_view>()(name), number});
}

void NameTable::finish() {
  std::sort(entries_.begin(), entries_.end());
  entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
  entries_.shrink_to_fit();
}

std::vector<std::size_t> NameTable::find(std::string_view name) const {
  std::vector<std::size_t> numbers;
  const std::uint64_t hash = std::hash<std::string_view>()(name);
  auto each = std::lower_bound(entries_.begin(), entries_.end(), Entry{hash, 0});
  for (; each != entries_.end() && each->hash == hash; ++each) numbers.push_back(each->number);
  return numbers;
}

UnitIndex::UnitIndex(std::span<const RosterUnit> units, const UnitNames& names, Scope scope) : units_(units), names_(names) {
  own_.reserve(units.size());
  places_.reserve(units.size());
  for (std::size_t index = 0; index < units.size(); ++index) {
    const UnitName name = names.read(units[index].unit);
    own_.push_back(name.own);
    places_.push_back(names.places_of(name, units[index].superior));
    for (const std::string& place : places_.back()) {
      superiors_.insert(place);
      superiors_.insert(std::string(place_stem(place)));
    }
    if (name.own.empty()) continue;
    by_own_.add(name.own, index);
    if (!places_.back().empty()) {
      const std::string& place = places_.back().back();
      by_own_and_place_.add(key(name.own, place), index);
      by_own_and_place_.add(key(name.own, place_stem(place)), index);
    }
    if (scope.in_text) add_spellings(index);
    if (!scope.one_off) continue;
    for (const std::string& gap : with_gaps(name.own)) by_gap_.add(gap, index);
  }
  for (NameTable* each : {&by_own_, &by_own_and_place_, &by_spelling_, &by_stem_, &by_gap_}) each->finish();
}

void UnitIndex::add_spellings(std::size_t index) {
  std::vector<std::string> spellings = names_.aliases_of(own_[index]);
  spellings.push_back(own_[index]);
  for (const std::string& spelling : spellings) {
    spelling_bytes_.insert(spelling.size());
    by_spelling_.add(spelling, index);
  }
  const std::string_view stem = township_stem(own_[index]);
  if (!stem.empty()) by_stem_.add(stem, index);
}

bool UnitIndex::has_spelling(std::size_t index, std::string_view spelling) const {
  if (own_[index] == spelling) return true;
  const std::vector<std::string> aliases = names_.aliases_of(own_[index]);
  return std::find(aliases.begin(), aliases.end(), spelling) != aliases.end();
}

std::string UnitIndex::shown(std::size_t index) const {
  const RosterUnit& unit = units_[index];
  return unit.superior.empty() || unit.unit.starts_with(unit.superior) ? unit.unit : unit.superior + unit.unit;
}

UnitIndex::Units UnitIndex::named(std::string_view own) const {
  Units units = by_own_.find(own);
  std::erase_if(units, [&](std::size_t each) { return own_[each] != own; });
  return units;
}

UnitIndex::Units UnitIndex::named_in(std::string_view own, std::string_view place) const {
  Units units = by_own_and_place_.find(key(own, place));
  std::erase_if(units, [&](std::size_t each) {
    const std::string& its = places_[each].back();
    return own_[each] != own || (its != place && place_stem(its) != place);
  });
  return units;
}

UnitIndex::Units UnitIndex::one_off(std::string_view own) const {
  Units units;
  for (const std::string& gap : with_gaps(own)) {
    for (const std::size_t each : by_gap_.find(gap)) {
      const std::vector<std::string> gaps = with_gaps(own_[each]);
      if (std::find(gaps.begin(), gaps.end(), gap) != gaps.end()) units.push_back(each);
    }
  }
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  return units;
}

UnitIndex::Units UnitIndex::in_text(std::string_view text) const {
  for (auto length = spelling_bytes_.rbegin(); length != spelling_bytes_.rend(); ++length) {
    for (std::size_t at = 0; at + *length <= text.size(); at += code_point_length(text[at])) {
      const std::string_view spelling = text.substr(at, *length);
      Units units = by_spelling_.find(spelling);
      std::erase_if(units, [&](std::size_t each) { return !has_spelling(each, spelling); });
      if (!units.empty()) return units;
    }
  }
  Units units;
  for (std::size_t end = 0; end < text.size();) {
    end += code_point_length(text[end]);
    Units found = by_stem_.find(text.substr(0, end));
    std::erase_if(found, [&](std::size_t each) { return township_stem(own_[each]) != text.substr(0, end); });
    if (!found.empty()) units = std::move(found);
  }
  return units;
}

bool UnitIndex::is_superior(std::string_view place) const { return superiors_.contains(std::string(place)); }

}  // namespace fazhi
