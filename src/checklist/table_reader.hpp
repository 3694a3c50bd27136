#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checklist/diagnostics.hpp"
#include "checklist/pattern_set.hpp"
#include "checklist/toml_tree.hpp"

namespace fazhi {

enum class Need { required, optional };

/// The names of all enumerators of E, in order. E counts from 0 without gaps
/// and has a name_of that is empty beyond its last enumerator.
template <class E>
[[nodiscard]] std::vector<std::string_view> all_names() {
  std::vector<std::string_view> names;
  for (int value = 0; !name_of(static_cast<E>(value)).empty(); ++value) {
    names.push_back(name_of(static_cast<E>(value)));
  }
  return names;
}

/// Reads one TOML table by its keys. The keys that were asked for are the keys
/// that are known; finish() reports every other. What is wrong is reported at
/// its place, and the reader gives the fallback.
class TableReader {
 public:
  TableReader(const SourceFile& file, const TomlNode& table, Diagnostics& diagnostics)
      : file_(&file), table_(&table), diagnostics_(&diagnostics) {}

  [[nodiscard]] const SourceFile& file() const { return *file_; }
  [[nodiscard]] Place place() const { return table_->place; }
  [[nodiscard]] Diagnostics& diagnostics() const { return *diagnostics_; }

  /// The value of `key` whatever its type; null where there is none.
  const TomlNode* value(std::string_view key);
  /// The place of `key` itself; the table's where the key is not given.
  [[nodiscard]] Place key_place(std::string_view key) const;
  /// The place of the value of `key`; the table's where the key is not given.
  [[nodiscard]] Place value_place(std::string_view key) const;
  [[nodiscard]] bool has(std::string_view key) const;

  /// A string that holds more than white space where it is given; else "".
  std::string text(std::string_view key, Need need);
  /// A string, maybe empty; "" where it is not given.
  std::string text_or_empty(std::string_view key);
  /// The node of a string.
  const TomlNode* string_node(std::string_view key, Need need);
  /// A string of lower-case ASCII letters, digits, '-' and '.'; "" where it is none.
  std::string id(std::string_view key, Need need);
  /// An ISO date; "" where it is none.
  std::string date(std::string_view key, Need need);
  bool flag(std::string_view key, bool fallback);
  /// A whole number from `least` to `most`.
  std::optional<int> integer(std::string_view key, int least, int most, Need need = Need::optional);
  /// A number from 0 to 100 with up to two decimals, in hundredths.
  std::optional<std::int32_t> hundredths(std::string_view key, Need need);

  /// The strings of an array, each with its node; an empty array is an error.
  std::vector<const TomlNode*> strings(std::string_view key, Need need);
  /// The tables of an array of tables.
  std::vector<TableReader> tables(std::string_view key, Need need);
  /// A table.
  std::optional<TableReader> table(std::string_view key, Need need);
  /// The tables in the table `key`, each with the entry that names it.
  struct Named;
  std::vector<Named> named_tables(std::string_view key);

  /// Phrases under `any_key` and expressions under `match_key`, checked and in
  /// normal form. `need`: at least one of the two keys.
  PatternSet patterns(std::string_view any_key, std::string_view match_key, Need need);
  /// A table of `any` and `match`.
  PatternSet pattern_table(std::string_view key, Need need);
  /// A phrase in normal form.
  std::string phrase(std::string_view key, Need need);
  /// Phrases in normal form.
  std::vector<std::string> phrases(std::string_view key, Need need);

  /// One of E's names, or one of `allowed` where it is not empty.
  template <class E>
  std::optional<E> choice(std::string_view key, Need need, std::vector<std::string_view> allowed = {}) {
    const TomlNode* node = string_node(key, need);
    return node == nullptr ? std::nullopt : to_enumerator<E>(*node, std::move(allowed));
  }
  /// An array of E's names.
  template <class E>
  std::vector<E> choices(std::string_view key, Need need) {
    std::vector<E> chosen;
    for (const TomlNode* node : strings(key, need)) {
      if (const auto value = to_enumerator<E>(*node, {})) chosen.push_back(*value);
    }
    return chosen;
  }

  void error(Place place, Message message, std::optional<Message> hint = std::nullopt) const;
  void warning(Place place, Message message, std::optional<Message> hint = std::nullopt) const;

  /// Reports every key that was not asked for.
  void finish() const;

 private:
  template <class E>
  std::optional<E> to_enumerator(const TomlNode& node, std::vector<std::string_view> allowed) const {
    if (allowed.empty()) allowed = all_names<E>();
    if (!is_allowed(node, allowed)) return std::nullopt;
    for (int value = 0; !name_of(static_cast<E>(value)).empty(); ++value) {
      if (name_of(static_cast<E>(value)) == node.text) return static_cast<E>(value);
    }
    return std::nullopt;
  }
  [[nodiscard]] bool is_allowed(const TomlNode& node, const std::vector<std::string_view>& allowed) const;
  const TomlNode* value_of_kind(std::string_view key, Need need, TomlNode::Kind kind, MessageId otherwise);
  [[nodiscard]] const TomlEntry* entry(std::string_view key) const;

  const SourceFile* file_;
  const TomlNode* table_;
  Diagnostics* diagnostics_;
  std::vector<std::string_view> known_;  ///< literals: the keys that were asked for
};

struct TableReader::Named {
  const TomlEntry* entry;
  TableReader reader;
};

}  // namespace fazhi
