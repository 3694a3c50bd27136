#include "batch/match_units.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "batch/unit_index.hpp"
#include "batch/unit_name.hpp"
#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

using Units = UnitIndex::Units;

/// Of units with one name, those that are compared one by one; a report that so
/// many fit is given to none in any case.
constexpr std::size_t kMostNamesakes = 64;

/// The steps of a path, the file itself first, in normal form.
std::vector<std::string> steps_of(std::string_view path) {
  if (path.size() > limits::kSearchedPathBytes) {
    std::size_t begin = path.size() - limits::kSearchedPathBytes;
    while (begin < path.size() && utf8::is_continuation(path[begin])) ++begin;
    path.remove_prefix(begin);
  }
  std::vector<std::string> steps;
  while (!path.empty()) {
    const std::size_t slash = path.rfind('/');
    const std::string_view step = slash == std::string_view::npos ? path : path.substr(slash + 1);
    if (!step.empty()) steps.push_back(normalize_phrase(step));
    path = slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
  }
  return steps;
}

bool is_one_character_off(std::string_view one, std::string_view other) {
  const std::vector<std::string> gaps = with_gaps(one);
  const std::vector<std::string> other_gaps = with_gaps(other);
  return gaps.size() == other_gaps.size() &&
         std::any_of(gaps.begin(), gaps.end(), [&](const std::string& gap) {
           return std::find(other_gaps.begin(), other_gaps.end(), gap) != other_gaps.end();
         });
}

class Matcher {
 public:
  Matcher(const UnitIndex& index, const UnitNames& names) : index_(index), names_(names) {}

  UnitMatch match(const ReportRecord& report) const {
    const UnitName name = names_.read(report.identity.unit);
    if (report.error || name.own.empty()) return by_file_name(report);
    if (const Units namesakes = index_.named(name.own); !namesakes.empty()) return among(namesakes, name, report);
    if (auto found = behind_prefix(name, report)) return std::move(*found);
    if (report.recognized) {
      if (auto found = misread(name, report)) return std::move(*found);
    }
    return {std::nullopt, Message{MessageId::match_not_in_roster, {report.source, report.identity.unit}}};
  }

 private:
  Message message(MessageId id, const ReportRecord& report, std::size_t unit) const {
    return {id, {report.source, report.identity.unit, index_.shown(unit)}};
  }

  Message ambiguous(const ReportRecord& report, std::size_t one, std::size_t other) const {
    return {MessageId::match_ambiguous, {report.source, report.identity.unit, index_.shown(one), index_.shown(other)}};
  }

  Message superior_message(MessageId id, const ReportRecord& report, std::size_t unit) const {
    const auto& places = index_.places(unit);
    return {id, {report.source, report.identity.unit, index_.unit(unit).unit, places.empty() ? "" : places.back()}};
  }

  /// Whose name is that of `namesakes`: by the places that the report names, then by its path.
  UnitMatch among(const Units& namesakes, const UnitName& name, const ReportRecord& report) const {
    if (!name.places.empty()) {
      Units here = index_.named_in(name.own, name.places.back());
      if (here.empty()) here = index_.named_in(name.own, place_stem(name.places.back()));
      if (here.size() == 1 && compare_places(name.places, index_.places(here.front())) == PlaceAgreement::same) {
        return {here.front(), std::nullopt};
      }
    }
    if (namesakes.size() > kMostNamesakes) return by_path(namesakes, report);
    Units best;
    PlaceAgreement agreement = PlaceAgreement::differ;
    for (const std::size_t unit : namesakes) {
      const PlaceAgreement each = compare_places(name.places, index_.places(unit));
      if (each > agreement) best.clear();
      agreement = std::max(agreement, each);
      if (each == agreement) best.push_back(unit);
    }
    if (agreement == PlaceAgreement::differ) return other_superior(namesakes, name, report);
    if (best.size() > 1) return by_path(best, report);
    if (agreement == PlaceAgreement::unsure) {
      return {best.front(), superior_message(MessageId::match_superior_unsure, report, best.front())};
    }
    return against_path(best.front(), name, report);
  }

