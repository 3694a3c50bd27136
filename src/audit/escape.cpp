#include "audit/escape.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace fazhi {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kHexDigits = "0123456789abcdef";

/// What a byte asks for: to be copied, to be looked at, or to be followed as
/// the lead of a sequence.
enum class ByteClass : std::uint8_t { plain, special, lead };

using ByteTable = std::array<ByteClass, 256>;

constexpr ByteTable table_of(std::string_view specials) {
  ByteTable table{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) table[byte] = ByteClass::special;
  for (std::size_t byte = 0x80; byte < 0x100; ++byte) table[byte] = ByteClass::lead;
  for (const char c : specials) table[static_cast<unsigned char>(c)] = ByteClass::special;
  return table;
}

constexpr ByteTable kTextTable = table_of("&<>");
constexpr ByteTable kAttributeTable = table_of("&<>\"");
constexpr ByteTable kJsonTable = table_of("\"\\");

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

bool continues(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

/// Bytes of the well-formed sequence at `at` (Unicode 15, table 3-7); 0 where there is none.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at);
  const unsigned char second = byte_at(text, at + 1);
  if (lead < 0xC2 || lead > 0xF4 || !continues(second)) return 0;
  if (lead < 0xE0) return 2;
  if (!continues(byte_at(text, at + 2))) return 0;
  if (lead < 0xF0) {
    const bool overlong = lead == 0xE0 && second < 0xA0;
    const bool surrogate = lead == 0xED && second > 0x9F;
    return overlong || surrogate ? 0 : 3;
  }
  const bool overlong = lead == 0xF0 && second < 0x90;
  const bool beyond = lead == 0xF4 && second > 0x8F;
  return overlong || beyond || !continues(byte_at(text, at + 3)) ? 0 : 4;
}

/// Whether a sequence of three bytes begins at `at` whose lead allows any second
/// byte: told sooner than by `sequence_length`, and almost all of a Chinese text.
bool begins_common_sequence(std::string_view text, std::size_t at) {
  const unsigned char lead = byte_at(text, at);
  return lead > 0xE0 && lead < 0xED && continues(byte_at(text, at + 1)) && continues(byte_at(text, at + 2));
}

bool is_xml_noncharacter(std::string_view text, std::size_t at) {
  return byte_at(text, at) == 0xEF && byte_at(text, at + 1) == 0xBF && byte_at(text, at + 2) >= 0xBE;
}

/// Copies runs of plain bytes whole; `special` writes one other ASCII byte.
/// `xml`: U+FFFE and U+FFFF are replaced too.
template <class Special>
void append_by(std::string& out, std::string_view text, const ByteTable& table, bool xml, Special special) {
  std::size_t copied = 0;
  const auto copy_until = [&](std::size_t end) { out.append(text, copied, end - copied); };
  std::size_t at = 0;
  while (at < text.size()) {
    if (begins_common_sequence(text, at)) {
      at += 3;
      continue;
    }
    const ByteClass each = table[byte_at(text, at)];
    if (each == ByteClass::plain) {
      ++at;
      continue;
    }
    const std::size_t length = each == ByteClass::lead ? sequence_length(text, at) : 1;
    const bool replaced = length == 0 || (xml && length == 3 && is_xml_noncharacter(text, at));
    if (each == ByteClass::lead && !replaced) {
      at += length;
      continue;
    }
    copy_until(at);
    if (replaced) {
      out += kReplacement;
    } else {
      special(text[at]);
    }
    at += length == 0 ? 1 : length;
    copied = at;
  }
  copy_until(at);
}

std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\r':
      return "&#xD;";
    default:
      return kReplacement;
  }
}

}  // namespace

void append_xml_text(std::string& out, std::string_view text) {
  append_by(out, text, kTextTable, true, [&out](char c) {
    if (c == '\n' || c == '\t') {
      out += c;
    } else {
      out += entity_of(c);
    }
  });
}

void append_xml_attribute(std::string& out, std::string_view text) {
  append_by(out, text, kAttributeTable, true, [&out](char c) {
    if (c == '\n') {
      out += "&#xA;";
    } else if (c == '\t') {
      out += "&#x9;";
    } else {
      out += entity_of(c);
    }
  });
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  append_by(out, text, kJsonTable, false, [&out](char c) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += "\\u00";
      out += kHexDigits[byte >> 4U];
      out += kHexDigits[byte & 0xFU];
    }
  });
  out += '"';
}

std::optional<std::size_t> find_no_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = byte_at(text, at) < 0x80 ? 1 : sequence_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

}  // namespace fazhi
