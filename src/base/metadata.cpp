#include "base/metadata.hpp"

#include <array>
#include <utility>

#include "base/names.hpp"

namespace fazhi {
namespace {

constexpr auto kKeys = std::to_array<std::pair<MetadataKey, std::string_view>>({
    {MetadataKey::title, "title"},
    {MetadataKey::author, "author"},
    {MetadataKey::published, "published"},
    {MetadataKey::source, "source"},
    {MetadataKey::index_number, "index-number"},
    {MetadataKey::document_number, "document-number"},
});

}  // namespace

std::string_view name_of(MetadataKey key) { return names::name_in(kKeys, key); }
std::optional<MetadataKey> metadata_key_from(std::string_view name) { return names::value_in<MetadataKey>(kKeys, name); }

}  // namespace fazhi
