#include "document/sheet/cell_words.hpp"

#include "base/ascii.hpp"
#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace fazhi {

std::string folded_word(std::string_view text) { return ascii::lower(normalize_phrase(text)); }

std::string header_word(std::string_view cell) {
  std::string out;
  std::size_t depth = 0;
  const std::string text = folded_word(cell);
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint point = utf8::decode(text, at);
    const bool opens = point.value == U'（' || point.value == U'(' || point.value == U'〔' || point.value == U'【';
    const bool closes = point.value == U'）' || point.value == U')' || point.value == U'〕' || point.value == U'】';
    if (opens) ++depth;
    if (depth == 0 && point.value != U'*' && point.value != U'：' && point.value != U':' && point.value != U' ') {
      out += text.substr(at, point.size_bytes);
    }
    if (closes && depth > 0) --depth;
    at += point.size_bytes;
  }
  return out;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  const std::size_t begin = out.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return out.substr(begin, out.find_last_not_of(' ') - begin + 1);
}

std::string closed_up(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint point = utf8::decode(text, at);
    const bool is_invisible = (point.value >= 0x200B && point.value <= 0x200F) || point.value == 0xFEFF || point.value < 0x20;
    if (!utf8::is_white_space(point.value) && !is_invisible) out += text.substr(at, point.size_bytes);
    at += point.size_bytes;
  }
  return out;
}

}  // namespace fazhi
