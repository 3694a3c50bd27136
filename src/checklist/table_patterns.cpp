#include <string>
#include <utility>

#include "checklist/expression_rules.hpp"
#include "checklist/table_reader.hpp"
#include "match/expression.hpp"
#include "text/normalize.hpp"

namespace fazhi {
namespace {

std::optional<std::string> read_phrase(const TableReader& reader, const TomlNode& node) {
  if (node.text.empty()) {
    reader.error(node.place, {MessageId::checklist_empty_phrase, {}});
    return std::nullopt;
  }
  std::string phrase = normalize_phrase(node.text);
  if (!phrase.empty()) return phrase;
  reader.error(node.place, {MessageId::checklist_vanishing_phrase, {node.text}});
  return std::nullopt;
}

std::optional<std::string> read_expression(const TableReader& reader, const TomlNode& node) {
  if (node.text.empty()) {
    reader.error(node.place, {MessageId::checklist_empty_phrase, {}});
    return std::nullopt;
  }
  if (const auto escape = find_ascii_escape(node.text)) {
    const Place place = reader.file().inside_string(node.place, escape->byte_offset, escape->escape.size());
    reader.error(place, {MessageId::checklist_ascii_escape, {std::string(escape->escape)}},
                 Message{MessageId::checklist_hint_character_class, {}});
    return std::nullopt;
  }
  if (const auto refusal = check_expression(node.text)) {
    const Place place = reader.file().inside_string(node.place, refusal->byte_offset, 1);
    reader.error(place, {MessageId::checklist_bad_expression, {refusal->message}});
    return std::nullopt;
  }
  std::string expression = normalize_pattern(node.text);
  if (const auto refusal = check_expression(expression)) {
    reader.error(node.place, {MessageId::checklist_bad_normal_expression, {expression, refusal->message}});
    return std::nullopt;
  }
  if (can_match_nothing(expression)) {
    reader.error(node.place, {MessageId::checklist_matches_nothing, {node.text}},
                 Message{MessageId::checklist_hint_matches_nothing, {}});
    return std::nullopt;
  }
  return expression;
}

}  // namespace

PatternSet TableReader::patterns(std::string_view any_key, std::string_view match_key, Need need) {
  PatternSet set;
  set.phrases = phrases(any_key, Need::optional);
  for (const TomlNode* node : strings(match_key, Need::optional)) {
    if (auto expression = read_expression(*this, *node)) set.expressions.push_back(std::move(*expression));
  }
  if (need == Need::required && !has(any_key) && !has(match_key)) {
    error(place(), {MessageId::checklist_no_patterns, {std::string(any_key), std::string(match_key)}});
  }
  return set;
}

PatternSet TableReader::pattern_table(std::string_view key, Need need) {
  std::optional<TableReader> inner = table(key, need);
  if (!inner) return {};
  PatternSet set = inner->patterns("any", "match", Need::required);
  inner->finish();
  return set;
}

std::string TableReader::phrase(std::string_view key, Need need) {
  const TomlNode* node = string_node(key, need);
  return node == nullptr ? std::string() : read_phrase(*this, *node).value_or("");
}

std::vector<std::string> TableReader::phrases(std::string_view key, Need need) {
  std::vector<std::string> all;
  for (const TomlNode* node : strings(key, need)) {
    if (auto phrase = read_phrase(*this, *node)) all.push_back(std::move(*phrase));
  }
  return all;
}

}  // namespace fazhi
