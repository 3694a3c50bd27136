#include "document/office/odt_styles.hpp"

#include "base/limits.hpp"
#include "document/xml_part.hpp"

namespace fazhi {

void OdtStyles::add(const pugi::xml_node& container) {
  for (const pugi::xml_node& node : container.children()) {
    const std::string_view local = local_name(node);
    const bool is_default = local == "default-style";
    if (local != "style" && !is_default) continue;
    const std::string_view family = attribute_named(node, "family");
    if (family != "paragraph" && family != "text") continue;
    Style style;
    style.parent = attribute_named(node, "parent-style-name");
    if (const auto list = node.attribute("style:list-style-name")) style.list_style = list.value();
    const std::string_view align = attribute_named(child_named(node, "paragraph-properties"), "text-align");
    if (!align.empty()) style.centered = align == "center";
    const pugi::xml_node text = child_named(node, "text-properties");
    const std::string_view display = attribute_named(text, "display");
    if (!display.empty()) style.hidden = display == "none" || attribute_named(text, "condition") == "none";
    (family == "text" ? texts_ : paragraphs_)[is_default ? std::string_view() : attribute_named(node, "name")] = style;
  }
}

OdtStyles::OfParagraph OdtStyles::of_paragraph(std::string_view name) const {
  OfParagraph out;
  std::optional<bool> centered;
  for (std::size_t step = 0; step < limits::kStyleChain; ++step) {
    out.is_title = out.is_title || name == "Title";
    const auto style = paragraphs_.find(name);
    if (style == paragraphs_.end()) break;
    const Style& found = style->second;
    if (!centered) centered = found.centered;
    if (!out.hidden) out.hidden = found.hidden;
    if (!out.list_style) out.list_style = found.list_style;
    if (name.empty()) break;
    // Without a parent the default style is one.
    name = found.parent;
  }
  out.centered = centered.value_or(false);
  return out;
}

std::optional<bool> OdtStyles::hides(std::string_view name) const {
  for (std::size_t step = 0; step < limits::kStyleChain && !name.empty(); ++step) {
    const auto style = texts_.find(name);
    if (style == texts_.end()) break;
    if (style->second.hidden) return style->second.hidden;
    name = style->second.parent;
  }
  return std::nullopt;
}

}  // namespace fazhi
