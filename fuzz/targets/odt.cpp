#include "document/office/odt.hpp"

#include "../check_document.hpp"
#include "../parts.hpp"
#include "../targets.hpp"

namespace fazhi::fuzz {

void odt(std::string_view bytes) {
  const std::string package = package_of(bytes);
  const Result<Document> document = read_odt(package, "x.odt");
  if (document) check_document(*document);
}

}  // namespace fazhi::fuzz
