#pragma once

#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"

namespace fazhi {

/// Word documents (.docx, .docm, .dotx; ECMA-376, transitional and strict), by
/// libzip and pugixml:
/// - the numbers of lists stand in the text as Word shows them;
/// - tracked changes are read as accepted, the results of fields are text,
///   hidden text and comments are left out, each with a note to the user;
/// - text boxes stand behind the paragraph that they are anchored in;
/// - headers, footers, footnotes, endnotes and tables of contents are furniture.
/// Fails as `Package::open`, `Package::read`, `parse_xml` and
/// `DocumentBuilder::finish` do, and with `input_pictures_only` where pictures
/// stand in place of the text.
[[nodiscard]] Result<Document> read_docx(std::string_view bytes, std::string_view source);

}  // namespace fazhi
