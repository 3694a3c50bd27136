#include "document/office/docx_symbols.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "document/office/docx_styles.hpp"
#include "document/office/list_number.hpp"
#include "text/utf8.hpp"

namespace fazhi::docx {
namespace {

struct Symbol {
  std::string_view font;
  char32_t code = 0;
  char32_t character = 0;
};

constexpr auto kSymbols = std::to_array<Symbol>({
    {"Wingdings", 0x6C, U'●'},   {"Wingdings", 0x6E, U'■'},   {"Wingdings", 0x6F, U'□'},   {"Wingdings", 0xA8, U'□'},
    {"Wingdings", 0x71, U'□'},   {"Wingdings", 0x72, U'□'},   {"Wingdings", 0xFB, U'✗'},   {"Wingdings", 0xFC, U'✓'},
    {"Wingdings", 0xFD, U'☒'},   {"Wingdings", 0xFE, U'☑'},   {"Wingdings", 0xE0, U'→'},   {"Wingdings", 0xD8, U'➢'},
    {"Wingdings 2", 0x50, U'✓'}, {"Wingdings 2", 0x4F, U'✗'}, {"Wingdings 2", 0x52, U'☑'}, {"Wingdings 2", 0x54, U'☒'},
    {"Wingdings 2", 0xA3, U'□'}, {"Symbol", 0xB7, U'•'},      {"Symbol", 0xB4, U'×'},      {"Symbol", 0xB8, U'÷'},
    {"Symbol", 0xB3, U'≥'},      {"Symbol", 0xA3, U'≤'},      {"Symbol", 0xB1, U'±'},      {"Symbol", 0xB0, U'°'},
    {"Symbol", 0x7E, U'~'},      {"Symbol", 0x2D, U'-'},      {"Symbol", 0x2B, U'+'},      {"Symbol", 0x25, U'%'},
});

/// Wingdings has the numbers 0 … 10 in circles, open and filled.
constexpr char32_t kOpenCircles = 0x80;
constexpr char32_t kFilledCircles = 0x8B;
/// Where symbol fonts have their characters in the private-use area.
constexpr char32_t kPrivate = 0xF000;

std::string one_character(char32_t value) {
  const bool is_character = (value >= 0x20 && value < 0xD800) || (value >= 0xF900 && value < 0xFFFE);
  std::string out;
  if (is_character) utf8::append(out, value);
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string symbol(std::string_view font, std::string_view character) {
  unsigned value = 0;
  const char* const end = character.data() + character.size();
  if (std::from_chars(character.data(), end, value, 16).ptr != end) return {};
  const bool is_private = value >= kPrivate && value <= kPrivate + 0xFF;
  if (!is_private && value > 0xFF) return one_character(value);
  const char32_t code = value & 0xFF;
  if (font == "Wingdings" && code >= kOpenCircles && code <= kOpenCircles + 10) {
    return write_list_number("decimalEnclosedCircle", code - kOpenCircles);
  }
  if (font == "Wingdings" && code > kFilledCircles && code <= kFilledCircles + 10) {
    return write_list_number("decimalEnclosedCircle", code - kFilledCircles);
  }
  for (const Symbol& each : kSymbols) {
    if (each.font == font && each.code == code) return one_character(each.character);
  }
  const bool is_picture_font = font.starts_with("Wingdings") || font == "Symbol" || font == "Webdings";
  return is_private || is_picture_font ? std::string() : one_character(code);
}

std::string enclosed_character(std::string_view instruction) {
  instruction = trimmed(instruction);
  const std::size_t open = instruction.find('(');
  const std::size_t close = instruction.rfind(')');
  if (!instruction.starts_with("EQ ") && !instruction.starts_with("eq ")) return {};
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  if (instruction.substr(0, open).find("\\o") == std::string_view::npos) return {};
  const std::string_view inside = instruction.substr(open + 1, close - open - 1);
  const std::size_t comma = inside.find_last_of(",;");
  if (comma == std::string_view::npos) return {};
  const std::string_view character = trimmed(inside.substr(comma + 1));
  const bool in_circle = inside.starts_with("○") || inside.starts_with("〇");
  const std::optional<int> number = number_of(character);
  return in_circle && number && *number >= 0 ? write_list_number("decimalEnclosedCircle", *number) : std::string(character);
}

}  // namespace fazhi::docx
