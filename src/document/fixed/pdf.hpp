#pragma once

#include <string_view>

#include "document/read.hpp"

namespace fazhi {

/// PDF, by the tools of poppler in a child process.
[[nodiscard]] Result<Document> read_pdf(std::string_view bytes, std::string_view source, const ReadOptions& options);

}  // namespace fazhi
