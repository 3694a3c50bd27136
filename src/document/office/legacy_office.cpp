#include "document/office/legacy_office.hpp"

namespace fazhi {

Result<Document> read_legacy_office(std::string_view, std::string_view source, std::string_view) {
  return Message{MessageId::input_other_kind, {std::string(source), "?"}};
}

}  // namespace fazhi
