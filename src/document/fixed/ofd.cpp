#include "document/fixed/ofd.hpp"

namespace fazhi {

std::vector<Result<Document>> read_ofd(std::string_view, std::string_view source) {
  return {Message{MessageId::input_other_kind, {std::string(source), "OFD"}}};
}

}  // namespace fazhi
