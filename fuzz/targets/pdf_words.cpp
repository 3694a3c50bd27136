#include "document/fixed/pdf_words.hpp"

#include "../check_document.hpp"
#include "../targets.hpp"

namespace fazhi::fuzz {

/// What pdftotext prints, to paragraphs.
void pdf_words(std::string_view bytes) {
  const Result<std::vector<LaidPage>> pages = fazhi::pdf_words(std::string(bytes), "x.pdf");
  if (!pages) return;
  DocumentBuilder builder("x.pdf", "pdf");
  add_pages(*pages, builder);
  const Result<Document> document = std::move(builder).finish();
  if (document) check_document(*document);
}

}  // namespace fazhi::fuzz
