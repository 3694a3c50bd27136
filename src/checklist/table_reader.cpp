#include "checklist/table_reader.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/iso_date.hpp"
#include "checklist/id.hpp"

namespace fazhi {
namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

void TableReader::error(Place place, Message message, std::optional<Message> hint) const {
  diagnostics_->error(*file_, place, std::move(message), std::move(hint));
}

void TableReader::warning(Place place, Message message, std::optional<Message> hint) const {
  diagnostics_->warning(*file_, place, std::move(message), std::move(hint));
}

const TomlEntry* TableReader::entry(std::string_view key) const {
  const auto found = std::find_if(table_->entries.begin(), table_->entries.end(),
                                  [&](const TomlEntry& each) { return each.key == key; });
  return found == table_->entries.end() ? nullptr : &*found;
}

bool TableReader::has(std::string_view key) const { return entry(key) != nullptr; }

Place TableReader::key_place(std::string_view key) const {
  const TomlEntry* found = entry(key);
  return found == nullptr ? table_->place : found->key_place;
}

Place TableReader::value_place(std::string_view key) const {
  const TomlEntry* found = entry(key);
  return found == nullptr ? table_->place : found->value.place;
}

const TomlNode* TableReader::value(std::string_view key) {
  known_.push_back(key);
  const TomlEntry* found = entry(key);
  return found == nullptr ? nullptr : &found->value;
}

const TomlNode* TableReader::value_of_kind(std::string_view key, Need need, TomlNode::Kind kind, MessageId otherwise) {
  const TomlNode* node = value(key);
  if (node == nullptr) {
    if (need == Need::required) error(place(), {MessageId::checklist_missing_key, {std::string(key)}});
    return nullptr;
  }
  if (node->kind == kind) return node;
  error(node->place, {otherwise, {std::string(key)}});
  return nullptr;
}

const TomlNode* TableReader::string_node(std::string_view key, Need need) {
  return value_of_kind(key, need, TomlNode::Kind::string, MessageId::checklist_expects_string);
}

std::string TableReader::text(std::string_view key, Need need) {
  const TomlNode* node = string_node(key, need);
  if (node == nullptr) return {};
  if (!is_blank(node->text)) return node->text;
  error(node->place, {MessageId::checklist_empty_value, {std::string(key)}});
  return {};
}

std::string TableReader::text_or_empty(std::string_view key) {
  const TomlNode* node = string_node(key, Need::optional);
  return node == nullptr ? std::string() : node->text;
}

std::string TableReader::id(std::string_view key, Need need) {
  std::string text = this->text(key, need);
  if (text.empty() || is_id(text)) return text;
  error(value(key)->place, {MessageId::checklist_bad_id, {text}});
  return {};
}

std::string TableReader::date(std::string_view key, Need need) {
  std::string text = this->text(key, need);
  if (text.empty() || is_iso_date(text)) return text;
  error(value(key)->place, {MessageId::checklist_bad_date, {text}});
  return {};
}

bool TableReader::flag(std::string_view key, bool fallback) {
  const TomlNode* node =
      value_of_kind(key, Need::optional, TomlNode::Kind::boolean, MessageId::checklist_expects_boolean);
  return node == nullptr ? fallback : node->boolean;
}

std::optional<int> TableReader::integer(std::string_view key, int least, int most, Need need) {
  const TomlNode* node = value_of_kind(key, need, TomlNode::Kind::integer, MessageId::checklist_expects_integer);
  if (node == nullptr) return std::nullopt;
  if (node->integer >= least && node->integer <= most) return static_cast<int>(node->integer);
  error(node->place, {MessageId::checklist_out_of_range,
                      {std::string(key), std::to_string(node->integer), std::to_string(least), std::to_string(most)}});
  return std::nullopt;
}

std::optional<std::int32_t> TableReader::hundredths(std::string_view key, Need need) {
  const TomlNode* node = value(key);
  if (node == nullptr) {
    if (need == Need::required) error(place(), {MessageId::checklist_missing_key, {std::string(key)}});
    return std::nullopt;
  }
  if (node->kind != TomlNode::Kind::integer && node->kind != TomlNode::Kind::floating) {
    error(node->place, {MessageId::checklist_expects_number, {std::string(key)}});
    return std::nullopt;
  }
  const double number = node->kind == TomlNode::Kind::integer ? static_cast<double>(node->integer) : node->floating;
  const bool is_in_range = number >= 0 && number <= 100;  // false for NaN too
  if (!is_in_range) {
    error(node->place, {MessageId::checklist_points_range, {std::string(key)}});
    return std::nullopt;
  }
  const double scaled = number * 100;
  if (std::abs(scaled - std::round(scaled)) > 1e-6) {
    error(node->place, {MessageId::checklist_decimals, {std::string(key)}});
    return std::nullopt;
  }
  return static_cast<std::int32_t>(std::lround(scaled));
}

std::vector<const TomlNode*> TableReader::strings(std::string_view key, Need need) {
  const TomlNode* array = value_of_kind(key, need, TomlNode::Kind::array, MessageId::checklist_expects_strings);
  std::vector<const TomlNode*> items;
  if (array == nullptr) return items;
  if (array->items.empty()) error(array->place, {MessageId::checklist_empty_value, {std::string(key)}});
  for (const TomlNode& item : array->items) {
    if (item.kind == TomlNode::Kind::string) {
      items.push_back(&item);
    } else {
      error(item.place, {MessageId::checklist_expects_strings, {std::string(key)}});
    }
  }
  return items;
}

std::vector<TableReader> TableReader::tables(std::string_view key, Need need) {
  const TomlNode* array = value_of_kind(key, need, TomlNode::Kind::array, MessageId::checklist_expects_tables);
  std::vector<TableReader> readers;
  if (array == nullptr) return readers;
  for (const TomlNode& item : array->items) {
    if (item.kind == TomlNode::Kind::table) {
      readers.emplace_back(*file_, item, *diagnostics_);
    } else {
      error(item.place, {MessageId::checklist_expects_tables, {std::string(key)}});
    }
  }
  return readers;
}

std::optional<TableReader> TableReader::table(std::string_view key, Need need) {
  const TomlNode* node = value_of_kind(key, need, TomlNode::Kind::table, MessageId::checklist_expects_table);
  if (node == nullptr) return std::nullopt;
  return TableReader(*file_, *node, *diagnostics_);
}

std::vector<TableReader::Named> TableReader::named_tables(std::string_view key) {
  const TomlNode* node = value_of_kind(key, Need::optional, TomlNode::Kind::table, MessageId::checklist_expects_table);
  std::vector<Named> readers;
  if (node == nullptr) return readers;
  for (const TomlEntry& each : node->entries) {
    if (each.value.kind == TomlNode::Kind::table) {
      readers.push_back({&each, TableReader(*file_, each.value, *diagnostics_)});
    } else {
      error(each.value.place, {MessageId::checklist_expects_table, {each.key}});
    }
  }
  return readers;
}

bool TableReader::is_allowed(const TomlNode& node, const std::vector<std::string_view>& allowed) const {
  if (std::find(allowed.begin(), allowed.end(), node.text) != allowed.end()) return true;
  error(node.place, {MessageId::checklist_unknown_value, {node.text, listed(allowed)}},
        hint_nearest(node.text, allowed));
  return false;
}

void TableReader::finish() const {
  std::vector<std::string_view> known;
  for (const std::string_view key : known_) {
    if (std::find(known.begin(), known.end(), key) == known.end()) known.push_back(key);
  }
  for (const TomlEntry& each : table_->entries) {
    if (std::find(known.begin(), known.end(), each.key) != known.end()) continue;
    auto hint = hint_nearest(each.key, known);
    if (!hint) hint = Message{MessageId::checklist_hint_known_keys, {listed(known)}};
    error(each.key_place, {MessageId::checklist_unknown_key, {each.key}}, std::move(hint));
  }
}

}  // namespace fazhi
