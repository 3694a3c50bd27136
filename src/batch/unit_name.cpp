#include "batch/unit_name.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kPlaceEnds = "省市州盟县区旗";
constexpr std::string_view kSelfGoverning = "自治";
constexpr std::size_t kHan = 3;

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The code point at `at`.
std::string_view point_at(std::string_view text, std::size_t at) {
  return at < text.size() ? text.substr(at, code_point_length(text[at])) : std::string_view();
}

bool is_place_mark(std::string_view point) { return is_mark(point, kPlaceEnds); }

/// In normal form, without what stands in brackets, spaces and 、.
std::string bare(std::string_view name) {
  std::string out;
  const std::string normal = normalize_phrase(name);
  std::size_t depth = 0;
  for (std::size_t at = 0; at < normal.size();) {
    const std::string_view point = point_at(normal, at);
    if (point == "（" || point == "(") ++depth;
    if (depth == 0 && point != "、" && point != " " && point != "，") out += point;
    if ((point == "）" || point == ")") && depth > 0) --depth;
    at += point.size();
  }
  return out;
}

/// Names of departments stand with and without these.
std::string without_joins(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const std::string_view point = point_at(name, at);
    if (!is_mark(point, "和与及、")) out += point;
    at += point.size();
  }
  return out;
}

bool ends_as_township(std::string_view name) {
  return name.ends_with("镇") || name.ends_with("乡") || name.ends_with("街道") || name.ends_with("苏木");
}

bool ends_as_department(std::string_view name) {
  constexpr auto kEnds = std::to_array<std::string_view>({"局", "委", "委员会", "厅", "办", "办公室", "中心", "社"});
  return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return name.ends_with(end); });
}

enum class PlaceClass { region, city, county, other };

PlaceClass class_of(std::string_view place) {
  const std::string_view mark = last_mark(place);
  if (mark == "市") return PlaceClass::city;
  if (is_mark(mark, "县区旗") && !place.ends_with("自治区")) return PlaceClass::county;
  return is_mark(mark, "省州盟区") ? PlaceClass::region : PlaceClass::other;
}

bool has_place(const std::vector<std::string>& places, std::string_view place) {
  return std::any_of(places.begin(), places.end(), [&](const std::string& each) { return is_same_place(each, place); });
}

}  // namespace

UnitNames::UnitNames(const RosterRules& rules) : rules_(rules) {
  for (const DepartmentName& each : rules.departments) {
    const std::string full = without_joins(each.name);
    departments_.emplace(full, full);
    for (const std::string& name : each.short_names) departments_.emplace(without_joins(name), full);
  }
}

std::string UnitNames::without_bodies(std::string name) const {
  for (bool again = true; again;) {
    again = false;
    for (const UnitBody& body : rules_.bodies) {
      for (const std::string& ending : body.endings) {
        if (!name.ends_with(ending)) continue;
        const std::string_view head = std::string_view(name).substr(0, name.size() - ending.size());
        const bool fits = std::any_of(body.of.begin(), body.of.end(),
                                      [&](const std::string& of) { return head.ends_with(of) && head.size() > of.size(); });
        if (!fits) continue;
        name.resize(head.size());
        again = true;
      }
    }
  }
  return name;
}

std::string UnitNames::without_peoples(std::string_view name) const {
  const bool is_township = name.ends_with("乡");
  const std::string_view mark = last_mark(name);
  if (!is_township && !is_mark(mark, "县州旗")) return std::string(name);
  std::string_view stem = name.substr(0, name.size() - mark.size());
  if (!is_township) {
    if (!stem.ends_with(kSelfGoverning)) return std::string(name);
    stem.remove_suffix(kSelfGoverning.size());
  }
  for (bool again = true; again;) {
    again = false;
    for (const std::string& people : rules_.peoples) {
      if (is_township && !people.ends_with("族")) continue;
      if (!stem.ends_with(people) || stem.size() < people.size() + 2 * kHan) continue;
      stem.remove_suffix(people.size());
      again = true;
    }
  }
  return std::string(stem) + std::string(mark);
}

