#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/document_builder.hpp"
#include "document/fixed/ofd_parts.hpp"

namespace fazhi {

/// Reads the document whose Document.xml is `root` (a stored name) into
/// `builder`, furniture and notes included. `wanted` is how the file names it.
/// `source` stands in notes.
[[nodiscard]] std::optional<Message> read_ofd_document(OfdParts& parts, std::string_view root, std::string_view wanted,
                                                       std::string_view source, DocumentBuilder& builder);

}  // namespace fazhi
