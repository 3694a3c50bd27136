#include "document/office/docx_body.hpp"

#include <algorithm>
#include <utility>

#include "document/xml_part.hpp"

namespace fazhi::docx {
namespace {

constexpr int kHeadingLevels = 9;
/// A cell with so many paragraphs, or more, is a page that a table lays out.
constexpr int kPageParagraphs = 5;
/// An entry of a table of contents is no longer; what is longer only has its style.
constexpr std::size_t kContentsBytes = 300;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

bool ends_in_page_number(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return !text.empty() && text.back() >= '0' && text.back() <= '9';
}

/// A cell that goes on with the one above or on its left (17.4.84, 17.4.22).
bool continues_merge(const pugi::xml_node& properties, std::string_view name) {
  const pugi::xml_node merge = child_named(properties, name);
  return merge && attribute_named(merge, "val") != "restart";
}

bool is_page(const pugi::xml_node& cell) {
  int paragraphs = 0;
  for (const pugi::xml_node& each : cell.children()) paragraphs += local_name(each) == "p" ? 1 : 0;
  return paragraphs >= kPageParagraphs;
}

}  // namespace

void BodyReader::read(const pugi::xml_node& root, Story story) {
  story_ = story;
  in_table_ = false;
  inline_ = InlineReader(styles_, tally_);
  blocks(root);
  finish_carried();
}

void BodyReader::blocks(const pugi::xml_node& parent) {
  for (const pugi::xml_node& each : parent.children()) {
    if (builder_.is_full()) return;
    block(each);
  }
}

void BodyReader::block(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  if (name == "p") return paragraph(node);
  if (name == "tbl") return table(node);
  if (name == "tr") return row(node);
  if (name == "tc") return cell(node);
  if (name == "sectPr") return section(node);
  if (name == "AlternateContent") return blocks(alternative(node));
  if (name == "altChunk" || name == "subDoc") {
    if (!take_in_(attribute_named(node, "id"))) ++tally_.foreign_parts;
    return;
  }
  if (name == "del" || name == "moveFrom") {
    ++tally_.revisions;
    return;
  }
  if (!name.ends_with("Pr")) blocks(node);
}

void BodyReader::table(const pugi::xml_node& node) {
  finish_carried();
  const bool was_in_table = std::exchange(in_table_, true);
  blocks(node);
  in_table_ = was_in_table;
}

void BodyReader::row(const pugi::xml_node& node) {
  if (child_named(child_named(node, "trPr"), "del")) {
    ++tally_.revisions;
    return;
  }
  blocks(node);
}

void BodyReader::cell(const pugi::xml_node& node) {
  const pugi::xml_node properties = child_named(node, "tcPr");
  if (continues_merge(properties, "vMerge") || continues_merge(properties, "hMerge")) return;
  if (child_named(properties, "cellDel")) {
    ++tally_.revisions;
    return;
  }
  const bool was_in_table = std::exchange(in_table_, !is_page(node));
  blocks(node);
  finish_carried();
  in_table_ = was_in_table;
}

void BodyReader::text_box(const pugi::xml_node& content) {
  const bool was_in_table = std::exchange(in_table_, false);
  InlineReader outside = std::exchange(inline_, InlineReader(styles_, tally_));
  blocks(content);
  finish_carried();
  inline_ = std::move(outside);
  in_table_ = was_in_table;
}

std::string BodyReader::label_of(const ParagraphProperties& own, const ResolvedStyle& style) {
  const int number_id = own.list.number_id.value_or(style.list.number_id.value_or(0));
  if (number_id == 0) return {};
  std::optional<int> level = own.list.level;
  if (!level && !own.list.number_id) {
    level = numbering_.level_of_style(number_id, own.style);
    if (!level) level = numbering_.level_of_style(number_id, style.list_style);
  }
  return counters_.next(number_id, level.value_or(style.list.level.value_or(0)));
}

void BodyReader::paragraph(const pugi::xml_node& node) {
  const pugi::xml_node properties = child_named(node, "pPr");
  const pugi::xml_node mark = child_named(properties, "rPr");
  const ParagraphProperties own = paragraph_properties(properties);
  const ResolvedStyle& style = styles_.paragraph(own.style);
  if (const pugi::xml_node sections = child_named(properties, "sectPr")) section(sections);
  const InlineReader::Text read = inline_.read(node, style.hidden);
  const bool mark_deleted = child_named(mark, "del") || child_named(mark, "moveFrom");
  const std::string_view drop_cap = attribute_named(child_named(properties, "framePr"), "dropCap");
  const bool is_initial = drop_cap == "drop" || drop_cap == "margin";
  const bool mark_hidden = toggle(mark, "vanish").value_or(style.hidden);
  if (mark_deleted) ++tally_.revisions;
  // What is deleted or hidden as a whole is no member of its list.
  const bool is_gone = (mark_deleted || mark_hidden) && is_blank(read.text) && !carried_.any;
  if (!is_gone) {
    const std::string label = label_of(own, style);
    if (!label.empty()) carried_.label = label;
    carried_.text += read.text;
    carried_.any = true;
    if (!mark_deleted && !is_initial) finish_paragraph(hints_of(own, style, read.in_contents));
  }
  for (const pugi::xml_node& each : read.text_boxes) text_box(each);
}

ParagraphHints BodyReader::hints_of(const ParagraphProperties& own, const ResolvedStyle& style, bool in_contents) const {
  ParagraphHints hints;
  hints.heading_level = style.heading_level;
  if (own.outline_level && !style.title) {
    const int level = *own.outline_level;
    hints.heading_level = level >= 0 && level < kHeadingLevels ? level + 1 : 0;
  }
  hints.centered = own.centered.value_or(style.centered);
  hints.in_table = in_table_;
  const std::string& text = carried_.text;
  const bool contents = style.contents || (in_contents && ends_in_page_number(text));
  hints.furniture = contents && text.size() <= kContentsBytes;
  return hints;
}

void BodyReader::section(const pugi::xml_node& properties) {
  for (const pugi::xml_node& each : properties.children()) {
    const std::string_view name = local_name(each);
    if (name != "headerReference" && name != "footerReference") continue;
    headers_and_footers_.emplace_back(attribute_named(each, "id"));
  }
}

void BodyReader::finish_paragraph(const ParagraphHints& hints) {
  const Carried whole = std::exchange(carried_, {});
  add(is_blank(whole.text) ? std::string() : labelled(whole.label, whole.text), hints);
}

void BodyReader::finish_carried() {
  if (carried_.any) finish_paragraph({.in_table = in_table_});
}

void BodyReader::add(const std::string& text, ParagraphHints hints) {
  if (story_ == Story::apart) {
    if (is_blank(text) || !told_apart_.insert(text).second) return;
    hints.furniture = true;
  }
  builder_.add(text, hints);
}

}  // namespace fazhi::docx
