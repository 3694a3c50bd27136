#include "checklist/toml_tree.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

// The installed library is built with exceptions; without them the header has to be compiled here.
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
// toml++ 3.3 asserts what a malformed file breaks ("[{"), and in a release
// build takes it for granted; without its assertions it reports the error.
#undef NDEBUG
#define TOML_ASSERT(expression) static_assert(true)
#include <toml++/toml.h>

#include "base/utf8.hpp"
#include "checklist/toml_hazard.hpp"

namespace fazhi {
namespace {

Place to_place(const toml::source_region& region, const SourceFile& file) {
  Place place{.line = static_cast<int>(region.begin.line), .column = static_cast<int>(region.begin.column)};
  const int line_end = static_cast<int>(count_code_points(file.line(place.line))) + 1;
  const int end = region.end.line == region.begin.line ? static_cast<int>(region.end.column) : line_end;
  place.length = std::max(1, end - place.column);
  return place;
}

bool stands_before(const TomlEntry& left, const TomlEntry& right) {
  return std::tie(left.key_place.line, left.key_place.column) < std::tie(right.key_place.line, right.key_place.column);
}

TomlNode convert(const toml::node& source, const SourceFile& file) {
  TomlNode node;
  node.place = to_place(source.source(), file);
  if (const auto* table = source.as_table()) {
    node.kind = TomlNode::Kind::table;
    for (const auto& [key, value] : *table) {
      node.entries.push_back({std::string(key.str()), to_place(key.source(), file), convert(value, file)});
    }
    std::sort(node.entries.begin(), node.entries.end(), stands_before);
  } else if (const auto* array = source.as_array()) {
    node.kind = TomlNode::Kind::array;
    for (const auto& value : *array) node.items.push_back(convert(value, file));
  } else if (const auto* text = source.as_string()) {
    node.kind = TomlNode::Kind::string;
    node.text = text->get();
  } else if (const auto* integer = source.as_integer()) {
    node.kind = TomlNode::Kind::integer;
    node.integer = integer->get();
  } else if (const auto* floating = source.as_floating_point()) {
    node.kind = TomlNode::Kind::floating;
    node.floating = floating->get();
  } else if (const auto* boolean = source.as_boolean()) {
    node.kind = TomlNode::Kind::boolean;
    node.boolean = boolean->get();
  } else {
    node.kind = TomlNode::Kind::date;
  }
  return node;
}

/// What an author probably did, for the two mistakes that are made most.
std::optional<Message> hint_for(std::string_view words) {
  if (words.find("unknown escape sequence") != std::string_view::npos) {
    return Message{MessageId::checklist_hint_literal_string, {}};
  }
  if (words.find("control characters") != std::string_view::npos) {
    return Message{MessageId::checklist_hint_unclosed_string, {}};
  }
  return std::nullopt;
}

}  // namespace

std::variant<TomlNode, TomlError> parse_toml(const SourceFile& file) {
  if (auto error = find_hazard(file)) return std::move(*error);
  const toml::parse_result result = toml::parse(std::string_view(file.content()), std::string_view(file.path()));
  if (result) return convert(result.table(), file);
  const std::string words(result.error().description());
  const bool is_key_twice = words.find("cannot redefine") != std::string::npos;
  const MessageId id = is_key_twice ? MessageId::checklist_key_twice : MessageId::checklist_syntax;
  return TomlError{to_place(result.error().source(), file), {id, {words}}, hint_for(words)};
}

}  // namespace fazhi
