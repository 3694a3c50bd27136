#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fazhi {

/// What a file or page says of itself beside its text.
enum class MetadataKey { title, author, published, source, index_number, document_number };

/// "title", "author", "published", "source", "index-number", "document-number".
[[nodiscard]] std::string_view name_of(MetadataKey key);
[[nodiscard]] std::optional<MetadataKey> metadata_key_from(std::string_view name);

struct Metadata {
  MetadataKey key{};
  std::string value;  ///< as it stands there; a date in ISO form where it is one

  bool operator==(const Metadata&) const = default;
};

}  // namespace fazhi
