#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fazhi {

/// The language of what users read. Reports and rules are Chinese in both.
enum class Language { zh, en };

/// Everything the program can say, one enumerator a sentence; the sentences
/// stand in messages.def.
enum class MessageId {
#define FAZHI_MESSAGE(id, code, zh, en) id,
#include "base/messages.def"
#undef FAZHI_MESSAGE
};

/// A sentence before it is put into words: errors are data, and text, XML and
/// JSON are renderings of them.
struct Message {
  MessageId id{};
  /// Replace {0}, {1} … in the sentence, in order.
  std::vector<std::string> arguments;

  bool operator==(const Message&) const = default;
};

/// The stable code of a message, such as "input.undecodable".
[[nodiscard]] std::string_view code_of(MessageId id);

/// The sentence in `language`, arguments filled in. A placeholder without an
/// argument is left empty.
[[nodiscard]] std::string render(const Message& message, Language language);

}  // namespace fazhi
