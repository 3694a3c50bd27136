#include "document/office/odt_body.hpp"

#include <algorithm>
#include <array>

#include "base/limits.hpp"
#include "document/xml_part.hpp"

namespace fazhi {
namespace {

constexpr int kDeepestHeading = 9;

/// What holds no text of the document: comments, the store of deleted text,
/// pictures and embedded objects with their descriptions, form controls, labels
/// written for programs without lists, annotations of ruby, scripts.
bool is_left_out(const pugi::xml_node& node) {
  const std::string_view local = local_name(node);
  // The field text:title shows the document's title.
  if (local == "title" || local == "desc") return std::string_view(node.name()).starts_with("svg:");
  constexpr auto kNames = std::to_array<std::string_view>(
      {"annotation", "annotation-end", "tracked-changes", "forms", "object", "object-ole", "plugin",
       "applet", "floating-frame", "control", "number", "ruby-text", "script", "event-listeners", "image-map",
       "covered-table-cell", "binary-data"});
  return std::find(kNames.begin(), kNames.end(), local) != kNames.end() || local.ends_with("-source") ||
         local.ends_with("-decls");
}

bool is_index(std::string_view local) {
  return local == "table-of-content" || local == "bibliography" || local.ends_with("-index");
}

bool is_drawing(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return name.starts_with("draw:") || name.starts_with("dr3d:");
}

/// text:section and the fields that hide say so by themselves.
bool hides_itself(const pugi::xml_node& node) {
  if (node.attribute("text:is-hidden")) return node.attribute("text:is-hidden").as_bool();
  return std::string_view(node.attribute("text:display").value()) == "none";
}

bool is_ascii(char each) { return static_cast<unsigned char>(each) < 0x80U; }

}  // namespace

/// An item of a list until its first paragraph took the number.
struct OdtBody::Item {
  OdtLists::List list = 0;
  std::string_view style;  ///< "" leaves it to the paragraph's style
  std::size_t level = 0;
  std::optional<std::int64_t> start;
  bool waits = false;
};

struct OdtBody::Place {
  bool in_table = false;
  bool furniture = false;
  bool hidden = false;
  Item* item = nullptr;

  /// The same, out of the list around it.
  [[nodiscard]] Place outside_list() const { return {in_table, furniture, hidden, nullptr}; }
};

/// The text of one paragraph as it grows. White space of the markup is one
/// space, and none where the paragraph begins (ISO/IEC 26300-1, 6.1.2).
struct OdtBody::Inline {
  std::string text;
  bool behind_space = true;
  bool hidden_paragraph = false;
  bool lost_hidden = false;
  std::vector<pugi::xml_node> before;  ///< drawings that are anchored before the first character
  std::vector<pugi::xml_node> behind;
  std::vector<pugi::xml_node> notes;

