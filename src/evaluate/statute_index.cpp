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
/// Code points that a slip by omission may leave out.
constexpr std::size_t kMostLeftOut = 2;
constexpr std::string_view kLaw = "法";

std::string_view without_country(std::string_view name) {
  if (name.starts_with(kCountry) && name.size() > kCountry.size()) name.remove_prefix(kCountry.size());
  return name;
}

/// The word at a title's end that says what kind of statute it is; "" for none.
std::string_view kind_of(std::string_view name) {
  // 大气污染防治执法 is no slip of 大气污染防治法.
  static constexpr auto kNoLaws =
      std::to_array<std::string_view>({"执法", "司法", "立法", "普法", "学法", "用法", "守法", "尊法", "遵法", "懂法",
                                       "讲法", "说法", "释法", "送法", "依法", "违法", "犯法", "枉法", "合法", "非法",
                                       "方法", "做法", "手法", "技法", "想法", "看法", "书法", "疗法", "算法"});
  if (std::any_of(kNoLaws.begin(), kNoLaws.end(), [&](std::string_view each) { return name.ends_with(each); }))
    return {};
  static constexpr auto kKinds =
      std::to_array<std::string_view>({"法典", "办法", "条例", "规定", "规则", "细则", kLaw});
  const auto* found =
      std::find_if(kKinds.begin(), kKinds.end(), [&](std::string_view each) { return name.ends_with(each); });
  return found == kKinds.end() ? std::string_view() : *found;
}

/// How many edits leave a title of `length` recognisable. Regulations have more
/// names than any list holds, so that only long ones are told from each other.
std::size_t edits_allowed(std::string_view kind, std::size_t length) {
  struct Step {
    std::size_t law;
    std::size_t other;
  };
  static constexpr auto kLeast = std::to_array<Step>({{6, 12}, {9, 16}, {16, 24}});
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
        {index, to_code_points(title), kind_of(title)});
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
  if (bare.empty() || bare.size() > kLongestName * 3) return std::nullopt;
  const auto alike = titles_.find(bare.substr(0, code_point_length(bare[0])));
  if (alike == titles_.end()) return std::nullopt;
  const std::string_view kind = kind_of(bare);
  if (kind.empty()) return std::nullopt;

  const std::u32string points = to_code_points(bare);
  std::optional<std::size_t> best;
  std::size_t best_edits = std::numeric_limits<std::size_t>::max();
  bool is_shared = false;
  for (const Title& title : alike->second) {
    if (title.kind != kind) continue;
    const std::size_t length = title.points.size();
    const bool is_short_form = points.size() <= length && is_shortened(points, title.points);
    if (is_short_form && !is_slip_by_omission(bare.size() < name.size(), length)) return std::nullopt;
    const std::size_t allowed = std::min(most, std::max(edits_allowed(kind, length), is_short_form ? kMostLeftOut : 0));
    if (std::max(length, points.size()) - std::min(length, points.size()) > allowed) continue;
    const std::size_t edits = edit_distance(points, title.points);
    if (edits > allowed || edits > best_edits) continue;
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
