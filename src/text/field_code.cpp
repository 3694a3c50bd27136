#include "text/field_code.hpp"

#include <algorithm>
#include <array>

namespace fazhi {
namespace {

constexpr std::size_t kFieldBytes = 200;
constexpr std::string_view kBookmark = "[bookmark:";

constexpr auto kFieldNames =
    std::to_array<std::string_view>({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "TOC", "REF", "HYPERLINK", "SEQ",
                                     "DATE", "TIME", "QUOTE", "STYLEREF", "FORMTEXT", "MERGEFIELD", "INCLUDEPICTURE"});

constexpr auto kTraces = std::to_array<std::string_view>({"_Toc", "_Ref", "_Hlk", "_Hlt"});

bool is_digit(char each) { return each >= '0' && each <= '9'; }
bool is_letter(char each) { return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z'); }

/// Up to and with `close`, if that stands on the same line.
std::uint32_t size_to(char close, std::string_view field) {
  const std::size_t end = field.find_first_of(std::array{close, '\n', '\0'}.data());
  return end != std::string_view::npos && field[end] == close ? static_cast<std::uint32_t>(end + 1) : 0;
}

std::uint32_t brace_size(std::string_view field) {
  const std::size_t name_begin = std::min(field.find_first_not_of(' ', 1), field.size());
  const auto name_end =
      std::find_if_not(field.begin() + static_cast<std::ptrdiff_t>(name_begin), field.end(), is_letter);
  const auto name = std::string_view(field.begin() + static_cast<std::ptrdiff_t>(name_begin), name_end);
  const bool known = std::find(kFieldNames.begin(), kFieldNames.end(), name) != kFieldNames.end();
  return known ? size_to('}', field) : 0;
}

std::uint32_t trace_size(std::string_view field) {
  constexpr std::string_view kGoBack = "_GoBack";
  if (field.starts_with(kGoBack)) return kGoBack.size();
  for (const std::string_view trace : kTraces) {
    if (!field.starts_with(trace)) continue;
    const auto digits = field.substr(trace.size());
    const auto end = std::find_if_not(digits.begin(), digits.end(), is_digit);
    return end == digits.begin() ? 0 : static_cast<std::uint32_t>(end - field.begin());
  }
  return 0;
}

}  // namespace

std::uint32_t field_code_size(std::string_view text, std::size_t at) {
  const std::string_view field = text.substr(at, kFieldBytes);
  switch (field.front()) {
    case '[':
      return field.starts_with(kBookmark) ? size_to(']', field) : 0;
    case '{':
      return brace_size(field);
    case '_':
      return at > 0 && (text[at - 1] == '_' || is_letter(text[at - 1])) ? 0 : trace_size(field);
    default:
      return 0;
  }
}

}  // namespace fazhi
