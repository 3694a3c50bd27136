#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "text/decode.hpp"

namespace fazhi {

/// The encoding that a label of the WHATWG Encoding Standard means ("gb2312",
/// "GBK", "utf-8" …), in any case; none for labels of other encodings.
[[nodiscard]] std::optional<Encoding> encoding_of_label(std::string_view label);

/// What a page declares in `<meta charset>` or `<meta http-equiv>` within its
/// first bytes, or "".
[[nodiscard]] std::string_view declared_charset(std::string_view bytes);

struct DecodedPage {
  DecodedText text;
  std::size_t dropped_bytes = 0;  ///< that did not fit the encoding
};

/// Reads the bytes of a page. What the bytes themselves say strictly (`decode`)
/// goes before any declaration, since declarations are often wrong. Where a few
/// bytes are damaged, `label` (of a MIME header, maybe "") or else the page's
/// own declaration settles the encoding, and the bytes that do not fit are
/// dropped, `limits::kPageBadBytes` at most. Fails as `decode` does.
[[nodiscard]] Result<DecodedPage> decode_page(std::string_view bytes, std::string_view label, std::string_view name);

}  // namespace fazhi
