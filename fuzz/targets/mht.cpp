#include "document/web/mht.hpp"

#include "../check_document.hpp"
#include "../targets.hpp"

namespace fazhi::fuzz {

void mht(std::string_view bytes) {
  const Result<Document> document = read_mht(bytes, "x.mht");
  if (document) check_document(*document);
}

}  // namespace fazhi::fuzz
