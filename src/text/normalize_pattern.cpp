#include <array>

#include "text/fold_table.hpp"
#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kSyntax = R"(\^$.[]|()?*+{}-)";

bool is_quotation_mark(char32_t value) {
  const FoldAction action = fold_of(value).action;
  return action == FoldAction::quotation_mark || action == FoldAction::apostrophe;
}

/// Where a quantifier that begins at `at` ends; `at` where there is none.
std::size_t quantifier_end(std::string_view pattern, std::size_t at) {
  if (at >= pattern.size()) return at;
  std::size_t end = at;
  if (pattern[at] == '{') {
    end = pattern.find_first_not_of("0123456789,", at + 1);
    if (end == std::string_view::npos || pattern[end] != '}') return at;
    ++end;
  } else if (pattern[at] == '?' || pattern[at] == '*' || pattern[at] == '+') {
    end = at + 1;
  } else {
    return at;
  }
  return end < pattern.size() && (pattern[end] == '?' || pattern[end] == '+') ? end + 1 : end;
}

/// What stands for `value` in a pattern: its fold, unless that would be syntax.
char32_t fold_in_pattern(char32_t value) {
  if (value < 0x80) return value;
  const Folded fold = fold_of(value);
  if (fold.action != FoldAction::none) return value;
  const bool is_syntax = fold.replacement < 0x80 && kSyntax.find(static_cast<char>(fold.replacement)) != std::string_view::npos;
  return is_syntax ? value : fold.replacement;
}

}  // namespace

std::string normalize_pattern(std::string_view pattern) {
  std::string out;
  out.reserve(pattern.size());
  bool in_class = false;
  for (std::size_t at = 0; at < pattern.size();) {
    const bool escaped = pattern[at] == '\\' && at + 1 < pattern.size();
    const std::size_t begin = at + (escaped ? 1 : 0);
    const auto [value, size] = utf8::decode(pattern, begin);
    at = begin + size;
    if (!in_class && is_quotation_mark(value)) {
      at = quantifier_end(pattern, at);
      continue;
    }
    if (escaped) out += '\\';
    utf8::append(out, escaped ? value : fold_in_pattern(value));
    if (!escaped && value == U'[') in_class = true;
    if (!escaped && value == U']') in_class = false;
  }
  return out;
}

}  // namespace fazhi
