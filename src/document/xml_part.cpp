#include "document/xml_part.hpp"

#include <algorithm>
#include <string>

#include "base/limits.hpp"
#include "document/web/page_charset.hpp"
#include "text/convert.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

/// Elements inside each other, counted without recursion.
std::size_t depth_of(const pugi::xml_document& document) {
  std::size_t deepest = 0;
  std::size_t depth = 0;
  for (pugi::xml_node node = document.first_child(); node;) {
    if (node.first_child()) {
      deepest = std::max(deepest, ++depth);
      node = node.first_child();
      continue;
    }
    while (node && !node.next_sibling()) {
      node = node.parent();
      if (!node || node == document) return deepest;
      --depth;
    }
    node = node.next_sibling();
  }
  return deepest;
}

/// At least the elements and attributes of `bytes`, told before they take memory.
std::size_t nodes_in(std::string_view bytes) {
  return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) { return c == '<' || c == '='; }));
}

/// Takes out of a tree what is no UTF-8: pugixml takes any bytes for text, and any
/// number for a character (&#xD800;).
class ValidText : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    if (utf8::find_invalid(node.value())) node.set_value(utf8::without_invalid(node.value()).c_str());
    for (pugi::xml_attribute attribute : node.attributes()) {
      if (utf8::find_invalid(attribute.value())) attribute.set_value(utf8::without_invalid(attribute.value()).c_str());
    }
    return true;
  }
};

/// The encoding of Chinese that the XML declaration names; pugixml knows none of them.
std::optional<Encoding> declared_encoding(std::string_view bytes) {
  constexpr std::string_view kKey = "encoding=";
  if (!bytes.starts_with("<?xml")) return std::nullopt;
  const std::string_view declaration = bytes.substr(0, bytes.find("?>"));
  const std::size_t at = declaration.find(kKey);
  if (at == std::string_view::npos || at + kKey.size() >= declaration.size()) return std::nullopt;
  const std::string_view value = declaration.substr(at + kKey.size() + 1);
  const auto encoding = encoding_of_label(value.substr(0, value.find(declaration[at + kKey.size()])));
  return encoding == Encoding::gb18030 || encoding == Encoding::big5 ? encoding : std::nullopt;
}

/// Whether every text in the tree of `bytes` is UTF-8 for certain.
bool gives_utf8(std::string_view bytes, pugi::xml_encoding encoding) {
  return encoding == pugi::encoding_utf8 && bytes.find("&#") == std::string_view::npos && !utf8::find_invalid(bytes);
}

}  // namespace

std::optional<Message> parse_xml(const Package& package, std::string_view part, std::string_view bytes,
                                 pugi::xml_document& out, unsigned options) {
  if (nodes_in(bytes) > limits::kMarkupNodes) {
    return Message{MessageId::input_unpacks_too_large,
                   {package.source(), std::string(part) + ", > " + std::to_string(limits::kMarkupNodes)}};
  }
  std::string converted;
  if (const auto encoding = declared_encoding(bytes)) {
    Conversion conversion = convert(bytes, *encoding);
    if (conversion.invalid_at) return package.damaged(std::string(part) + ':' + std::to_string(*conversion.invalid_at + 1));
    converted = std::move(conversion.utf8);
    bytes = converted;
  }
  const pugi::xml_parse_result result =
      out.load_buffer(bytes.data(), bytes.size(), options, converted.empty() ? pugi::encoding_auto : pugi::encoding_utf8);
  if (!result) return package.damaged(std::string(part) + ':' + std::to_string(result.offset + 1));
  if (depth_of(out) > limits::kMarkupDepth) {
    return Message{MessageId::input_nested_too_deep, {package.source(), std::to_string(limits::kMarkupDepth)}};
  }
  if (!gives_utf8(bytes, result.encoding)) {
    ValidText walker;
    out.traverse(walker);
  }
  return std::nullopt;
}

std::string_view local_name(const char* qualified) {
  const std::string_view name(qualified);
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& child : node.children()) {
    if (local_name(child) == name) return child;
  }
  return {};
}

std::string_view attribute_named(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    if (local_name(attribute.name()) == name) return attribute.value();
  }
  return {};
}

}  // namespace fazhi
