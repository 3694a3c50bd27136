#include "document/web/html.hpp"

#include "../check_document.hpp"
#include "../targets.hpp"

namespace fazhi::fuzz {

void html(std::string_view bytes) {
  const Result<Document> document = read_html(bytes, "x.html");
  if (document) check_document(*document);
}

}  // namespace fazhi::fuzz
