#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace fazhi {

enum class Encoding { utf8, gb18030, utf16le, utf16be, big5 };

/// "UTF-8", "GB18030" …
[[nodiscard]] std::string_view name_of(Encoding encoding);

struct DecodedText {
  std::string utf8;  ///< valid UTF-8, without BOM; CR and CRLF are LF
  Encoding encoding = Encoding::utf8;
};

/// Reads `input` as text. Order: BOM; strict UTF-8; UTF-16 without BOM by its
/// code units; strict GB18030 and strict Big5, of which the one wins whose text
/// holds more of the characters in everyday use. UTF-8 with a few bad bytes is
/// damaged UTF-8 and no other encoding. Nothing is guessed beyond that.
/// `name` stands in messages only. Fails with `input_undecodable` (byte offset
/// counted from 1), `input_binary` (NUL bytes or control characters that no
/// text holds; what a file is instead is not asked here), `input_empty`
/// (nothing, or white space only). Never replaces a byte in silence.
[[nodiscard]] Result<DecodedText> decode(std::span<const std::byte> input, std::string_view name);

}  // namespace fazhi
