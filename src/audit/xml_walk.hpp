#pragma once

#include <charconv>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "audit/audit.hpp"

namespace fazhi {

/// White space between elements.
inline constexpr std::string_view kXmlWhiteSpace = " \t\r\n";

/// Values of attributes; none for what is not wholly one.
template <class Number>
[[nodiscard]] std::optional<Number> number_from(std::string_view text) {
  Number number{};
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

[[nodiscard]] std::optional<bool> truth_from(std::string_view text);
[[nodiscard]] std::optional<int> per_cent_from(std::string_view text);
/// A number of a page, from 1.
[[nodiscard]] std::optional<int> page_from(std::string_view text);

/// Walks the tree of one document that the audit layer wrote. The first problem
/// is kept, with line and column, and decides; what is read behind it is thrown
/// away with the whole. Inside the audit layer, since it names pugixml.
class XmlWalk {
 public:
  /// Both outlive the walk. `source` is the name of the input, for errors.
  XmlWalk(std::string_view bytes, std::string_view source) : bytes_(bytes), source_(source) {}

 protected:
  /// False, with the problem kept, where the bytes are not well-formed.
  bool parse(pugi::xml_document& document);
  void fail(MessageId id, std::ptrdiff_t byte_offset, std::initializer_list<std::string_view> arguments);
  void fail(MessageId id, pugi::xml_node node, std::initializer_list<std::string_view> arguments);

  void allow(pugi::xml_node node, std::initializer_list<std::string_view> names);
  std::string optional(pugi::xml_node node, const char* name);
  std::string required(pugi::xml_node node, const char* name);
  /// The attribute's value through `from`, which gives an optional.
  template <class From>
  auto converted(pugi::xml_node node, const char* name, From from) -> decltype(from(std::string_view()));
  template <class From>
  auto needed(pugi::xml_node node, const char* name, From from) ->
      typename decltype(from(std::string_view()))::value_type;
  std::string text_of(pugi::xml_node node);
  /// Calls `visit(name, child)` for each child element; it returns whether it knows the name.
  template <class Visit>
  void each_child(pugi::xml_node node, Visit visit);
  void empty(pugi::xml_node node);

  ChecklistReference checklist(pugi::xml_node node);
  Identity identity(pugi::xml_node node);
  Score score(pugi::xml_node node);
  BasisCitation basis(pugi::xml_node node);

  [[nodiscard]] std::string_view source() const { return source_; }
  [[nodiscard]] const std::optional<Message>& error() const { return error_; }

 private:
  std::string_view bytes_;
  std::string_view source_;
  std::optional<Message> error_;
};

template <class From>
auto XmlWalk::converted(pugi::xml_node node, const char* name, From from) -> decltype(from(std::string_view())) {
  const pugi::xml_attribute attribute = node.attribute(name);
  if (!attribute) return std::nullopt;
  auto value = from(std::string_view(attribute.value()));
  if (!value) fail(MessageId::audit_xml_value, node, {name, attribute.value()});
  return value;
}

template <class From>
auto XmlWalk::needed(pugi::xml_node node, const char* name, From from) ->
    typename decltype(from(std::string_view()))::value_type {
  if (!node.attribute(name)) fail(MessageId::audit_xml_lacking, node, {name});
  return converted(node, name, from).value_or(typename decltype(from(std::string_view()))::value_type{});
}

template <class Visit>
void XmlWalk::each_child(pugi::xml_node node, Visit visit) {
  for (const pugi::xml_node child : node.children()) {
    if (error_) return;
    if (child.type() == pugi::node_element) {
      if (!visit(std::string_view(child.name()), child)) fail(MessageId::audit_xml_unexpected, child, {child.name()});
      continue;
    }
    const std::string_view text = child.value();
    const std::size_t first = text.find_first_not_of(kXmlWhiteSpace);
    if (first != std::string_view::npos) fail(MessageId::audit_xml_unexpected, child, {text.substr(first)});
  }
}

}  // namespace fazhi
