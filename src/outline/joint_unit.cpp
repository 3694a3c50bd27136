#include "outline/joint_unit.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kOfParty = "中共";
constexpr std::string_view kStreets = "街道";
constexpr std::string_view kCommittee = "委员会";
/// 委 of 中共某县委 is the party's body only before the government of the same place.
constexpr std::string_view kShortCommittee = "委";
constexpr std::array<std::string_view, 5> kBodies{"党工委", "街道工委", "党委", "党组", "党总支"};
constexpr std::array<std::string_view, 3> kCommittees{"党工作委员会", "工作委员会", kCommittee};
constexpr std::array<std::string_view, 5> kJoiners{"和", "及", "与", "以及", "暨"};
constexpr std::size_t kShortestUnit = 3;
constexpr std::array<std::string_view, 4> kOffices{"书记", "副书记", "委员", "成员"};
/// What governs a place that is named before it, longer ones first.
constexpr std::array<std::string_view, 7> kGovernments{"人民政府", "管理委员会", "街道办事处", "街道办",
                                                       "办事处",   "管委会",     "政府"};

bool starts_with_one(std::string_view text, const auto& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view each) { return text.starts_with(each); });
}

std::string_view without_marks(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with("、")) text.remove_prefix(code_point_length(text.front()));
  return text;
}

/// The party's body within a name: 党委 of 青石镇党委、青石镇人民政府.
struct PartyBody {
  std::size_t begin = std::string_view::npos;
  std::size_t end = std::string_view::npos;
};

/// The bytes that `place` ends with and `rest` begins with.
std::size_t shared_bytes(std::string_view place, std::string_view rest) {
  std::size_t shared = 0;
  for (std::size_t bytes = 0; bytes < std::min(place.size(), rest.size());) {
    bytes += code_point_length(rest[bytes]);
    if (place.ends_with(rest.substr(0, bytes))) shared = bytes;
  }
  return shared;
}

class JointName {
 public:
  explicit JointName(std::string_view units) : units_(units), is_of_party_(units.starts_with(kOfParty)) {
    if (is_of_party_) units_.remove_prefix(kOfParty.size());
  }

  /// Empty where no government is named beside a party's body.
  std::string government() const {
    const PartyBody body = find_body();
    if (body.begin == std::string_view::npos || body.begin == 0) return {};
    const std::string_view place = units_.substr(0, body.begin);
    const std::string_view behind = units_.substr(body.end);
    if (starts_with_one(behind, kOffices)) return std::string(place);
    const std::string_view rest = without_joiner(without_marks(behind), place);
    if (rest.empty()) return {};
    const std::size_t shared = shared_bytes(place, rest);
    if (shared > 0 || starts_with_one(rest, kGovernments)) return std::string(place) + std::string(rest.substr(shared));
    // 党委、某镇人民政府 names another unit, 党委办公室 one of the party's own.
    const bool is_set_apart = rest.size() < behind.size();
    return is_set_apart && count_code_points(rest) >= kShortestUnit ? std::string(rest) : std::string();
  }

 private:
  PartyBody find_body() const {
    PartyBody first;
    const auto look_for = [&](std::string_view word) {
      const std::size_t begin = units_.find(word);
      const bool is_first = begin < first.begin || (begin == first.begin && begin + word.size() > first.end);
      if (begin != std::string_view::npos && is_first) first = {begin, begin + word.size()};
    };
    for (const std::string_view word : kBodies) look_for(word);
    const std::string_view at_body = units_.substr(std::min(first.begin, units_.size()));
    if (at_body.starts_with(kStreets)) first.begin += kStreets.size();
    if (!is_of_party_) return first;
    for (const std::string_view word : kCommittees) look_for(word);
    // 中共某县发展和改革委员会党组: the party's body is the last of them.
    if (const std::string_view behind = units_.substr(std::min(first.end, units_.size()));
        starts_with_one(behind, kBodies)) {
      first.begin = first.end;
      for (const std::string_view word : kBodies) {
        if (behind.starts_with(word)) first.end = first.begin + word.size();
      }
    }
    const PartyBody committee = short_committee();
    return committee.begin < first.begin ? committee : first;
  }

  /// 委 of 中共云溪县委云溪县人民政府, not of 中共云溪县委政法委员会.
  PartyBody short_committee() const {
    const std::size_t begin = units_.find(kShortCommittee);
    if (begin == std::string_view::npos || begin == 0) return {};
    const std::string_view place = units_.substr(0, begin);
    const std::string_view rest = without_joiner(without_marks(units_.substr(begin + kShortCommittee.size())), place);
    const bool is_of_place = shared_bytes(place, rest) > 0 || starts_with_one(rest, kGovernments);
    return is_of_place ? PartyBody{begin, begin + kShortCommittee.size()} : PartyBody{};
  }

  /// 和 of 青石镇党委和青石镇人民政府; it may begin the place's name: 和平镇.
  static std::string_view without_joiner(std::string_view rest, std::string_view place) {
    if (shared_bytes(place, rest) > 0) return rest;
    for (const std::string_view joiner : kJoiners) {
      if (!rest.starts_with(joiner)) continue;
      const std::string_view behind = rest.substr(joiner.size());
      if (shared_bytes(place, behind) > 0 || starts_with_one(behind, kGovernments)) return behind;
    }
    return rest;
  }

  std::string_view units_;
  bool is_of_party_;
};

}  // namespace

std::string reporting_unit(std::string_view units) {
  std::string government = JointName(units).government();
  return government.empty() ? std::string(units) : government;
}

std::string_view without_government(std::string_view unit) {
  for (const std::string_view government : kGovernments) {
    const bool is_behind = unit.ends_with(government) && unit.size() > government.size();
    // 街道 of 街道办事处 is the place's.
    if (is_behind && !government.starts_with(kStreets)) return unit.substr(0, unit.size() - government.size());
  }
  return unit;
}

bool may_be_same_unit(std::string_view first, std::string_view second) {
  const std::string_view one = without_government(first);
  const std::string_view other = without_government(second);
  return one.ends_with(other) || other.ends_with(one);
}

}  // namespace fazhi
