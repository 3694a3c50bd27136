#include "present/cell_text.hpp"

#include <algorithm>

#include "present/code_points.hpp"
#include "present/printable.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kEllipsis = "…";

bool is_bidirectional_control(char32_t value) {
  return value == 0x061C || value == 0x200E || value == 0x200F || (value >= 0x202A && value <= 0x202E) ||
         (value >= 0x2066 && value <= 0x2069);
}

bool is_dropped(char32_t value) {
  if (value == '\t' || value == '\n') return false;
  const bool control = value < 0x20 || (value >= 0x7F && value < 0xA0);
  // U+FFFD stands for a byte that is not UTF-8, or says that one was lost before.
  return control || is_bidirectional_control(value) || value == 0xFEFF || (value >= 0xFFFD && value <= 0xFFFF);
}

bool is_hex_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Whether `text` begins with what is read as an escaped character.
bool begins_with_escape(std::string_view text) {
  return text.size() >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_' &&
         std::all_of(text.begin() + 2, text.begin() + 6, is_hex_digit);
}

}  // namespace

std::string plain_cell_text(std::string_view text, std::size_t units) {
  std::string out;
  out.reserve(text.size());
  std::size_t used = 0;
  std::size_t fitting_bytes = 0;  // of what leaves room for …
  for (const CodePoint& each : code_points_of(text)) {
    if (is_dropped(each.value)) continue;
    used += each.value > 0xFFFF ? 2 : 1;
    if (used > units) {
      out.resize(fitting_bytes);
      return out.append(kEllipsis);
    }
    out += text.substr(each.begin, each.end - each.begin);
    if (used < units) fitting_bytes = out.size();
  }
  return out;
}

std::string cell_text(std::string_view text, std::size_t units) {
  const std::string kept = plain_cell_text(text, units);
  std::string out;
  out.reserve(kept.size());
  for (std::size_t at = 0; at < kept.size(); ++at) {
    if (begins_with_escape(std::string_view(kept).substr(at))) out += "_x005F";
    out += kept[at];
  }
  return out;
}

std::string cell_passage(std::string_view quote) {
  return cell_text(printable(quote), limits::kCellPassageCharacters);
}

}  // namespace fazhi
