#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/message.hpp"
#include "checklist/condition.hpp"

namespace fazhi {

/// What a condition may speak of.
struct ConditionNames {
  std::vector<std::string_view> finds;     ///< by index into Element::finds
  std::vector<std::string_view> measures;  ///< by index into LanguageRules::measures
};

struct ConditionError {
  std::size_t byte_offset = 0;  ///< in the condition
  std::size_t byte_length = 0;  ///< 0 at the end of the condition
  Message message;
  std::optional<Message> hint;
};

/// Parentheses and "not" in one another. A condition that a person can read has
/// two or three; beyond: an error.
inline constexpr int kConditionDepth = 32;

/// Parses the `when` of an outcome (grammar in condition.hpp). `all` and `any`
/// have at least two children, and none of their own kind.
[[nodiscard]] std::variant<Condition, ConditionError> parse_condition(std::string_view text,
                                                                      const ConditionNames& names);

/// The words that have a meaning of their own in a condition; no find may have
/// one as its name.
[[nodiscard]] const std::vector<std::string_view>& reserved_words();

}  // namespace fazhi
