#include "document/office/docx.hpp"

#include "../check_document.hpp"
#include "../parts.hpp"
#include "../targets.hpp"

namespace fazhi::fuzz {

void docx(std::string_view bytes) {
  const std::string package = package_of(bytes);
  const Result<Document> document = read_docx(package, "x.docx");
  if (document) check_document(*document);
}

}  // namespace fazhi::fuzz
