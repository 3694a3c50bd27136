#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fazhi {

/// Appends `text` as content of an XML 1.0 element. White space and line breaks
/// stay as they are; a carriage return becomes a character reference, since a
/// parser would drop it. What XML 1.0 cannot hold in any form (other control
/// characters below U+0020, U+FFFE, U+FFFF, bytes that are not UTF-8) is
/// written as U+FFFD, one for each.
void append_xml_text(std::string& out, std::string_view text);

/// The same for a value between double quotes. Tabs and line breaks become
/// character references, since a parser would make spaces of them.
void append_xml_attribute(std::string& out, std::string_view text);

/// Appends `text` as a JSON string (RFC 8259) with its quotes. Control
/// characters are escaped; bytes that are not UTF-8 are written as U+FFFD.
void append_json_string(std::string& out, std::string_view text);

/// Offset of the first byte that is no part of well-formed UTF-8 (Unicode 15, table 3-7).
[[nodiscard]] std::optional<std::size_t> find_no_utf8(std::string_view text);

}  // namespace fazhi
