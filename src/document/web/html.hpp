#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"

namespace fazhi {

/// So much of the address of a frame or an attachment stands in a message.
inline constexpr std::size_t kShownAddressBytes = 120;

/// Pages of web sites, and what Word, WPS and office systems save as HTML under
/// whatever name, by a parser of HTML5. The article's own text is the document;
/// what the site puts around it stands behind as furniture. The title of the
/// page stands before the article where that does not tell it. Frames and
/// attachments are not followed: where the page has hardly any text of its own
/// and one of those, it fails with `input_text_elsewhere`.
[[nodiscard]] Result<Document> read_html(std::string_view bytes, std::string_view source);

/// The same for a page inside another file: `charset` is what that says of its
/// encoding, maybe ""; `format` is that of the file.
[[nodiscard]] Result<Document> read_page(std::string_view bytes, std::string_view charset, std::string_view source,
                                         std::string_view format);

}  // namespace fazhi
