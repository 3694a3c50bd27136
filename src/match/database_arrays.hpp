#pragma once

// Inside match/ only.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/range.hpp"
#include "match/arrays.hpp"
#include "match/database.hpp"
#include "match/literal_table.hpp"

namespace fazhi::detail {

/// An expression requires a literal of each of this many sets at most.
constexpr std::uint32_t kSets = 2;

/// That an expression requires a literal, in one number.
class Requirement {
 public:
  /// `set`: 0 or 1; `has_other`: whether the expression requires a literal of the other set too.
  static std::uint32_t of(std::uint32_t expression, std::uint32_t set, bool has_other) {
    return expression << 2 | set << 1 | (has_other ? 1 : 0);
  }
  explicit Requirement(std::uint32_t number) : number_(number) {}

  [[nodiscard]] std::uint32_t expression() const { return number_ >> 2; }
  /// Counts the sets of all expressions.
  [[nodiscard]] std::uint32_t set() const { return number_ >> 1; }
  [[nodiscard]] bool has_other() const { return (number_ & 1) != 0; }
  [[nodiscard]] std::uint32_t other_set() const { return set() ^ 1; }

 private:
  std::uint32_t number_;
};

/// What an occurrence of a literal means; the lists lie in `DatabaseArrays::uses_lists`,
/// one behind the other.
struct LiteralUses {
  std::uint32_t size = 0;      ///< bytes of the literal
  std::int32_t pattern = -1;   ///< of the phrase that it is
  std::uint32_t groups = 0;    ///< begin: groups that it is a phrase of
  std::uint32_t starts = 0;    ///< begin: expressions whose matches may begin with it
  std::uint32_t required = 0;  ///< begin: what requires it, as Requirement
  std::uint32_t end = 0;
};

struct ExpressionData {
  TextRange source;  ///< in `texts`
  TextRange behind;  ///< in `texts`: code points, as StartPlaces has them
  TextRange groups;  ///< in `expression_groups`
  std::int32_t pattern = 0;
  std::uint8_t has_starts = 0;  ///< matches begin with known literals alone
  std::uint8_t has_places = 0;  ///< or at places that are found by themselves
  std::uint8_t at_window_begin = 0;
  std::uint8_t unused = 0;
};

/// All that a database makes of its patterns.
template <template <class> class Array>
struct DatabaseArrays {
  LiteralArrays<Array> literals;
  Array<LiteralUses> uses;  ///< by literal number
  Array<std::uint32_t> uses_lists;
  Array<ExpressionData> expressions;
  Array<std::uint32_t> unfiltered;  ///< expressions without a required literal
  Array<char> texts;
  Array<GroupId> expression_groups;
  Array<GroupId> group_count;  ///< one number
};

/// Calls `visit` with each array of `a` and the same of `b`.
template <class A, class B, class Visit>
void for_each_array(A& a, B& b, Visit&& visit) {
  for_each_literal_array(a.literals, b.literals, visit);
  visit(a.uses, b.uses);
  visit(a.uses_lists, b.uses_lists);
  visit(a.expressions, b.expressions);
  visit(a.unfiltered, b.unfiltered);
  visit(a.texts, b.texts);
  visit(a.expression_groups, b.expression_groups);
  visit(a.group_count, b.group_count);
}

[[nodiscard]] DatabaseArrays<View> view_of(const DatabaseArrays<Owned>& arrays);

/// The arrays one behind the other, and where each begins.
[[nodiscard]] std::string image_of(const DatabaseArrays<View>& arrays);
/// None where `image` is none of this program, or not aligned to kImageAlignment.
[[nodiscard]] std::optional<DatabaseArrays<View>> arrays_in(std::string_view image);

}  // namespace fazhi::detail
