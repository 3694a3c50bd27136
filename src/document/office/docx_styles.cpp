#include "document/office/docx_styles.hpp"

#include <algorithm>
#include <charconv>

#include "base/ascii.hpp"
#include "base/limits.hpp"
#include "document/xml_part.hpp"

namespace fazhi::docx {
namespace {

constexpr int kHeadingLevels = 9;

/// The number behind `word` in a style's name ("heading 1", "标题1"), 0 where
/// it is another name.
int numbered_name(std::string_view name, std::string_view word) {
  if (!name.starts_with(word)) return 0;
  name.remove_prefix(word.size());
  if (name.starts_with(' ')) name.remove_prefix(1);
  return name.size() == 1 && name[0] >= '1' && name[0] <= '9' ? name[0] - '0' : 0;
}

int heading_of(std::string_view name) { return std::max(numbered_name(name, "heading"), numbered_name(name, "标题")); }

bool is_title(std::string_view name) { return name == "title" || name == "标题"; }

bool is_contents(std::string_view name) {
  return numbered_name(name, "toc") > 0 || numbered_name(name, "目录") > 0 || name == "toc heading" || name == "toc 标题";
}

std::string value_of(const pugi::xml_node& node, std::string_view child) {
  return std::string(attribute_named(child_named(node, child), "val"));
}

}  // namespace

std::optional<int> number_of(std::string_view value) {
  constexpr std::size_t kMostCharacters = 9;
  int number = 0;
  const char* const end = value.data() + value.size();
  if (value.empty() || value.size() > kMostCharacters) return std::nullopt;
  const auto [stop, error] = std::from_chars(value.data(), end, number);
  return error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

std::optional<bool> toggle(const pugi::xml_node& node, std::string_view name) {
  const pugi::xml_node property = child_named(node, name);
  if (!property) return std::nullopt;
  const std::string_view value = attribute_named(property, "val");
  return value != "0" && value != "false" && value != "off";
}

ParagraphProperties paragraph_properties(const pugi::xml_node& node) {
  ParagraphProperties out;
  for (const pugi::xml_node& each : node.children()) {
    const std::string_view name = local_name(each);
    const std::string_view value = attribute_named(each, "val");
    if (name == "pStyle") out.style = value;
    if (name == "outlineLvl") out.outline_level = number_of(value);
    if (name == "jc") out.centered = value == "center";
    if (name != "numPr") continue;
    out.list.number_id = number_of(attribute_named(child_named(each, "numId"), "val"));
    out.list.level = number_of(attribute_named(child_named(each, "ilvl"), "val"));
  }
  return out;
}

Styles::Styles(const pugi::xml_node& root) {
  const pugi::xml_node defaults = child_named(child_named(root, "docDefaults"), "pPrDefault");
  centered_by_default_ = paragraph_properties(child_named(defaults, "pPr")).centered.value_or(false);
  for (const pugi::xml_node& each : root.children()) {
    if (local_name(each) != "style") continue;
    const std::string id(attribute_named(each, "styleId"));
    const std::string_view by_default = attribute_named(each, "default");
    if (attribute_named(each, "type") == "paragraph" && (by_default == "1" || by_default == "true" || by_default == "on")) {
      default_paragraph_ = id;
    }
    styles_.emplace(id, Style{ascii::lower(value_of(each, "name")), value_of(each, "basedOn"),
                              paragraph_properties(child_named(each, "pPr")), toggle(child_named(each, "rPr"), "vanish")});
  }
}

ResolvedStyle Styles::resolve(std::string_view id) const {
  ResolvedStyle out;
  std::optional<int> level;
  std::optional<bool> centered;
  std::optional<bool> hidden;
  auto at = styles_.find(std::string(id));
  for (std::size_t step = 0; at != styles_.end() && step < limits::kStyleChain; ++step) {
    const auto& [style_id, style] = *at;
    out.title |= !level && is_title(style.name);
    out.contents |= is_contents(style.name);
    if (!level) level = style.properties.outline_level;
    if (const int heading = heading_of(style.name); !level && heading > 0) level = heading - 1;
    if (!centered) centered = style.properties.centered;
    if (!hidden) hidden = style.hidden;
    if (!out.list.number_id && style.properties.list.number_id) {
      out.list.number_id = style.properties.list.number_id;
      out.list_style = style_id;
    }
    if (!out.list.level) out.list.level = style.properties.list.level;
    at = styles_.find(style.based_on);
  }
  if (level && *level >= 0 && *level < kHeadingLevels && !out.title) out.heading_level = *level + 1;
  out.centered = centered.value_or(centered_by_default_) || out.title;
  out.hidden = hidden.value_or(false);
  return out;
}

const ResolvedStyle& Styles::paragraph(std::string_view id) {
  const std::string wanted(id.empty() || !styles_.contains(std::string(id)) ? std::string_view(default_paragraph_) : id);
  const auto [at, is_new] = resolved_.try_emplace(wanted);
  if (is_new) at->second = resolve(wanted);
  return at->second;
}

bool Styles::hides_characters(std::string_view id) {
  if (id.empty() || !styles_.contains(std::string(id))) return false;
  return paragraph(id).hidden;
}

std::optional<int> Styles::number_id_of(std::string_view id) const {
  const auto at = styles_.find(std::string(id));
  return at == styles_.end() ? std::nullopt : at->second.properties.list.number_id;
}

}  // namespace fazhi::docx