  void add(std::string_view characters) {
    for (const char each : characters) {
      const bool space = each == ' ' || each == '\t' || each == '\n' || each == '\r';
      if (!space) text += each;
      if (space && !behind_space) text += ' ';
      behind_space = space;
    }
  }
  void add_literally(std::size_t count, char each) {
    text.append(count, each);
    behind_space = false;
  }
};

void OdtBody::read(const pugi::xml_node& container, bool furniture) {
  Place place;
  place.furniture = furniture;
  read_blocks(container, place);
}

void OdtBody::read_blocks(const pugi::xml_node& container, const Place& place) {
  for (const pugi::xml_node& node : container.children()) {
    if (builder_.is_full()) return;
    if (node.type() == pugi::node_element) read_block(node, place);
  }
}

void OdtBody::read_block(const pugi::xml_node& node, const Place& place) {
  const std::string_view local = local_name(node);
  if (local == "p" || local == "h") return read_paragraph(node, place, local == "h");
  if (local == "list") return read_list(node, place);
  if (local == "numbered-paragraph") return read_numbered_paragraph(node, place);
  if (local == "table") return read_rows(node, place);
  if (local == "annotation") ++left_out_.comments;
  if (local == "tracked-changes") {
    for (const pugi::xml_node& each : node.children()) left_out_.changes += static_cast<std::size_t>(local_name(each) == "changed-region");
  }
  if (is_left_out(node)) return;
  Place inside = is_drawing(node) ? place.outside_list() : place;
  inside.furniture = inside.furniture || is_index(local);
  inside.hidden = inside.hidden || (local == "section" && hides_itself(node));
  read_blocks(node, inside);
}

void OdtBody::read_paragraph(const pugi::xml_node& node, const Place& place, bool is_heading) {
  const OdtStyles::OfParagraph style = styles_.of_paragraph(attribute_named(node, "style-name"));
  Inline line;
  line.hidden_paragraph = place.hidden;
  read_inline(node, line, place.hidden || style.hidden.value_or(false));
  if (line.hidden_paragraph && !line.text.empty()) {
    line.text.clear();
    line.lost_hidden = true;
  }
  if (line.lost_hidden) ++left_out_.hidden;
  for (const pugi::xml_node& each : line.before) read_block(each, place.outside_list());

  std::string label = label_of(node, place, style, is_heading);
  if (!label.empty() && !line.text.empty()) {
    if (is_ascii(label.back()) && is_ascii(line.text.front())) label += ' ';
    line.text.insert(0, label);
  }
  ParagraphHints hints;
  if (is_heading && !style.is_title) {
    const auto level = odf_integer(attribute_named(node, "outline-level")).value_or(1);
    hints.heading_level = static_cast<int>(std::clamp<std::int64_t>(level, 1, kDeepestHeading));
  }
  hints.centered = style.centered || style.is_title;
  hints.in_table = place.in_table;
  hints.furniture = place.furniture;
  builder_.add(line.text, hints);
  for (const pugi::xml_node& each : line.behind) read_block(each, place.outside_list());
  for (const pugi::xml_node& each : line.notes) read_note(each);
}

std::string OdtBody::label_of(const pugi::xml_node& node, const Place& place, const OdtStyles::OfParagraph& style,
                              bool is_heading) {
  const std::string_view of_style = style.list_style.value_or(std::string_view());
  if (Item* const item = place.item; item != nullptr) {
    if (!item->waits) return {};
    item->waits = false;
    const std::string_view name = item->style.empty() ? of_style : item->style;
    return lists_.count(name == lists_.outline_style() ? OdtLists::outline() : item->list, name, item->level, item->start);
  }
  if (!is_heading || attribute_named(node, "is-list-header") == "true") return {};
  if (style.list_style && of_style.empty()) return {};
  const auto level = odf_integer(attribute_named(node, "outline-level")).value_or(1);
  const bool restarts = attribute_named(node, "restart-numbering") == "true";
  std::optional<std::int64_t> start = odf_integer(attribute_named(node, "start-value"));
  if (restarts && !start) start = 1;
  return lists_.count(OdtLists::outline(), style.list_style ? of_style : lists_.outline_style(),
                      static_cast<std::size_t>(std::max<std::int64_t>(level, 1) - 1), start);
}

void OdtBody::read_list(const pugi::xml_node& node, const Place& place) {
  const Item* const around = place.item;
  std::string_view style = attribute_named(node, "style-name");
  if (style.empty() && around != nullptr) style = around->style;
  const OdtLists::List list = around != nullptr ? around->list : lists_.begin(node, style);
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view local = local_name(child);
    if (local != "list-item" && local != "list-header") continue;
    const std::string_view override_style = attribute_named(child, "style-override");
    Item item;
    item.list = list;
    item.style = override_style.empty() ? style : override_style;
    item.level = around != nullptr ? around->level + 1 : 0;
    item.start = odf_integer(attribute_named(child, "start-value"));
    item.waits = local == "list-item";
    Place inside = place;
    inside.item = &item;
    read_blocks(child, inside);
  }
}

