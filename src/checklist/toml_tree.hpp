#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/message.hpp"
#include "checklist/source_file.hpp"

namespace fazhi {

struct TomlEntry;

/// A TOML value with its place in the file.
struct TomlNode {
  enum class Kind { table, array, string, integer, floating, boolean, date };
  Kind kind = Kind::table;
  Place place;
  std::string text;  ///< of a string
  std::int64_t integer = 0;
  double floating = 0;
  bool boolean = false;
  std::vector<TomlNode> items;     ///< of an array
  std::vector<TomlEntry> entries;  ///< of a table, in the order of the file
};

struct TomlEntry {
  std::string key;
  Place key_place;
  TomlNode value;
};

struct TomlError {
  Place place;
  Message message;
  std::optional<Message> hint;
};

/// Parses a file's text; its first syntax error where it is no TOML 1.0.
[[nodiscard]] std::variant<TomlNode, TomlError> parse_toml(const SourceFile& file);

}  // namespace fazhi
