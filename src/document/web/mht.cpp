#include "document/web/mht.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "document/web/html.hpp"
#include "document/web/mime.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kFormat = "mht";
/// Frames that are looked into.
constexpr std::size_t kFrames = 16;
/// A frame with so many times the text of the page around it is the report.
constexpr std::size_t kFrameFactor = 3;

bool is_page(const MimePart& part) { return part.media_type == "text/html" || part.media_type == "application/xhtml+xml"; }

/// Pages in `message`, the root first.
std::vector<const MimePart*> pages_of(const MimeMessage& message) {
  std::vector<const MimePart*> pages;
  for (const MimePart& part : message.parts) {
    if (!is_page(part)) continue;
    const bool root = !message.start.empty() && part.content_id == message.start;
    pages.insert(root ? pages.begin() : pages.end(), &part);
    if (pages.size() > kFrames) break;
  }
  return pages;
}

std::size_t own_text_bytes(const Result<Document>& document) {
  if (!document) return 0;
  std::size_t bytes = 0;
  for (const Paragraph& each : document->paragraphs) bytes += each.furniture ? 0 : each.range.size();
  return bytes;
}

Result<Document> read_part(const MimePart& part, std::string_view source) {
  if (!part.complete) {
    return Message{MessageId::input_damaged, {std::string(source), "MHT", "boundary"}};
  }
  return read_page(decoded_body(part), part.charset, source, kFormat);
}

}  // namespace

Result<Document> read_mht(std::string_view bytes, std::string_view source) {
  const Result<MimeMessage> message = parse_mime(bytes, source);
  if (!message) return message.error();
  const std::vector<const MimePart*> pages = pages_of(*message);
  if (pages.empty()) return Message{MessageId::input_without_text, {std::string(source), "MHT"}};
  Result<Document> best = read_part(*pages.front(), source);
  if (!best && best.error().id == MessageId::input_damaged) return best;
  for (std::size_t at = 1; at < pages.size(); ++at) {
    Result<Document> frame = read_part(*pages[at], source);
    if (own_text_bytes(frame) <= kFrameFactor * own_text_bytes(best)) continue;
    frame->notes.push_back({MessageId::document_from_frame, {std::string(source), utf8::quotable(pages[at]->location, kShownAddressBytes)}});
    best = std::move(frame);
  }
  return best;
}

}  // namespace fazhi
