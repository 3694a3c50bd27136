#include "base/message.hpp"

#include <array>

namespace fazhi {
namespace {

struct CatalogEntry {
  std::string_view code;
  std::string_view zh;
  std::string_view en;
};

constexpr auto kCatalog = std::to_array<CatalogEntry>({
#define FAZHI_MESSAGE(id, code, zh, en) {code, zh, en},
#include "base/messages.def"
#undef FAZHI_MESSAGE
});

const CatalogEntry& entry_of(MessageId id) { return kCatalog[static_cast<std::size_t>(id)]; }

}  // namespace

std::string_view code_of(MessageId id) { return entry_of(id).code; }

std::string render(const Message& message, Language language) {
  const CatalogEntry& entry = entry_of(message.id);
  const std::string_view sentence = language == Language::zh ? entry.zh : entry.en;
  std::string out;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const bool placeholder = sentence[at] == '{' && at + 2 < sentence.size() &&
                             sentence[at + 1] >= '0' && sentence[at + 1] <= '9' &&
                             sentence[at + 2] == '}';
    if (!placeholder) {
      out += sentence[at];
      continue;
    }
    const auto index = static_cast<std::size_t>(sentence[at + 1] - '0');
    if (index < message.arguments.size()) out += message.arguments[index];
    at += 2;
  }
  return out;
}

}  // namespace fazhi