void OdtBody::read_numbered_paragraph(const pugi::xml_node& node, const Place& place) {
  const auto level = odf_integer(attribute_named(node, "level")).value_or(1);
  Item item;
  item.style = attribute_named(node, "style-name");
  item.list = lists_.numbered_paragraphs(attribute_named(node, "list-id"));
  item.level = static_cast<std::size_t>(std::max<std::int64_t>(level, 1) - 1);
  item.start = odf_integer(attribute_named(node, "start-value"));
  item.waits = true;
  Place inside = place;
  inside.item = &item;
  read_blocks(node, inside);
}

std::size_t OdtBody::repeats_of(const pugi::xml_node& node, std::string_view attribute) {
  const auto asked = odf_integer(attribute_named(node, attribute)).value_or(1);
  if (asked <= 1 || !node.first_child()) return 1;
  const std::size_t more = std::min(static_cast<std::size_t>(asked - 1), limits::kRepeatedCells - repeated_);
  repeated_ += more;
  return more + 1;
}

void OdtBody::read_rows(const pugi::xml_node& table, const Place& place) {
  for (const pugi::xml_node& child : table.children()) {
    const std::string_view local = local_name(child);
    if (local == "table-row") {
      for (std::size_t left = repeats_of(child, "number-rows-repeated"); left > 0; --left) read_row(child, place);
    } else if (local == "table-rows" || local == "table-header-rows" || local == "table-row-group") {
      read_rows(child, place);
    } else if (is_drawing(child) || local == "shapes") {
      read_block(child, place);
    }
  }
}

void OdtBody::read_row(const pugi::xml_node& row, const Place& place) {
  Place inside = place.outside_list();
  inside.in_table = true;
  for (const pugi::xml_node& cell : row.children()) {
    if (local_name(cell) != "table-cell") continue;
    for (std::size_t left = repeats_of(cell, "number-columns-repeated"); left > 0; --left) read_blocks(cell, inside);
  }
}

void OdtBody::read_note(const pugi::xml_node& node) {
  ++left_out_.notes;
  Place place;
  place.furniture = true;
  read_blocks(child_named(node, "note-body"), place);
}

void OdtBody::read_inline(const pugi::xml_node& parent, Inline& to, bool hidden) {
  for (const pugi::xml_node& node : parent.children()) {
    if (node.type() == pugi::node_element) {
      read_inline_element(node, to, hidden);
    } else if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      const std::string_view text = node.value();
      if (!hidden) to.add(text);
      if (hidden && text.find_first_not_of(" \t\r\n") != std::string_view::npos) to.lost_hidden = true;
    }
  }
}

void OdtBody::read_inline_element(const pugi::xml_node& node, Inline& to, bool hidden) {
  const std::string_view local = local_name(node);
  if (is_drawing(node)) {
    if (!hidden) (to.text.empty() ? to.before : to.behind).push_back(node);
  } else if (local == "s") {
    const auto count = odf_integer(attribute_named(node, "c")).value_or(1);
    const auto kept = std::clamp<std::int64_t>(count, 0, static_cast<std::int64_t>(limits::kRepeatedSpaces));
    if (!hidden) to.add_literally(static_cast<std::size_t>(kept), ' ');
  } else if (local == "tab") {
    if (!hidden) to.add_literally(1, '\t');
  } else if (local == "line-break") {
    if (!hidden) to.add_literally(1, '\n');
  } else if (local == "note") {
    if (!hidden) to.notes.push_back(node);
  } else if (local == "annotation") {
    ++left_out_.comments;
  } else if (local == "hidden-paragraph") {
    to.hidden_paragraph = to.hidden_paragraph || hides_itself(node);
  } else if (!is_left_out(node)) {
    const bool says = local == "span" || local == "hidden-text" || local.starts_with("variable-");
    const std::optional<bool> of_style = local == "span" ? styles_.hides(attribute_named(node, "style-name")) : std::nullopt;
    read_inline(node, to, of_style.value_or(hidden) || (says && hides_itself(node)));
  }
}

}  // namespace fazhi
