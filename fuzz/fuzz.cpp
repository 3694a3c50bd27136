#include "fuzz.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "text/utf8.hpp"

namespace fazhi::fuzz {

void require(bool kept, std::string_view promise) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %.*s\n", static_cast<int>(promise.size()), promise.data());
  std::abort();
}

std::string as_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  while (const auto invalid = utf8::find_invalid(bytes)) {
    out += bytes.substr(0, *invalid);
    out += '?';
    bytes.remove_prefix(*invalid + 1);
  }
  return out += bytes;
}

std::vector<TextRange> lines_of(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\v\f";
  std::vector<TextRange> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (const std::size_t first = line.find_first_not_of(kBlank); first != std::string_view::npos) {
      lines.push_back({static_cast<std::uint32_t>(begin + first),
                       static_cast<std::uint32_t>(begin + line.find_last_not_of(kBlank) + 1)});
    }
    begin = end + 1;
  }
  return lines;
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && !utf8::is_continuation(text[at]));
}

bool is_range_of(TextRange range, std::string_view text) {
  return range.begin <= range.end && is_boundary(text, range.begin) && is_boundary(text, range.end);
}

bool is_utf8(std::string_view text) { return !utf8::find_invalid(text); }

}  // namespace fazhi::fuzz
