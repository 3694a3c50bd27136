#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fazhi {

struct ExpressionError {
  std::size_t byte_offset = 0;  ///< in the expression
  std::string message;          ///< PCRE2's own words
};

/// Whether PCRE2 compiles `expression` as this program uses it (UTF, no UCP,
/// no backtracking verbs or callouts); the error where it does not.
[[nodiscard]] std::optional<ExpressionError> check_expression(std::string_view expression);

}  // namespace fazhi
