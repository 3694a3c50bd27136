#include "present/display_width.hpp"

#include <unicode/uchar.h>

#include <vector>

#include "present/code_points.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr char32_t kSoftHyphen = 0xAD;

bool takes_no_column(char32_t code_point) {
  const auto value = static_cast<UChar32>(code_point);
  const auto hangul = u_getIntPropertyValue(value, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (hangul == U_HST_VOWEL_JAMO || hangul == U_HST_TRAILING_JAMO) return true;
  switch (u_charType(value)) {
    case U_CONTROL_CHAR:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return true;
    case U_FORMAT_CHAR:
      return code_point != kSoftHyphen;
    default:
      return false;
  }
}

/// The end of the code points from `begin` on that fit beside the ellipsis.
template <class Iterator>
Iterator fitting_end(Iterator begin, Iterator end, int columns, bool wide_ambiguous) {
  int left = columns - display_width(kEllipsis, wide_ambiguous);
  Iterator at = begin;
  while (at != end) {
    left -= display_width(at->value, wide_ambiguous);
    if (left < 0) break;
    ++at;
  }
  return at;
}

}  // namespace

int display_width(char32_t code_point, bool wide_ambiguous) {
  if (code_point >= 0x20 && code_point < 0x7F) return 1;
  if (takes_no_column(code_point)) return 0;
  switch (u_getIntPropertyValue(static_cast<UChar32>(code_point), UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_FULLWIDTH:
    case U_EA_WIDE:
      return 2;
    case U_EA_AMBIGUOUS:
      return wide_ambiguous ? 2 : 1;
    default:
      return 1;
  }
}

int display_width(std::string_view text, bool wide_ambiguous) {
  int columns = 0;
  for (const CodePoint& each : code_points_of(text)) columns += display_width(each.value, wide_ambiguous);
  return columns;
}

std::string cut_end(std::string_view text, int columns, bool wide_ambiguous) {
  if (display_width(text, wide_ambiguous) <= columns) return std::string(text);
  const std::vector<CodePoint> points = code_points_of(text);
  const auto end = fitting_end(points.begin(), points.end(), columns, wide_ambiguous);
  const std::size_t kept_bytes = end == points.begin() ? 0 : (end - 1)->end;
  return std::string(text.substr(0, kept_bytes)) += kEllipsis;
}

std::string cut_front(std::string_view text, int columns, bool wide_ambiguous) {
  if (display_width(text, wide_ambiguous) <= columns) return std::string(text);
  const std::vector<CodePoint> points = code_points_of(text);
  const auto end = fitting_end(points.rbegin(), points.rend(), columns, wide_ambiguous);
  const std::size_t from_byte = end == points.rbegin() ? text.size() : (end - 1)->begin;
  return std::string(kEllipsis) += text.substr(from_byte);
}

}  // namespace fazhi
