#pragma once

#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"

namespace fazhi {

/// OpenDocument text (.odt; ISO/IEC 26300, ODF 1.2 and 1.3),
/// by libzip and pugixml. Tracked changes are read as accepted; comments and hidden
/// text are left out with a note; footnotes, tables of contents, heads and feet of
/// pages are furniture. Fails with `input_encrypted`, `input_damaged`, and as
/// `Package`, `parse_xml` and `DocumentBuilder` do.
[[nodiscard]] Result<Document> read_odt(std::string_view bytes, std::string_view source);

}  // namespace fazhi
