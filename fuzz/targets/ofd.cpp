#include "document/fixed/ofd.hpp"

#include "../check_document.hpp"
#include "../fuzz.hpp"
#include "../parts.hpp"
#include "../targets.hpp"

namespace fazhi::fuzz {

void ofd(std::string_view bytes) {
  const std::string package = package_of(bytes);
  const std::vector<Result<Document>> documents = read_ofd(package, "x.ofd");
  require(!documents.empty(), "a file gives a document or an error");
  for (const Result<Document>& each : documents) {
    if (each) check_document(*each);
  }
}

}  // namespace fazhi::fuzz
