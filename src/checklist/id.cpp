#include "checklist/id.hpp"

#include <algorithm>

namespace fazhi {

bool is_id(std::string_view text) {
  const auto is_part = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  if (text.empty() || !is_part(text.front()) || !is_part(text.back())) return false;
  return std::all_of(text.begin(), text.end(), [&](char c) { return is_part(c) || c == '-' || c == '.'; });
}

}  // namespace fazhi
