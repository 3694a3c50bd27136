#pragma once

#include <optional>
#include <string_view>

/// Lookups in tables of pairs (enumerator, name), both ways.
namespace fazhi::names {

template <class Table, class Value>
[[nodiscard]] constexpr std::string_view name_in(const Table& table, Value value) {
  for (const auto& [each, name] : table) {
    if (each == value) return name;
  }
  return {};
}

template <class Value, class Table>
[[nodiscard]] constexpr std::optional<Value> value_in(const Table& table, std::string_view name) {
  for (const auto& [value, each] : table) {
    if (each == name) return value;
  }
  return std::nullopt;
}

}  // namespace fazhi::names
