#include "document/fixed/ocr_words.hpp"

#include "../check_document.hpp"
#include "../fuzz.hpp"
#include "../targets.hpp"

namespace fazhi::fuzz {

/// What Tesseract writes, to paragraphs.
void recognized(std::string_view bytes) {
  const std::vector<RecognizedPage> read = read_recognized(bytes);
  std::vector<LaidPage> pages;
  for (const RecognizedPage& each : read) {
    require(each.confidence >= 0 && each.confidence <= 100, "confidence is a percentage");
    pages.push_back(each.page);
  }
  const int mean = mean_confidence(read);
  require(mean >= 0 && mean <= 100, "the mean of percentages is one");
  DocumentBuilder builder("x.png", "png");
  add_pages(pages, builder);
  const Result<Document> document = std::move(builder).finish();
  if (document) check_document(*document);
}

}  // namespace fazhi::fuzz
