#include "match/expression.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>
#include <memory>

#include "match/compile.hpp"

namespace fazhi {

std::optional<ExpressionError> check_expression(std::string_view expression) {
  ExpressionError error;
  const detail::CodePointer code = detail::compile_expression(expression, &error);
  if (code) return std::nullopt;
  return error;
}

namespace detail {

CodePointer compile_expression(std::string_view expression, ExpressionError* error, std::uint32_t options) {
  int error_code = 0;
  PCRE2_SIZE offset = 0;
  pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(expression.data()), expression.size(),
                                   options | PCRE2_UTF | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C, &error_code, &offset, nullptr);
  if (code == nullptr && error != nullptr) {
    std::array<PCRE2_UCHAR, 256> buffer{};
    pcre2_get_error_message(error_code, buffer.data(), buffer.size());
    error->byte_offset = offset;
    error->message = reinterpret_cast<const char*>(buffer.data());
  }
  return CodePointer(code);
}

}  // namespace detail
}  // namespace fazhi
