#include "document/office/docx_numbering.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "document/office/list_number.hpp"
#include "document/xml_part.hpp"
#include "text/utf8.hpp"

namespace fazhi::docx {
namespace {

std::optional<int> number_in(const pugi::xml_node& node, std::string_view child) {
  return number_of(attribute_named(child_named(node, child), "val"));
}

/// The index of a level; none beyond the nine that there are.
std::optional<std::size_t> level_index(std::string_view value) {
  const std::optional<int> number = number_of(value);
  if (!number || *number < 0 || *number >= static_cast<int>(kListLevels)) return std::nullopt;
  return static_cast<std::size_t>(*number);
}

/// A format that only newer programs know stands as a choice beside the nearest old one.
std::string_view number_format(const pugi::xml_node& level) {
  if (const pugi::xml_node plain = child_named(level, "numFmt")) return attribute_named(plain, "val");
  const pugi::xml_node fallback = child_named(child_named(level, "AlternateContent"), "Fallback");
  return attribute_named(child_named(fallback, "numFmt"), "val");
}

ListLevel level_of(const pugi::xml_node& node) {
  ListLevel out;
  out.start = number_in(node, "start").value_or(0);
  if (const std::string_view format = number_format(node); !format.empty()) out.format = format;
  const std::string_view text = attribute_named(child_named(node, "lvlText"), "val").substr(0, limits::kListLabelBytes);
  out.text = text.substr(0, utf8::find_invalid(text).value_or(text.size()));
  if (const pugi::xml_node suffix = child_named(node, "suff")) out.suffix = attribute_named(suffix, "val");
  out.restart = number_in(node, "lvlRestart");
  out.arabic = toggle(node, "isLgl").value_or(false);
  out.hidden = toggle(child_named(node, "rPr"), "vanish").value_or(false);
  out.style = attribute_named(child_named(node, "pStyle"), "val");
  return out;
}

bool is_letter_or_digit(char32_t value) {
  return (value >= U'0' && value <= U'9') || (value >= U'A' && value <= U'Z') || (value >= U'a' && value <= U'z') ||
         (value >= U'０' && value <= U'９') || (value >= U'Ａ' && value <= U'Ｚ') || (value >= U'ａ' && value <= U'ｚ');
}

/// Whether `label` needs white space before a text that begins with `first`:
/// 1.1 before anything, 1. before a digit, 第一章 before its name.
bool needs_space(std::string_view label, char first) {
  const char32_t last = utf8::decode_before(label, label.size()).value;
  if (is_letter_or_digit(last)) return true;
  if (last == U'.' || last == U'．') return first >= '0' && first <= '9';
  return utf8::is_han(last) && label.starts_with("第");
}

/// `text` may hold invalid bytes.
std::string_view without_leading_blanks(std::string_view text) {
  constexpr auto kBlanks = std::to_array<std::string_view>({" ", "\t", "\n", "\u3000", "\u00A0"});
  const auto blank_at_begin = [&] {
    return std::find_if(kBlanks.begin(), kBlanks.end(), [&](std::string_view each) { return text.starts_with(each); });
  };
  for (auto blank = blank_at_begin(); blank != kBlanks.end(); blank = blank_at_begin()) text.remove_prefix(blank->size());
  return text;
}

}  // namespace

Numbering::Numbering(const pugi::xml_node& root, const Styles& styles) {
  for (const pugi::xml_node& each : root.children()) {
    if (local_name(each) == "abstractNum") add_definition(each);
    if (local_name(each) == "num") add_list(each);
  }
  follow_style_links(styles);
}

void Numbering::add_definition(const pugi::xml_node& node) {
  const std::optional<int> id = number_of(attribute_named(node, "abstractNumId"));
  if (!id) return;
  Definition& definition = definitions_[*id];
  definition.style_link = attribute_named(child_named(node, "numStyleLink"), "val");
  for (const pugi::xml_node& each : node.children()) {
    if (local_name(each) != "lvl") continue;
    if (const auto index = level_index(attribute_named(each, "ilvl"))) definition.levels[*index] = level_of(each);
  }
}

void Numbering::add_list(const pugi::xml_node& node) {
  const std::optional<int> id = number_of(attribute_named(node, "numId"));
  const std::optional<int> definition = number_in(node, "abstractNumId");
  if (!id || !definition) return;
  List& list = lists_[*id];
  list.definition = *definition;
  for (const pugi::xml_node& each : node.children()) {
    if (local_name(each) != "lvlOverride") continue;
    const auto index = level_index(attribute_named(each, "ilvl"));
    if (!index) continue;
    list.overrides[*index].start = number_in(each, "startOverride");
    if (const pugi::xml_node level = child_named(each, "lvl")) list.overrides[*index].level = level_of(level);
  }
}

void Numbering::follow_style_links(const Styles& styles) {
  for (auto& [id, list] : lists_) {
    for (std::size_t step = 0; step < limits::kStyleChain; ++step) {
      const auto definition = definitions_.find(list.definition);
      if (definition == definitions_.end() || definition->second.style_link.empty()) break;
      const std::optional<int> linked = styles.number_id_of(definition->second.style_link);
      const auto other = linked ? lists_.find(*linked) : lists_.end();
      if (other == lists_.end() || other->second.definition == list.definition) break;
      list.definition = other->second.definition;
    }
  }
}

const Numbering::List* Numbering::list(int number_id) const {
  const auto at = lists_.find(number_id);
  return at == lists_.end() || !definitions_.contains(at->second.definition) ? nullptr : &at->second;
}

const ListLevel& Numbering::level(const List& list, std::size_t index) const {
  static const ListLevel kNotGiven;
  const auto own = list.overrides.find(index);
  if (own != list.overrides.end() && own->second.level) return *own->second.level;
  const auto& levels = definitions_.at(list.definition).levels;
  const auto given = levels.find(index);
  return given == levels.end() ? kNotGiven : given->second;
}

std::optional<int> Numbering::own_start(const List& list, std::size_t index) {
  const auto own = list.overrides.find(index);
  return own == list.overrides.end() ? std::nullopt : own->second.start;
}

std::optional<int> Numbering::level_of_style(int number_id, std::string_view style) const {
  const List* const found = list(number_id);
  if (found == nullptr || style.empty()) return std::nullopt;
  for (std::size_t index = 0; index < kListLevels; ++index) {
    if (level(*found, index).style == style) return static_cast<int>(index);
  }
  return std::nullopt;
}

int ListCounters::start_of(const Numbering::List& list, std::size_t level) const {
  return Numbering::own_start(list, level).value_or(numbering_.level(list, level).start);
}

void ListCounters::advance(const Numbering::List& list, int number_id, std::size_t level, Values& values) {
  bool& begun = begun_[number_id][level];
  const bool begins = !values[level] || (Numbering::own_start(list, level) && !begun);
  values[level] = begins ? start_of(list, level) : *values[level] + 1;
  begun = true;
  for (std::size_t lower = level + 1; lower < kListLevels; ++lower) {
    const std::optional<int> restart = numbering_.level(list, lower).restart;
    const bool heeds = !restart || *restart > static_cast<int>(lower) || static_cast<int>(level) < *restart;
    if (heeds) values[lower].reset();
  }
}

std::string ListCounters::label(const Numbering::List& list, std::size_t level, const Values& values) const {
  const ListLevel& own = numbering_.level(list, level);
  if (own.hidden || own.format == "bullet") return {};
  std::string out;
  for (std::size_t at = 0; at < own.text.size(); ++at) {
    const char next = at + 1 < own.text.size() ? own.text[at + 1] : '\0';
    if (own.text[at] != '%' || next < '1' || next > '9') {
      out += own.text[at];
      continue;
    }
    ++at;
    const auto index = static_cast<std::size_t>(next - '1');
    if (index > level) continue;
    const std::string& format = numbering_.level(list, index).format;
    const std::int64_t value = values[index].value_or(start_of(list, index));
    out += write_list_number(own.arabic && format != "none" ? "decimal" : format, value);
  }
  return out;
}

std::string ListCounters::next(int number_id, int level) {
  const Numbering::List* const list = numbering_.list(number_id);
  if (list == nullptr || level < 0 || level >= static_cast<int>(kListLevels)) return {};
  const auto index = static_cast<std::size_t>(level);
  Values& values = values_[list->definition];
  advance(*list, number_id, index, values);
  return label(*list, index, values);
}

std::string labelled(std::string_view label, std::string_view text) {
  if (label.empty()) return std::string(text);
  text = without_leading_blanks(text);
  std::string out(label);
  while (!out.empty() && (out.back() == ' ' || out.back() == '\t')) out.pop_back();
  if (out.empty() || text.empty()) return out += text;
  if (needs_space(out, text.front())) out += ' ';
  return out += text;
}

}  // namespace fazhi::docx
