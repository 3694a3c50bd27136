#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fazhi {

/// Phrases and regular expressions that name one thing. Phrases are in normal
/// form (see text/normalize.hpp); expressions are PCRE2 and normalised where
/// that is safe.
struct PatternSet {
  std::vector<std::string> phrases;
  std::vector<std::string> expressions;
  [[nodiscard]] bool empty() const { return phrases.empty() && expressions.empty(); }
};

/// How far apart two things may stand.
enum class Scope {
  clause,    ///< between ，；：。！？
  sentence,  ///< between 。！？； or the ends of a paragraph
  item,      ///< one item of an enumeration (一是 … up to 二是); where there is none, the sentence
  paragraph,
  section,  ///< the innermost section with its own text
  report,
};
[[nodiscard]] std::string_view name_of(Scope scope);

}  // namespace fazhi
