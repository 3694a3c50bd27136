#include "document/office/docx_inline.hpp"

#include <algorithm>
#include <array>

#include "document/office/docx_symbols.hpp"
#include "document/xml_part.hpp"

namespace fazhi::docx {
namespace {

/// Behind so many bytes of an instruction nothing is asked.
constexpr std::size_t kInstructionBytes = 200;

bool is_understood(std::string_view prefix) {
  constexpr auto kShapes = std::to_array<std::string_view>({"wps", "wpg", "wpc", "wp14", "w14", "w15"});
  return std::find(kShapes.begin(), kShapes.end(), prefix) != kShapes.end();
}

bool asks_only_for_shapes(std::string_view prefixes) {
  bool any = false;
  while (!prefixes.empty()) {
    const std::size_t end = std::min(prefixes.find(' '), prefixes.size());
    const std::string_view prefix = prefixes.substr(0, end);
    prefixes.remove_prefix(std::min(end + 1, prefixes.size()));
    if (prefix.empty()) continue;
    if (!is_understood(prefix)) return false;
    any = true;
  }
  return any;
}

bool is_xml_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view stripped(std::string_view text) {
  while (!text.empty() && is_xml_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_xml_space(text.back())) text.remove_suffix(1);
  return text;
}

bool has_text(const pugi::xml_node& run) {
  const auto is_text = [](const pugi::xml_node& each) { return local_name(each) == "t" && !std::string_view(each.child_value()).empty(); };
  return std::any_of(run.begin(), run.end(), is_text);
}

}  // namespace

pugi::xml_node alternative(const pugi::xml_node& alternate_content) {
  for (const pugi::xml_node& each : alternate_content.children()) {
    if (local_name(each) == "Choice" && asks_only_for_shapes(attribute_named(each, "Requires"))) return each;
  }
  if (const pugi::xml_node fallback = child_named(alternate_content, "Fallback")) return fallback;
  return child_named(alternate_content, "Choice");
}

InlineReader::Text InlineReader::read(const pugi::xml_node& paragraph, bool hidden) {
  out_ = {};
  out_.in_contents = contents_ > 0;
  paragraph_hidden_ = hidden;
  hidden_ = false;
  inside(paragraph);
  close_broken_fields();
  out_.in_contents |= contents_ > 0;
  return std::move(out_);
}

void InlineReader::inside(const pugi::xml_node& parent) {
  for (const pugi::xml_node& each : parent.children()) element(each);
}

void InlineReader::element(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  if (name == "r") return run(node);
  if (name == "del" || name == "moveFrom") {
    ++tally_->revisions;
    return;
  }
  if (name == "ins" || name == "moveTo") ++tally_->revisions;
  if (name == "AlternateContent") return inside(alternative(node));
  if (name == "ruby") return inside(child_named(node, "rubyBase"));
  if (name == "drawing" || name == "pict" || name == "object") return shapes(node);
  if (!name.ends_with("Pr")) inside(node);
}

void InlineReader::run(const pugi::xml_node& node) {
  const pugi::xml_node properties = child_named(node, "rPr");
  const std::string_view style = attribute_named(child_named(properties, "rStyle"), "val");
  // The property of the paragraph's style and that of the characters' turn each other over (17.7.3).
  const bool by_style = styles_->hides_characters(style) != paragraph_hidden_;
  const bool was_hidden = hidden_;
  hidden_ = was_hidden || toggle(properties, "vanish").value_or(by_style);
  if (hidden_ && instructions_ == 0 && has_text(node)) {
    if (!last_was_hidden_) ++tally_->hidden;
    last_was_hidden_ = true;
  } else if (!hidden_) {
    last_was_hidden_ = false;
  }
  run_parts(node);
  hidden_ = was_hidden;
}

void InlineReader::run_parts(const pugi::xml_node& parent) {
  for (const pugi::xml_node& each : parent.children()) run_part(each);
}

void InlineReader::run_part(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  if (name == "t") return characters(node);
  if (name == "tab" || name == "ptab") return put("\t");
  if (name == "br" || name == "cr") return put("\n");
  if (name == "noBreakHyphen") return put("-");
  if (name == "sym") return put(symbol(attribute_named(node, "font"), attribute_named(node, "char")));
  if (name == "fldChar") return field_character(attribute_named(node, "fldCharType"));
  if (name == "instrText") {
    if (fields_.empty() || fields_.back().in_result) return;
    std::string& instruction = fields_.back().instruction;
    instruction += std::string_view(node.child_value()).substr(0, kInstructionBytes - std::min(kInstructionBytes, instruction.size()));
    return;
  }
  if (name == "commentReference") {
    ++tally_->comments;
    return;
  }
  if (name == "AlternateContent") return run_parts(alternative(node));
  if (name == "rPr" || name == "delText" || name == "delInstrText") return;
  element(node);
}

void InlineReader::characters(const pugi::xml_node& text) {
  std::string characters;
  for (const pugi::xml_node& each : text.children()) characters += each.value();
  const bool preserves = attribute_named(text, "space") == "preserve";
  std::replace_if(characters.begin(), characters.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  put(preserves ? std::string_view(characters) : stripped(characters));
}

void InlineReader::put(std::string_view text) {
  if (hidden_) return;
  (instructions_ > 0 ? held_ : out_.text) += text;
}

void InlineReader::field_character(std::string_view type) {
  if (type == "begin") {
    if (instructions_++ == 0) outermost_instruction_ = fields_.size();
    fields_.emplace_back();
  } else if (type == "separate" && !fields_.empty() && !fields_.back().in_result) {
    Field& field = fields_.back();
    leave_instruction();
    field.in_result = true;
    field.text_before = out_.text.size();
    field.contents = stripped(field.instruction).starts_with("TOC");
    if (field.contents) ++contents_;
  } else if (type == "end" && !fields_.empty()) {
    end_field();
  }
}

void InlineReader::end_field() {
  const Field field = std::move(fields_.back());
  fields_.pop_back();
  if (!field.in_result) leave_instruction();
  if (field.contents) --contents_;
  const bool shows_nothing = !field.in_result || field.text_before >= out_.text.size();
  if (shows_nothing) put(enclosed_character(field.instruction));
}

void InlineReader::leave_instruction() {
  if (--instructions_ == 0) held_.clear();
}

/// An instruction ends in its paragraph; a field without an end must not
/// swallow what follows.
void InlineReader::close_broken_fields() {
  if (instructions_ == 0) return;
  for (; fields_.size() > outermost_instruction_; fields_.pop_back()) {
    if (fields_.back().contents) --contents_;
  }
  instructions_ = 0;
  out_.text += held_;
  held_.clear();
}

void InlineReader::shapes(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  if (name == "txbxContent") {
    if (!hidden_) out_.text_boxes.push_back(node);
    return;
  }
  if (name == "blip" || name == "imagedata") ++tally_->pictures;
  if (name == "AlternateContent") return shapes(alternative(node));
  for (const pugi::xml_node& each : node.children()) shapes(each);
}

}  // namespace fazhi::docx
