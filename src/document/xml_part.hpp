#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string_view>

#include "base/result.hpp"
#include "document/package.hpp"

namespace fazhi {

/// Parses `bytes` (UTF-8, UTF-16 or as its declaration says) into `out`.
/// Entities other than the five of XML stay as they stand: nothing is expanded,
/// nothing outside is read. Bytes and references that make no character are left
/// out: text and values of attributes are UTF-8. Fails with `input_damaged` and the place
/// "part:byte" on a syntax error, or with
/// `input_nested_too_deep` past `limits::kMarkupDepth`, or with
/// `input_unpacks_too_large` past `limits::kMarkupNodes`.
/// White space between elements is kept where it is the only child, unless
/// `options` (those of pugixml) say otherwise.
[[nodiscard]] std::optional<Message> parse_xml(const Package& package, std::string_view part, std::string_view bytes,
                                               pugi::xml_document& out,
                                               unsigned options = pugi::parse_default | pugi::parse_ws_pcdata_single);

/// The element's name without its namespace prefix.
[[nodiscard]] std::string_view local_name(const char* qualified);
[[nodiscard]] inline std::string_view local_name(const pugi::xml_node& node) { return local_name(node.name()); }

/// The first child element with this local name, whatever its prefix.
[[nodiscard]] pugi::xml_node child_named(const pugi::xml_node& node, std::string_view name);
/// The value of the attribute with this local name; "" where there is none.
[[nodiscard]] std::string_view attribute_named(const pugi::xml_node& node, std::string_view name);

}  // namespace fazhi
