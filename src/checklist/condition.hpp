#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/role.hpp"

namespace fazhi {

/// In what sense a passage says a thing, by its assertion context (after
/// NegEx and ConText: polarity, time and subject of the clause, and the role
/// of the section).
enum class Sense {
  done,       ///< a fact of the report year, this unit's own
  intended,   ///< a plan, a wish, a requirement for later
  lacking,    ///< told as weak, or not carried through
  absent,     ///< told as not there at all
  slogan,     ///< an aim or guiding idea without an act
  elsewhere,  ///< another unit's
  earlier,    ///< of an earlier year
};
inline constexpr int kSenseCount = 7;

[[nodiscard]] std::string_view name_of(Sense sense);

/// The `when` of an outcome, as a tree in prefix order.
/// Grammar (words separated by white space):
///   condition := conjunction { "or" conjunction }
///   conjunction := negation { "and" negation }
///   negation := "not" negation | "(" condition ")" | test
///   test := FIND "is" WORD              WORD: done intended lacking absent slogan elsewhere earlier listed told
///         | FIND "in" ROLE [ "is" SENSE ]  a hit in a section of that role
///         | "section" ROLE "is" WORD    WORD: headed topical told
///         | "period" "is" WORD          WORD: titled agreed told
///         | "measure" NAME "is" "stated"
///         | "always"
struct Condition {
  enum class Kind {
    all,              ///< children
    any,              ///< children
    negation,         ///< one child
    sense,            ///< find has a hit in this sense
    told,             ///< find has a hit in any sense but elsewhere and earlier
    listed,           ///< find has a done hit, and every done one is a mere member of a list
    in_role,          ///< find has a hit in `role`, whatever its sense
    in_role_sense,    ///< … in this sense
    section_headed,   ///< a section of that role under a heading that names the role, with body text
    section_topical,  ///< role achievements: top-level topic headings that name no role, with body text
    section_told,     ///< text of that role, with or without a heading
    period_titled,    ///< the title names a year
    period_agreed,    ///< title, opening and headings do not contradict each other on the year
    period_told,      ///< a report year can be told
    measure_stated,
    always,
  };
  Kind kind = Kind::always;
  Sense sense = Sense::done;
  Role role = Role::other;
  std::int32_t find = -1;     ///< index into Element::finds
  std::int32_t measure = -1;  ///< index into LanguageRules::measures
  std::string measure_part;   ///< "total", "resolved" or "rate"
  std::vector<Condition> children;
};

}  // namespace fazhi
