#include "check_document.hpp"

#include <set>

#include "base/limits.hpp"
#include "fuzz.hpp"
#include "text/utf8.hpp"

namespace fazhi::fuzz {
namespace {

void check_paragraph(const Paragraph& paragraph, std::string_view text) {
  require(is_range_of(paragraph.range, text), "a paragraph is a range of the text");
  require(!paragraph.range.empty(), "no paragraph is empty");
  const std::string_view own = paragraph.range.of(text);
  require(!utf8::is_white_space(utf8::decode(own, 0).value), "no paragraph begins with white space");
  require(!utf8::is_white_space(utf8::decode_before(own, own.size()).value), "no paragraph ends with white space");
  require(paragraph.heading_level >= 0 && paragraph.heading_level <= 9, "a heading's level is 0 to 9");
  require(paragraph.page >= 0 && paragraph.line >= 0, "pages and lines count from 0");
  require(paragraph.confidence >= 0 && paragraph.confidence <= 100, "confidence is a percentage");
}

}  // namespace

void check_document(const Document& document) {
  require(is_utf8(document.text), "a document's text is UTF-8");
  std::uint32_t end = 0;
  for (const Paragraph& each : document.paragraphs) {
    check_paragraph(each, document.text);
    require(each.range.begin >= end, "paragraphs ascend and do not overlap");
    end = each.range.end;
  }
  std::set<MetadataKey> keys;
  for (const Metadata& each : document.metadata) {
    require(keys.insert(each.key).second, "a key of metadata stands once");
    require(is_utf8(each.value), "metadata are UTF-8");
  }
  for (const Message& each : document.notes) {
    require(is_utf8(render(each, Language::zh)) && is_utf8(render(each, Language::en)), "notes are UTF-8");
  }
}

}  // namespace fazhi::fuzz
