#include "evaluate/statute_index.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "base/utf8.hpp"
#include "text/edit_distance.hpp"

namespace fazhi {
namespace {

/// Longer than any title; a longer name is none.
constexpr std::size_t kLongestName = 60;
constexpr std::string_view kLaw = "法";

std::string_view without_country(std::string_view name) {
  if (name.starts_with(kCountry) && name.size() > kCountry.size()) name.remove_prefix(kCountry.size());
  return name;
}

/// The word at a title's end that says what kind of statute it is; "" for none.
std::string_view kind_of(std::string_view name) {
  constexpr auto kKinds = std::to_array<std::string_view>({"法典", "办法", "条例", "规定", "规则", "细则", kLaw});
  const auto* found = std::find_if(kKinds.begin(), kKinds.end(), [&](std::string_view each) { return name.ends_with(each); });
  return found == kKinds.end() ? std::string_view() : *found;
}

/// How many edits leave a title of `length` recognisable. Regulations have more
/// names than any list holds, so that only long ones are told from each other.
std::size_t edits_allowed(std::string_view kind, std::size_t length) {
  struct Step {
    std::size_t law;
    std::size_t other;
  };
  constexpr auto kLeast = std::to_array<Step>({{6, 12}, {9, 16}, {16, 24}});
  std::size_t edits = 0;
  for (const Step& step : kLeast) {
    if (length >= (kind == kLaw ? step.law : step.other)) ++edits;
  }
  return edits;
}

/// Whether a name that only leaves something out of the title is a slip of it:
/// under the country's name, which no short form has, and where the title is so
/// long that nobody shortens it by a word or two.
bool is_slip_by_omission(bool has_country, std::size_t length) {
  constexpr std::size_t kNeverShortened = 16;
  constexpr std::size_t kShortestFormal = 5;
  return length >= kNeverShortened || (has_country && length >= kShortestFormal);
}

}  // namespace

StatuteIndex::StatuteIndex(const Checklist& checklist) {
  for (std::size_t index = 0; index < checklist.statutes.size(); ++index) {
    const Statute& statute = checklist.statutes[index];
    const std::string_view title = without_country(statute.title);
    if (title.empty()) continue;
    right_.emplace(title);
    for (const std::string& each : statute.short_names) right_.emplace(without_country(each));
    for (const std::string& each : statute.wrong_names) wrong_.emplace(without_country(each), index);
    titles_[std::string(title.substr(0, code_point_length(title[0])))].push_back(
        {index, std::string(title), count_code_points(title)});
  }
  for (const RepealedLaw& law : checklist.repealed_laws) {
    right_.emplace(without_country(law.title));
    for (const std::string& each : law.within) right_.emplace(without_country(each));
  }
}

bool StatuteIndex::knows(std::string_view name) const { return right_.contains(without_country(name)); }

std::optional<std::size_t> StatuteIndex::meant_by(std::string_view name) const {
  const auto found = wrong_.find(without_country(name));
  return found == wrong_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> StatuteIndex::nearest(std::string_view name, std::size_t most) const {
  const std::string_view bare = without_country(name);
  const std::string_view kind = kind_of(bare);
  if (kind.empty() || bare.size() > kLongestName * 3) return std::nullopt;
  const auto alike = titles_.find(bare.substr(0, code_point_length(bare[0])));
  if (alike == titles_.end()) return std::nullopt;

  const std::vector<std::string_view> points = split_code_points(bare);
  std::optional<std::size_t> best;
  std::size_t best_edits = std::numeric_limits<std::size_t>::max();
  bool is_shared = false;
  for (const Title& title : alike->second) {
    if (kind_of(title.text) != kind) continue;
    const std::vector<std::string_view> wanted = split_code_points(title.text);
    const bool is_short_form = is_shortened(points, wanted);
    if (is_short_form && !is_slip_by_omission(bare.size() < name.size(), title.length)) return std::nullopt;
    std::size_t allowed = edits_allowed(kind, title.length);
    if (is_short_form) allowed = std::max<std::size_t>(allowed, 2);
    const std::size_t edits = edit_distance(points, wanted);
    if (edits > std::min(allowed, most) || edits > best_edits) continue;
    is_shared = edits == best_edits;
    best = title.statute;
    best_edits = edits;
  }
  return is_shared ? std::nullopt : best;
}

std::vector<std::string> StatuteIndex::wrong_names() const {
  std::vector<std::string> names;
  for (const auto& [name, statute] : wrong_) names.push_back(name);
  return names;
}

}  // namespace fazhi
