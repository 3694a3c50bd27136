#include "audit/xml_walk.hpp"

#include "audit/escape.hpp"
#include "audit/points.hpp"

namespace fazhi {
namespace {

/// Bytes of the input that an error repeats at most.
constexpr std::size_t kShownBytes = 60;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

std::string shown(std::string_view text) {
  if (text.size() <= kShownBytes) return std::string(text);
  std::size_t end = kShownBytes;
  while (end > 0 && continues(text[end])) --end;
  return std::string(text.substr(0, end)) + "…";
}

/// Looks for references to what is no character (&#xD800;), which pugixml takes.
class NoCharacter : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    bool valid = !find_no_utf8(node.value());
    for (const pugi::xml_attribute attribute : node.attributes()) valid = valid && !find_no_utf8(attribute.value());
    if (!valid) found_ = (node.type() == pugi::node_pcdata ? node.parent() : node).offset_debug();
    return valid;
  }
  /// Byte of the input where its element begins.
  [[nodiscard]] std::ptrdiff_t found() const { return found_; }

 private:
  std::ptrdiff_t found_ = 0;
};

}  // namespace

std::optional<bool> truth_from(std::string_view text) {
  if (text == "true" || text == "1") return true;
  if (text == "false" || text == "0") return false;
  return std::nullopt;
}

std::optional<int> per_cent_from(std::string_view text) {
  const auto value = number_from<int>(text);
  return value && *value >= 0 && *value <= 100 ? value : std::nullopt;
}

std::optional<int> page_from(std::string_view text) {
  const auto page = number_from<int>(text);
  return page && *page > 0 ? page : std::nullopt;
}

bool XmlWalk::parse(pugi::xml_document& document) {
  // pugixml takes any bytes for text.
  if (const std::optional<std::size_t> invalid = find_no_utf8(bytes_)) {
    fail(MessageId::audit_xml_malformed, static_cast<std::ptrdiff_t>(*invalid), {});
    return false;
  }
  const pugi::xml_parse_result parsed = document.load_buffer(
      bytes_.data(), bytes_.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
  if (!parsed) {
    fail(MessageId::audit_xml_malformed, parsed.offset, {});
    return false;
  }
  NoCharacter walker;
  if (!document.traverse(walker)) fail(MessageId::audit_xml_malformed, walker.found(), {});
  return !error_;
}

void XmlWalk::fail(MessageId id, std::ptrdiff_t byte_offset, std::initializer_list<std::string_view> arguments) {
  if (error_) return;
  const auto offset = byte_offset < 0 ? std::size_t{0} : static_cast<std::size_t>(byte_offset);
  std::size_t line = 1;
  std::size_t column = 1;
  for (const char c : bytes_.substr(0, offset)) {
    if (!continues(c)) ++column;
    if (c == '\n') {
      ++line;
      column = 1;
    }
  }
  error_ = Message{id, {std::string(source_), std::to_string(line), std::to_string(column)}};
  for (const std::string_view argument : arguments) error_->arguments.push_back(shown(argument));
}

void XmlWalk::fail(MessageId id, pugi::xml_node node, std::initializer_list<std::string_view> arguments) {
  fail(id, node.offset_debug(), arguments);
}

void XmlWalk::allow(pugi::xml_node node, std::initializer_list<std::string_view> names) {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    bool known = false;
    for (const std::string_view name : names) known = known || name == attribute.name();
    if (!known) fail(MessageId::audit_xml_unexpected, node, {attribute.name()});
  }
}

std::string XmlWalk::optional(pugi::xml_node node, const char* name) { return node.attribute(name).value(); }

std::string XmlWalk::required(pugi::xml_node node, const char* name) {
  if (!node.attribute(name)) fail(MessageId::audit_xml_lacking, node, {name});
  return node.attribute(name).value();
}

std::string XmlWalk::text_of(pugi::xml_node node) {
  std::string text;
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_element) fail(MessageId::audit_xml_unexpected, child, {child.name()});
    text += child.value();
  }
  return text;
}

void XmlWalk::empty(pugi::xml_node node) {
  each_child(node, [](std::string_view, pugi::xml_node) { return false; });
}

ChecklistReference XmlWalk::checklist(pugi::xml_node node) {
  allow(node, {"id", "version", "title", "sha256"});
  empty(node);
  return {required(node, "id"), required(node, "version"), required(node, "title"), required(node, "sha256")};
}

Identity XmlWalk::identity(pugi::xml_node node) {
  allow(node, {"unit", "level", "year", "title", "document-number", "signature-date", "other-reports"});
  empty(node);
  Identity out;
  out.unit = optional(node, "unit");
  out.level = converted(node, "level", level_from);
  out.year = converted(node, "year", number_from<int>);
  out.title = optional(node, "title");
  out.document_number = optional(node, "document-number");
  out.signature_date = optional(node, "signature-date");
  out.other_reports = converted(node, "other-reports", number_from<std::uint32_t>).value_or(0);
  return out;
}

Score XmlWalk::score(pugi::xml_node node) {
  allow(node, {"awarded", "highest", "possible", "grade", "passed"});
  empty(node);
  Score out;
  out.awarded_hundredths = needed(node, "awarded", points_from);
  out.highest_hundredths = converted(node, "highest", points_from).value_or(out.awarded_hundredths);
  out.possible_hundredths = needed(node, "possible", points_from);
  out.grade = optional(node, "grade");
  out.passed = converted(node, "passed", truth_from);
  return out;
}

BasisCitation XmlWalk::basis(pugi::xml_node node) {
  allow(node, {"document", "article"});
  return {required(node, "document"), optional(node, "article"), text_of(node)};
}

}  // namespace fazhi
