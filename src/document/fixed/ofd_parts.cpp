#include "document/fixed/ofd_parts.hpp"

#include <span>

#include "base/ascii.hpp"
#include "document/xml_part.hpp"
#include "text/decode.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

std::string canonical(std::string_view name) {
  return ascii::lower(resolve_part({}, name));
}

std::string_view without_white_space(std::string_view text) {
  constexpr std::string_view kWhiteSpace = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kWhiteSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kWhiteSpace) - begin + 1);
}

/// Whether pugixml will take `bytes` for UTF-16 or UTF-32 and convert them.
bool is_wide(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
         bytes.substr(0, 4).find('\0') != std::string_view::npos;
}

}  // namespace

OfdParts::OfdParts(Package package) : package_(std::move(package)) {
  for (std::string& name : package_.parts()) stored_.try_emplace(canonical(name), name);
}

std::string OfdParts::find(std::string_view base, std::string_view location) const {
  const std::string_view target = without_white_space(location);
  if (target.empty()) return {};
  for (const std::string& folder : {resolve_part({}, base), std::string()}) {
    const auto known = stored_.find(canonical('/' + resolve_part(folder, target)));
    if (known != stored_.end()) return known->second;
  }
  return {};
}

std::optional<Message> OfdParts::parse(std::string_view part, std::string_view wanted, pugi::xml_document& out) {
  if (part.empty()) return damaged(wanted);
  Result<std::string> bytes = package_.read(part);
  if (!bytes) return bytes.error();
  if (!is_wide(*bytes) && utf8::find_invalid(*bytes)) {
    Result<DecodedText> decoded = decode(std::as_bytes(std::span(bytes->data(), bytes->size())), part);
    if (!decoded) return damaged(part);
    *bytes = std::move(decoded->utf8);
  }
  return parse_xml(package_, part, *bytes, out);
}

Message OfdParts::damaged(std::string_view part, const pugi::xml_node& node) const {
  return package_.damaged(std::string(part) + ':' + std::to_string(node.offset_debug() + 1));
}

std::string trimmed_text(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
  }
  return std::string(without_white_space(text));
}

bool is_true(std::string_view value) { return value == "true" || value == "1"; }

}  // namespace fazhi
