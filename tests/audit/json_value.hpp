#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fazhi::test {

/// A value of RFC 8259. Numbers and literals are kept as written.
struct JsonValue {
  enum class Kind { object, array, string, number, literal };
  Kind kind = Kind::literal;
  std::string text;
  std::vector<JsonValue> items;
  std::map<std::string, JsonValue> members;

  [[nodiscard]] const JsonValue& operator[](const std::string& name) const { return members.at(name); }
};

/// None where `text` is not exactly one JSON value: a repeated key, a raw
/// control character or broken UTF-8 in a string are refused too.
[[nodiscard]] std::optional<JsonValue> parse_json(std::string_view text);

}  // namespace fazhi::test
