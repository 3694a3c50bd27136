#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"

namespace fazhi {

/// The bytes of the file at `path`. Fails with `input_missing`,
/// `input_unreadable`, `input_empty`, or `input_too_large` past
/// `limits::kInputBytes`, which is tested before anything is read.
[[nodiscard]] Result<std::string> read_bytes(const std::string& path);

/// Standard input to its end, under the same limits; its name is "-".
[[nodiscard]] Result<std::string> read_standard_input();

/// The document in `bytes`. `source` names it in messages and findings.
/// Fails with a decoder's errors, or `input_not_chinese` under
/// `limits::kMinimumHanCharacters` Han characters.
[[nodiscard]] Result<Document> read_document(std::string_view bytes, std::string_view source);


}  // namespace fazhi
