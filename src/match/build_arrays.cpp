#include "match/build_arrays.hpp"

#include <cstdint>
#include <utility>

#include "match/required_literals.hpp"
#include "match/use_lists.hpp"

namespace fazhi::detail {
namespace {

/// Puts the arrays of a database together.
class ArraysBuilder {
 public:
  explicit ArraysBuilder(GroupId group_count) { out_.group_count.push_back(group_count); }

  void add_phrase(const std::string& phrase, const std::vector<GroupId>& groups) {
    const std::uint32_t literal = literals_.add(phrase);
    phrase_patterns_.push_back(pattern_++);
    for (const GroupId each : groups) pairs_.groups.emplace_back(literal, static_cast<std::uint32_t>(each));
  }

  /// After all phrases.
  void add_expression(const std::string& source, const std::vector<GroupId>& groups) {
    const auto number = static_cast<std::uint32_t>(out_.expressions.size());
    const RequiredSets required = required_sets(source);
    const bool has_second = !required.second.empty();
    for (const std::string& each : required.first) {
      pairs_.required.emplace_back(literals_.add(each), Requirement::of(number, 0, has_second));
    }
    for (const std::string& each : required.second) {
      pairs_.required.emplace_back(literals_.add(each), Requirement::of(number, 1, true));
    }
    for (const std::string& each : required.beginnings) pairs_.starts.emplace_back(literals_.add(each), number);
    ExpressionData& data = out_.expressions.emplace_back();
    data.source = appended(source, out_.texts);
    data.behind = appended(required.places.behind, out_.texts);
    data.groups = appended(groups, out_.expression_groups);
    data.pattern = pattern_++;
    data.has_starts = required.beginnings.empty() ? 0 : 1;
    data.has_places = required.places.are_known() ? 1 : 0;
    data.at_window_begin = required.places.at_window_begin ? 1 : 0;
    if (required.first.empty()) out_.unfiltered.push_back(number);
  }

  DatabaseArrays<Owned> take() {
    const std::size_t count = literals_.size();
    const Lists groups(pairs_.groups, count);
    const Lists starts(pairs_.starts, count);
    const Lists required(pairs_.required, count);
    phrase_patterns_.resize(count, -1);
    for (std::uint32_t number = 0; number < count; ++number) {
      LiteralUses& kept = out_.uses.emplace_back();
      kept.size = static_cast<std::uint32_t>(literals_.literal(number).size());
      kept.pattern = phrase_patterns_[number];
      kept.groups = groups.append_to(out_.uses_lists, number);
      kept.starts = starts.append_to(out_.uses_lists, number);
      kept.required = required.append_to(out_.uses_lists, number);
      kept.end = static_cast<std::uint32_t>(out_.uses_lists.size());
    }
    out_.literals = literals_.build();
    return std::move(out_);
  }

 private:
  template <class From, class Item>
  static TextRange appended(const From& items, std::vector<Item>& to) {
    const auto begin = static_cast<std::uint32_t>(to.size());
    to.insert(to.end(), items.begin(), items.end());
    return {begin, static_cast<std::uint32_t>(to.size())};
  }

  DatabaseArrays<Owned> out_;
  LiteralTableBuilder literals_;
  UsePairs pairs_;
  std::vector<std::int32_t> phrase_patterns_;
  std::int32_t pattern_ = 0;
};

}  // namespace

DatabaseArrays<Owned> build_arrays(const PatternGroups& phrases, const PatternGroups& expressions, GroupId group_count) {
  ArraysBuilder arrays(group_count);
  for (const auto& [text, groups] : phrases) arrays.add_phrase(text, groups);
  for (const auto& [source, groups] : expressions) arrays.add_expression(source, groups);
  return arrays.take();
}

}  // namespace fazhi::detail
