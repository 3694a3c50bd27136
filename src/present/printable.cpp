#include "present/printable.hpp"

#include <unicode/uchar.h>

#include "present/code_points.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

enum class Shown { as_it_is, space, replacement, nothing };

Shown shown_as(char32_t code_point) {
  const auto value = static_cast<UChar32>(code_point);
  if (value == '\n' || value == '\r' || value == '\t') return Shown::space;
  if (u_hasBinaryProperty(value, UCHAR_BIDI_CONTROL)) return Shown::replacement;
  switch (u_charType(value)) {
    case U_CONTROL_CHAR:
    case U_UNASSIGNED:
    case U_SURROGATE:
      return Shown::replacement;
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return Shown::space;
    case U_FORMAT_CHAR:
      return Shown::nothing;
    default:
      return Shown::as_it_is;
  }
}

bool is_obeyed(char32_t value) { return value != '\n' && value != '\t' && shown_as(value) != Shown::as_it_is; }

bool is_space(char32_t code_point) { return u_isUWhiteSpace(static_cast<UChar32>(code_point)); }

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool broken = false;  // a line break or tab stands before what comes next
  std::size_t kept_bytes = 0;
  for (const CodePoint& each : code_points_of(text)) {
    const Shown shown = shown_as(each.value);
    broken = broken || shown == Shown::space;
    const bool leading = out.empty() && is_space(each.value);
    if (shown == Shown::space || shown == Shown::nothing || leading) continue;
    if (broken && !out.empty()) out += ' ';
    broken = false;
    if (shown == Shown::replacement || each.value == 0xFFFD) {
      out += kReplacement;
    } else {
      out += text.substr(each.begin, each.end - each.begin);
    }
    if (!is_space(each.value)) kept_bytes = out.size();
  }
  out.resize(kept_bytes);
  return out;
}

std::string printable_lines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const CodePoint& each : code_points_of(text)) {
    out += is_obeyed(each.value) ? kReplacement : text.substr(each.begin, each.end - each.begin);
  }
  return out;
}

}  // namespace fazhi
