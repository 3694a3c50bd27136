#include "document/web/html.hpp"

namespace fazhi {

Result<Document> read_html(std::string_view, std::string_view source) {
  return Message{MessageId::input_other_kind, {std::string(source), "?"}};
}

}  // namespace fazhi
