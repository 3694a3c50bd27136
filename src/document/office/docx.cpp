#include "document/office/docx.hpp"

namespace fazhi {

Result<Document> read_docx(std::string_view, std::string_view source) {
  return Message{MessageId::input_other_kind, {std::string(source), "?"}};
}

}  // namespace fazhi
