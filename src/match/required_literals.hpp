#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fazhi {

/// Where the matches of an expression may begin.
struct StartPlaces {
  std::string behind;            ///< behind one of these code points
  bool at_window_begin = false;  ///< or where the window does; with neither: anywhere

  [[nodiscard]] bool are_known() const { return !behind.empty() || at_window_begin; }
};

/// What every match of an expression needs in its window: at least one string of each set.
struct RequiredSets {
  std::vector<std::string> first;       ///< empty where no such set can be told
  std::vector<std::string> second;      ///< empty where no other can be told
  std::vector<std::string> beginnings;  ///< it begins with one of these; empty where that can't be told
  StartPlaces places;                   ///< told where beginnings are not
};

/// What every match of `expression` (PCRE2 syntax, UTF-8) needs, what lookahead and
/// lookbehind ask for included. Never wrong, sometimes empty without need: syntax
/// that it does not know counts as "anything". After the prefilter of RE2 (Cox, "Regular Expression Matching
/// with a Trigram Index", 2012), of whose conjunctions it keeps the two parts
/// that tell most.
[[nodiscard]] RequiredSets required_sets(std::string_view expression);

/// The first of the two sets.
[[nodiscard]] std::vector<std::string> required_literals(std::string_view expression);

}  // namespace fazhi
