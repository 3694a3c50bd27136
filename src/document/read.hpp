#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"

namespace fazhi {

/// What a path may lead to. A pipe is waited for and read where the user named
/// it; a file that was found in a folder may have become one meanwhile.
enum class Readable { anything, files };

/// The bytes of the file at `path`. Fails with `input_missing`,
/// `input_unreadable`, `input_empty`, or `input_too_large` past
/// `limits::kInputBytes`, which is tested before anything is read.
[[nodiscard]] Result<std::string> read_bytes(const std::string& path, Readable readable = Readable::anything);

/// Standard input to its end, under the same limits; its name is "-".
[[nodiscard]] Result<std::string> read_standard_input();

/// What the user asked for beside the plain reading.
struct ReadOptions {
  bool ocr = false;  ///< recognize the characters of pages that are pictures
};

/// The documents in `bytes`, chosen by content: one as a rule, several in a
/// file that holds several (OFD), each an error of its own where it can't be
/// read. `source` names the file in messages and findings; of several documents
/// each is "source#2" and so on. Never empty. Archives are not read here:
/// they fail with `input_other_kind`.
[[nodiscard]] std::vector<Result<Document>> read_documents(std::string_view bytes, std::string_view source,
                                                           const ReadOptions& options = {});

/// The document in `bytes`, where the file holds one; the first of several.
[[nodiscard]] Result<Document> read_document(std::string_view bytes, std::string_view source,
                                             const ReadOptions& options = {});

}  // namespace fazhi
