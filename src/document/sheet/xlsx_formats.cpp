#include "document/sheet/xlsx_formats.hpp"

#include <cstddef>

namespace fazhi {
namespace {

/// Where what begins at `at` and is no request ends; `at` where it is one.
std::size_t behind_literal(std::string_view code, std::size_t at) {
  const auto behind = [&](char mark) {
    const std::size_t end = code.find(mark, at + 1);
    return end == std::string_view::npos ? code.size() : end + 1;
  };
  if (code[at] == '"') return behind('"');
  if (code[at] == '[') return behind(']');
  if (code[at] == '\\' || code[at] == '_' || code[at] == '*') return at + 2;
  return at;
}

}  // namespace

bool is_day_format(std::string_view code) {
  if (code == "General" || code == "Standard") return false;
  for (std::size_t at = 0; at < code.size();) {
    const std::size_t behind = behind_literal(code, at);
    if (behind != at) {
      at = behind;
      continue;
    }
    const char c = code[at++];
    if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') return true;
  }
  return false;
}

bool is_builtin_day_format(int id) {
  return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 ||
         id == 58;
}

}  // namespace fazhi