  /// All namesakes lie elsewhere. In a text that was recognized the place may be misread.
  UnitMatch other_superior(const Units& namesakes, const UnitName& name, const ReportRecord& report) const {
    if (report.recognized) {
      Units near;
      for (const std::size_t unit : namesakes) {
        if (is_one_character_off(index_.places(unit).back(), name.places.back())) near.push_back(unit);
      }
      if (near.size() == 1) return {near.front(), message(MessageId::match_misread, report, near.front())};
    }
    return {std::nullopt, superior_message(MessageId::match_other_superior, report, namesakes.front())};
  }

  /// A report that names no place and lies in a folder of another superior is doubtful.
  UnitMatch against_path(std::size_t unit, const UnitName& name, const ReportRecord& report) const {
    if (!name.places.empty() || index_.places(unit).empty()) return {unit, std::nullopt};
    const std::vector<std::string> steps = steps_of(report.source);
    for (std::size_t step = 1; step < steps.size(); ++step) {
      if (!index_.is_superior(steps[step])) continue;
      const auto& places = index_.places(unit);
      const bool is_its_own = std::any_of(places.begin(), places.end(), [&](const std::string& place) {
        return is_same_place(place, steps[step]);
      });
      if (is_its_own) break;
      return {unit, superior_message(MessageId::match_superior_unsure, report, unit)};
    }
    return {unit, std::nullopt};
  }

  /// Those of `units` whose place, with its mark or without, a folder of `steps` is named for.
  Units in_folder(const Units& units, const std::vector<std::string>& steps) const {
    Units found;
    for (std::size_t step = 1; step < steps.size() && found.empty(); ++step) {
      for (const std::size_t unit : units) {
        const auto& places = index_.places(unit);
        if (places.empty()) continue;
        const bool is_it = is_same_place(places.back(), steps[step]) || place_stem(places.back()) == steps[step] ||
                           (count_code_points(places.back()) > 2 && steps[step].find(places.back()) != std::string::npos);
        if (is_it) found.push_back(unit);
      }
    }
    return found;
  }

  Units named_in_file(const Units& units, const std::string& file) const {
    Units found;
    for (const std::size_t unit : units) {
      const auto& places = index_.places(unit);
      if (!places.empty() && file.find(place_stem(places.back())) != std::string::npos) found.push_back(unit);
    }
    return found;
  }

  UnitMatch by_path(const Units& units, const ReportRecord& report) const {
    const std::vector<std::string> steps = steps_of(report.source);
    const Units here = in_folder(units, steps);
    if (here.size() == 1) return {here.front(), std::nullopt};
    const Units in_file = steps.empty() ? Units() : named_in_file(here.empty() ? units : here, steps.front());
    if (in_file.size() == 1) return {in_file.front(), message(MessageId::match_told_by_file_name, report, in_file.front())};
    return {std::nullopt, ambiguous(report, units[0], units[1])};
  }

  /// 青海西宁湟中上五庄镇: places without their marks stand before the name.
  std::optional<UnitMatch> behind_prefix(const UnitName& name, const ReportRecord& report) const {
    if (name.own.size() > limits::kSearchedPathBytes) return std::nullopt;
    for (std::size_t at = 0; at < name.own.size(); at += code_point_length(name.own[at])) {
      if (at == 0) continue;
      const std::string own = name.own.substr(at);
      if (count_code_points(own) < 3) break;
      const Units namesakes = index_.named(own);
      if (namesakes.size() > kMostNamesakes) continue;
      Units here;
      for (const std::size_t unit : namesakes) {
        const auto& places = index_.places(unit);
        if (!places.empty() && std::string_view(name.own).substr(0, at).ends_with(place_stem(places.back()))) here.push_back(unit);
      }
      if (here.size() == 1) return UnitMatch{here.front(), std::nullopt};
      if (here.size() > 1) return by_path(here, report);
    }
    return std::nullopt;
  }

  std::optional<UnitMatch> misread(const UnitName& name, const ReportRecord& report) const {
    Units near;
    for (const std::size_t unit : index_.one_off(name.own)) {
      if (compare_places(name.places, index_.places(unit)) != PlaceAgreement::differ) near.push_back(unit);
    }
    if (near.empty()) return std::nullopt;
    if (near.size() > 1) return UnitMatch{std::nullopt, ambiguous(report, near[0], near[1])};
    return UnitMatch{near.front(), message(MessageId::match_misread, report, near.front())};
  }

