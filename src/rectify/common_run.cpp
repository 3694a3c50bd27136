#include "rectify/common_run.hpp"

#include <algorithm>
#include <vector>

#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

bool counts(char32_t value) {
  const bool letter = (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') || (value >= '0' && value <= '9');
  return letter || utf8::is_han(value);
}

}  // namespace

std::u32string comparable(std::string_view text) {
  std::size_t end = std::min(text.size(), kComparedPoints * 4);
  while (end < text.size() && end > 0 && utf8::is_continuation(text[end])) --end;
  const std::string normal = normalize_phrase(text.substr(0, end));
  std::u32string out;
  for (std::size_t at = 0; at < normal.size();) {
    const utf8::CodePoint point = utf8::decode(normal, at);
    if (counts(point.value)) out += point.value;
    at += point.size_bytes;
  }
  if (out.size() > kComparedPoints) out.resize(kComparedPoints);
  return out;
}

CommonRun longest_common_run(const std::u32string& one, const std::u32string& other) {
  CommonRun best;
  std::vector<std::size_t> ends(other.size() + 1);
  for (std::size_t row = 0; row < one.size(); ++row) {
    // From behind, so that the row above is still there to be read.
    for (std::size_t column = other.size(); column > 0; --column) {
      ends[column] = one[row] == other[column - 1] ? ends[column - 1] + 1 : 0;
      if (ends[column] > best.size) best = {row + 1 - ends[column], ends[column]};
    }
  }
  return best;
}

}  // namespace fazhi
