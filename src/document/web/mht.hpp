#pragma once

#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"

namespace fazhi {

/// Pages saved as one file (RFC 2557): by browsers, by Word as “single file web
/// page”. Read is the root part, the one that `start` names or the first of
/// text/html; where it has hardly any text, the frame with most text stands for
/// it, with a note. Fails with `input_damaged` where the file is no MIME message
/// or ends inside of the page, `input_without_text` where it holds no page, else
/// as `parse_mime` and `read_page` do.
[[nodiscard]] Result<Document> read_mht(std::string_view bytes, std::string_view source);

}  // namespace fazhi