/// Whether a place's name from `begin` on ends with the mark at `at`: 西宁市. A name has
/// one character before its mark and two before 市 (城市管理局 begins with none),
/// 州 before 市 goes on (杭州市), and what follows has to be a name by itself (红旗镇).
bool UnitNames::is_place_end(std::string_view name, std::size_t begin, std::size_t at) const {
  const std::string_view mark = point_at(name, at);
  if (!is_place_mark(mark)) return false;
  const std::size_t own = count_code_points(name.substr(begin, at - begin));
  if (own < (mark == "市" ? 2U : 1U)) return false;
  const std::string_view rest = name.substr(at + mark.size());
  if (is_mark(point_at(rest, 0), "市县区旗") && !contains_prefix(rules_.not_generic, rest) && own < 4) {
    return count_code_points(rest) > 1 && ends_as_department(rest) && mark != "州";
  }
  return is_name(rest);
}

bool UnitNames::contains_prefix(const std::vector<std::string>& words, std::string_view text) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.starts_with(word); });
}

std::string UnitNames::department(std::string_view rest) const {
  for (const std::string& generic : rules_.generic_places) {
    if (!rest.starts_with(generic) || contains_prefix(rules_.not_generic, rest)) continue;
    const std::string_view behind = rest.substr(generic.size());
    if (count_code_points(behind) < 3 || !is_name(behind)) continue;
    rest = behind;
    break;
  }
  const std::string joined = without_joins(rest);
  const auto found = departments_.find(joined);
  return found == departments_.end() ? joined : found->second;
}

UnitName UnitNames::read(std::string_view name) const {
  std::string text = bare(name);
  for (const std::string& word : rules_.leading) {
    if (text.starts_with(word)) text.erase(0, word.size());
  }
  text = without_bodies(std::move(text));
  UnitName out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = at + code_point_length(text[at]);
    if (is_place_end(text, begin, at)) {
      out.places.push_back(without_peoples(std::string_view(text).substr(begin, end - begin)));
      begin = end;
    }
    at = end;
  }
  const std::string_view rest = std::string_view(text).substr(begin);
  if (rest.ends_with("街")) {
    out.own = std::string(rest) + "道";
  } else {
    out.own = ends_as_department(rest) ? department(rest) : without_peoples(rest);
  }
  if (!is_name(out.own)) out.own.clear();
  return out;
}

bool UnitNames::is_name(std::string_view own) const {
  return count_code_points(own) >= 2 && !contains(rules_.not_names, own);
}

std::vector<std::string> UnitNames::places_of(const UnitName& unit, std::string_view superior) const {
  std::vector<std::string> places;
  const UnitName above = read(superior);
  places = above.places;
  const bool is_place = !above.own.empty() && !ends_as_department(above.own) && !ends_as_township(above.own);
  if (is_place) places.push_back(above.own);
  for (const std::string& place : unit.places) {
    if (!has_place(places, place)) places.push_back(place);
  }
  return places;
}

std::string UnitNames::key_of(std::string_view unit, std::string_view superior) const {
  const UnitName name = read(unit);
  const std::vector<std::string> places = places_of(name, superior);
  return (name.own.empty() ? bare(unit) : name.own) + '\n' + (places.empty() ? std::string() : places.back());
}

std::vector<std::string> UnitNames::aliases_of(const std::string& own) const {
  std::vector<std::string> aliases;
  for (const DepartmentName& each : rules_.departments) {
    if (without_joins(each.name) != own) continue;
    aliases.push_back(each.name);
    for (const std::string& name : each.short_names) aliases.push_back(name);
  }
  return aliases;
}

std::string_view place_stem(std::string_view place) {
  const bool has_mark = place.size() > 2 * kHan && is_place_mark(last_mark(place));
  return has_mark ? place.substr(0, place.size() - kHan) : place;
}

bool is_same_place(std::string_view one, std::string_view other) {
  if (one == other) return !one.empty();
  if (class_of(one) != PlaceClass::other && class_of(other) != PlaceClass::other) return false;
  return place_stem(one) == place_stem(other);
}

PlaceAgreement compare_places(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  if (one.empty() || other.empty()) return PlaceAgreement::compatible;
  const std::string& nearest = one.back();
  const std::string& other_nearest = other.back();
  if (is_same_place(nearest, other_nearest)) return PlaceAgreement::same;
  if (has_place(other, nearest) || has_place(one, other_nearest)) return PlaceAgreement::compatible;
  const PlaceClass kind = class_of(nearest);
  const PlaceClass other_kind = class_of(other_nearest);
  if (kind == other_kind && kind != PlaceClass::other) return PlaceAgreement::differ;
  return PlaceAgreement::unsure;
}

}  // namespace fazhi
