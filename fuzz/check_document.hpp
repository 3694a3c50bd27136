#pragma once

#include "document/document.hpp"

namespace fazhi::fuzz {

/// What `document/document.hpp` promises of every document.
void check_document(const Document& document);

}  // namespace fazhi::fuzz