  UnitMatch by_file_name(const ReportRecord& report) const {
    const std::vector<std::string> steps = steps_of(report.source);
    for (const std::string& step : steps) {
      if (&step != &steps.front() && index_.is_superior(step)) continue;
      Units units = index_.in_text(step);
      if (units.empty()) continue;
      if (units.size() > 1) {
        Units here = in_folder(units, steps);
        if (here.size() != 1) here = named_in_file(here.empty() ? units : here, steps.front());
        if (here.size() == 1) units = here;
      }
      if (units.size() > 1) {
        return {std::nullopt, Message{MessageId::match_nameless_ambiguous,
                                      {report.source, index_.shown(units[0]), index_.shown(units[1])}}};
      }
      return {units.front(), Message{MessageId::match_by_file_name, {report.source, index_.shown(units.front())}}};
    }
    return {std::nullopt, Message{MessageId::match_nameless, {report.source}}};
  }

  const UnitIndex& index_;
  const UnitNames& names_;
};

/// What matching `reports` asks the index for.
UnitIndex::Scope scope_of(std::span<const ReportRecord> reports, const UnitNames& names) {
  UnitIndex::Scope scope{false, false};
  for (const ReportRecord& each : reports) {
    scope.in_text = scope.in_text || each.error || names.read(each.identity.unit).own.empty();
    scope.one_off = scope.one_off || each.recognized;
  }
  return scope;
}

/// A unit of which the roster tells no place may be claimed by reports of two: then both are doubtful.
void doubt_rivals(std::span<const ReportRecord> reports, const UnitIndex& index, const UnitNames& names,
                  std::vector<UnitMatch>& matches) {
  std::unordered_map<std::size_t, std::vector<std::string>> claimed;  ///< places by unit
  std::unordered_map<std::size_t, Message> rivals;
  for (std::size_t report = 0; report < reports.size(); ++report) {
    const auto unit = matches[report].unit;
    if (!unit || !index.places(*unit).empty()) continue;
    std::vector<std::string> places = names.read(reports[report].identity.unit).places;
    if (places.empty()) continue;
    const auto [first, is_new] = claimed.emplace(*unit, places);
    if (is_new || compare_places(first->second, places) != PlaceAgreement::differ) continue;
    rivals.emplace(*unit, Message{MessageId::match_rival_superiors, {index.shown(*unit), first->second.back(), places.back()}});
  }
  for (UnitMatch& match : matches) {
    if (!match.unit || match.doubt) continue;
    const auto rival = rivals.find(*match.unit);
    if (rival != rivals.end()) match.doubt = rival->second;
  }
}

std::string file_stem(std::string_view source) {
  source.remove_prefix(source.rfind('/') + 1);
  const std::size_t dot = source.rfind('.');
  return std::string(dot == std::string_view::npos || dot == 0 ? source : source.substr(0, dot));
}

}  // namespace

std::vector<UnitMatch> match_units(std::span<const RosterUnit> units, std::span<const ReportRecord> reports,
                                   const RosterRules& rules) {
  const UnitNames names(rules);
  const UnitIndex index(units, names, scope_of(reports, names));
  const Matcher matcher(index, names);
  std::vector<UnitMatch> matches;
  matches.reserve(reports.size());
  for (const ReportRecord& report : reports) matches.push_back(matcher.match(report));
  doubt_rivals(reports, index, names, matches);
  return matches;
}

std::vector<RosterUnit> units_of_reports(std::span<const ReportRecord> reports, const RosterRules& rules) {
  const UnitNames names(rules);
  std::unordered_set<std::string> placed;  ///< units with a place, by own name
  for (const ReportRecord& report : reports) {
    const UnitName name = names.read(report.identity.unit);
    if (!report.error && !name.own.empty() && !name.places.empty()) placed.insert(name.own);
  }
  std::vector<RosterUnit> units;
  std::unordered_set<std::string> seen;
  for (const ReportRecord& report : reports) {
    if (report.error) continue;
    const UnitName name = names.read(report.identity.unit);
    RosterUnit unit;
    unit.unit = name.own.empty() ? file_stem(report.source) : report.identity.unit;
    if (!name.own.empty() && name.places.empty() && placed.contains(name.own)) continue;
    if (!seen.insert(names.key_of(unit.unit, "")).second) continue;
    units.push_back(std::move(unit));
  }
  return units;
}

}  // namespace fazhi
