#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "evaluate/defects_kinds.hpp"

namespace fazhi::defects {

/// A quote that shows counts together, in code points at most.
inline constexpr std::size_t kLongestCountsQuote = 90;

/// A count in a sentence with the words around it.
struct Count {
  const Number* number = nullptr;
  TextRange clause;
  std::string_view lead;   ///< from the number before, or the clause's begin, up to this one
  std::string_view trail;  ///< up to the number behind, or the clause's end
  std::uint32_t lead_begin = 0;
};

/// The counts (no rates) of the report year and of this unit that a sentence
/// tells, with their units, in order.
[[nodiscard]] std::vector<Count> read_counts(const Reading& reading, std::uint32_t sentence);

/// Whether a number is told of this unit and the report year, and not as an aim.
[[nodiscard]] bool is_told_as_fact(const Reading& reading, std::uint32_t sentence, const Number& number);

/// A rate that a noun names: 化解率达98%.
struct NamedRate {
  const Number* number = nullptr;
  TextRange name;  ///< the noun with 率
};
[[nodiscard]] std::vector<NamedRate> read_rates(const Reading& reading, std::uint32_t sentence);

/// Whether words of taking in (排查, 受理 …) stand in `text`.
[[nodiscard]] bool takes_in(std::string_view text);

/// `object` names nothing, or what `whole` names too: 化解（矛盾纠纷）116起 of 排查各类矛盾纠纷118起.
[[nodiscard]] bool shares_object(std::string_view object, std::string_view whole);

/// Whether the words around `part` name nothing beside its verb, or what the whole names too.
[[nodiscard]] bool is_same_object(const Count& part, std::string_view verb, std::string_view whole);

/// 118, 97.5: digits without needless zeros.
[[nodiscard]] std::string plain(double value);
/// A rate with as many digits behind the point.
[[nodiscard]] std::string percent(double value, int decimals);

}  // namespace fazhi::defects
