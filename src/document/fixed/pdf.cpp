#include "document/fixed/pdf.hpp"

#include "document/fixed/ocr.hpp"

namespace fazhi {

Result<Document> read_pdf(std::string_view bytes, std::string_view source, const ReadOptions& options) {
  if (options.ocr) return recognize_pdf(bytes, source);
  return Message{MessageId::input_scanned, {std::string(source)}};
}

}  // namespace fazhi
