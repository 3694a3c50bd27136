#pragma once

// Inside match/ only: it lets PCRE2's types out.

#ifndef PCRE2_CODE_UNIT_WIDTH
#define PCRE2_CODE_UNIT_WIDTH 8
#endif
#include <pcre2.h>

#include <cstdint>
#include <memory>
#include <string_view>

#include "match/expression.hpp"

namespace fazhi::detail {

struct FreeCode {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
};
using CodePointer = std::unique_ptr<pcre2_code, FreeCode>;

/// The expression compiled with `options` of PCRE2 beside the program's own; null
/// where it does not compile, `error` then says why.
[[nodiscard]] CodePointer compile_expression(std::string_view expression, ExpressionError* error, std::uint32_t options = 0);

}  // namespace fazhi::detail
