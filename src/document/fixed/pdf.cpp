#include "document/fixed/pdf.hpp"

namespace fazhi {

Result<Document> read_pdf(std::string_view, std::string_view source, const ReadOptions&) {
  return Message{MessageId::input_other_kind, {std::string(source), "?"}};
}

}  // namespace fazhi
