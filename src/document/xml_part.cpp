#include "document/xml_part.hpp"

#include <algorithm>
#include <string>

#include "base/limits.hpp"

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

}  // namespace

std::optional<Message> parse_xml(const Package& package, std::string_view part, std::string_view bytes,
                                 pugi::xml_document& out, unsigned options) {
  if (nodes_in(bytes) > limits::kMarkupNodes) {
    return Message{MessageId::input_unpacks_too_large,
                   {package.source(), std::string(part) + ", > " + std::to_string(limits::kMarkupNodes)}};
  }
  const pugi::xml_parse_result result = out.load_buffer(bytes.data(), bytes.size(), options);
  if (!result) return package.damaged(std::string(part) + ':' + std::to_string(result.offset + 1));
  if (depth_of(out) > limits::kMarkupDepth) {
    return Message{MessageId::input_nested_too_deep, {package.source(), std::to_string(limits::kMarkupDepth)}};
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
