#include "document/office/odt_lists.hpp"

#include <algorithm>
#include <charconv>

#include "base/limits.hpp"
#include "document/office/odf_number.hpp"
#include "document/xml_part.hpp"

namespace fazhi {
namespace {

constexpr std::int64_t kLargestNumber = 1'000'000'000;

/// `text` with %1% … %10% replaced by `number(level)`.
template <class Number>
std::string filled(std::string_view text, const Number& number) {
  std::string out;
  while (!text.empty() && out.size() < limits::kListLabelBytes) {
    const std::size_t open = std::min(text.find('%'), text.size());
    out += text.substr(0, open);
    text.remove_prefix(open);
    if (text.empty()) break;
    const std::size_t close = text.find('%', 1);
    const auto level = close == std::string_view::npos ? std::nullopt : odf_integer(text.substr(1, close - 1));
    if (level && *level >= 1 && *level <= static_cast<std::int64_t>(OdtLists::kLevels)) {
      out += number(static_cast<std::size_t>(*level - 1));
      text.remove_prefix(close + 1);
    } else {
      out += '%';
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace

std::optional<std::int64_t> odf_integer(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return std::clamp(value, -kLargestNumber, kLargestNumber);
}

void OdtLists::add_styles(const pugi::xml_node& container) {
  for (const pugi::xml_node& node : container.children()) {
    const std::string_view local = local_name(node);
    if (local != "list-style" && local != "outline-style") continue;
    std::string_view name = attribute_named(node, "name");
    if (local == "outline-style") {
      if (!name.empty()) outline_style_ = name;
      name = outline_style_;
    }
    Style& style = styles_[name] = {};
    for (const pugi::xml_node& child : node.children()) {
      const auto level = odf_integer(attribute_named(child, "level"));
      if (level && *level >= 1 && *level <= static_cast<std::int64_t>(kLevels)) {
        style[static_cast<std::size_t>(*level - 1)] = level_of(child);
      }
    }
  }
}

OdtLists::Level OdtLists::level_of(const pugi::xml_node& node) {
  const std::string_view local = local_name(node);
  Level level;
  level.is_numbered = local == "list-level-style-number" || local == "outline-level-style";
  level.format = attribute_named(node, "num-format");
  level.prefix = attribute_named(node, "num-prefix").substr(0, limits::kListLabelBytes);
  level.suffix = attribute_named(node, "num-suffix").substr(0, limits::kListLabelBytes);
  level.letter_sync = attribute_named(node, "num-letter-sync") == "true";
  level.start = odf_integer(attribute_named(node, "start-value")).value_or(1);
  const auto shown = odf_integer(attribute_named(node, "display-levels")).value_or(1);
  level.shown_levels = static_cast<std::size_t>(std::clamp<std::int64_t>(shown, 1, static_cast<std::int64_t>(kLevels)));
  if (const auto pattern = node.attribute("loext:num-list-format")) {
    level.pattern = std::string_view(pattern.value()).substr(0, limits::kListLabelBytes);
  }
  return level;
}

OdtLists::List OdtLists::begin(const pugi::xml_node& node, std::string_view style) {
  const std::string_view id = attribute_named(node, "id");
  std::optional<List> list;
  if (const auto continued = by_id_.find(attribute_named(node, "continue-list")); continued != by_id_.end()) {
    list = continued->second;
  } else if (last_ && attribute_named(node, "continue-numbering") == "true" && style == last_style_) {
    list = last_;
  }
  if (!list) {
    list = lists_.size();
    lists_.emplace_back();
  }
  if (!id.empty()) by_id_.insert_or_assign(id, *list);
  last_ = list;
  last_style_ = style;
  return *list;
}

OdtLists::List OdtLists::numbered_paragraphs(std::string_view id) {
  const auto [known, is_new] = by_id_.try_emplace(id, lists_.size());
  if (is_new) lists_.emplace_back();
  return known->second;
}

std::string OdtLists::count(List list, std::string_view style_name, std::size_t level,
                            std::optional<std::int64_t> start) {
  const auto found = styles_.find(style_name);
  if (found == styles_.end()) return {};
  const Style& style = found->second;
  level = std::min(level, kLevels - 1);
  Counters& counters = lists_[list];
  if (start) {
    counters[level] = start;
  } else {
    counters[level] = counters[level] ? *counters[level] + 1 : style[level].start;
  }
  std::fill(counters.begin() + static_cast<std::ptrdiff_t>(level) + 1, counters.end(), std::nullopt);
  return style[level].is_numbered ? label(style, counters, level) : std::string();
}

std::string OdtLists::label(const Style& style, const Counters& counters, std::size_t level) {
  const auto number = [&](std::size_t at) {
    return write_odf_number(style[at].format, counters[at].value_or(style[at].start), style[at].letter_sync);
  };
  if (style[level].pattern) return filled(*style[level].pattern, number);
  std::string numbers;
  for (std::size_t at = level + 1 - std::min(style[level].shown_levels, level + 1); at <= level; ++at) {
    const std::string each = number(at);
    if (!numbers.empty() && !each.empty()) numbers += '.';
    numbers += each;
  }
  return std::string(style[level].prefix) + numbers + std::string(style[level].suffix);
}

}  // namespace fazhi
