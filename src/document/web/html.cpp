#include "document/web/html.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.hpp"
#include "document/document_builder.hpp"
#include "document/web/page_article.hpp"
#include "document/web/page_blocks.hpp"
#include "document/web/page_charset.hpp"
#include "document/web/page_metadata.hpp"
#include "document/web/page_tree.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

/// A page with fewer Han characters of its own is a cover for something else.
constexpr std::size_t kCoverHan = 150;

std::size_t han_of(const std::vector<PageBlock>& blocks) {
  std::size_t han = 0;
  for (const PageBlock& block : blocks) {
    if (block.hints.furniture) continue;
    for (std::size_t at = 0; at < block.text.size();) {
      const auto [value, size] = utf8::decode(block.text, at);
      if (utf8::is_han(value)) ++han;
      at += size;
    }
  }
  return han;
}

bool is_file_of_report(std::string_view href) {
  constexpr std::array<std::string_view, 8> kEndings{".pdf", ".doc", ".docx", ".wps", ".ofd", ".rtf", ".zip", ".rar"};
  const std::string lower = ascii::lower(href.substr(0, href.find_first_of("?#")));
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view each) { return lower.ends_with(each); });
}

/// The frame or attachment that a page without text leads to, or "".
std::string text_elsewhere(const PageTree& tree) {
  for (const PageNode& node : tree) {
    if (node.name == "a" && is_file_of_report(node.attribute("href"))) return std::string(node.attribute("href"));
    const bool frame = node.name == "iframe" || node.name == "frame" || node.name == "embed";
    if (frame && !node.attribute("src").empty()) return std::string(node.attribute("src"));
    if (node.name == "object") return "object";
  }
  return {};
}

std::string meta_title_of(const std::vector<Metadata>& metadata) {
  const auto title = std::find_if(metadata.begin(), metadata.end(), [](const Metadata& each) { return each.key == MetadataKey::title; });
  return title == metadata.end() ? std::string() : title->value;
}

Result<Document> document_of(const PageTree& tree, DocumentBuilder builder, std::string_view source) {
  std::vector<PageBlock> blocks = blocks_of(tree);
  const std::size_t hidden = mark_furniture(tree, blocks);
  if (hidden > 0) builder.note({MessageId::document_hidden_left_out, {std::string(source), std::to_string(hidden)}});
  if (han_of(blocks) < kCoverHan) {
    const std::string place = text_elsewhere(tree);
    if (!place.empty()) return Message{MessageId::input_text_elsewhere, {std::string(source), utf8::quotable(place, kShownAddressBytes)}};
  }
  const std::vector<Metadata> metadata = metadata_of(tree, blocks);
  const std::string title = title_of(tree, blocks, meta_title_of(metadata));
  if (!begin_at_title(tree, blocks, title) && !title.empty()) builder.add(title, {.centered = true});
  if (!title.empty()) builder.set(MetadataKey::title, title);
  for (const Metadata& each : metadata) builder.set(each.key, each.value);
  for (const PageBlock& block : blocks) builder.add(block.text, block.hints);
  return std::move(builder).finish();
}

}  // namespace

Result<Document> read_page(std::string_view bytes, std::string_view charset, std::string_view source,
                           std::string_view format) {
  Result<DecodedPage> page = decode_page(bytes, charset, source);
  if (!page) return page.error();
  Result<PageTree> tree = parse_page(page->text.utf8, source);
  if (!tree) return tree.error();
  DocumentBuilder builder(source, format);
  if (page->dropped_bytes > 0) {
    builder.note({MessageId::document_bytes_dropped, {std::string(source), std::to_string(page->dropped_bytes)}});
  }
  Result<Document> document = document_of(*tree, std::move(builder), source);
  if (document) document->encoding = page->text.encoding;
  return document;
}

Result<Document> read_html(std::string_view bytes, std::string_view source) {
  return read_page(bytes, {}, source, "html");
}

}  // namespace fazhi
