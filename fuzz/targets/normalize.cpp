#include "text/normalize.hpp"

#include "../fuzz.hpp"
#include "../targets.hpp"
#include "text/edit_distance.hpp"
#include "text/field_code.hpp"
#include "text/page_number.hpp"
#include "text/utf8.hpp"

namespace fazhi::fuzz {
namespace {

bool holds_field_code(std::string_view text) {
  for (std::size_t at = text.find_first_of("[{_"); at != std::string_view::npos; at = text.find_first_of("[{_", at + 1)) {
    if (field_code_size(text, at) > 0) return true;
  }
  return false;
}

/// What the normal form of a paragraph promises of its way back to `original`.
void check_map(const NormalText& normal, TextRange paragraph, TextRange given, std::string_view original) {
  std::uint32_t last_end = given.begin;
  for (std::uint32_t at = paragraph.begin; at < paragraph.end;) {
    const std::uint32_t next = at + utf8::decode(normal.text, at).size_bytes;
    const std::uint32_t begin = normal.map.original_begin(at);
    const std::uint32_t end = normal.map.original_end(next);
    require(given.begin <= begin && begin < end && end <= given.end, "a code point comes from its own paragraph");
    require(is_boundary(original, begin) && is_boundary(original, end), "the way back leads between code points");
    require(begin >= last_end, "the way back ascends");
    require(normal.map.original_range({at, next}) == TextRange{begin, end}, "a range's ends are those of its code points");
    last_end = end;
    at = next;
  }
  if (paragraph.empty()) return;
  const TextRange back = normal.map.original_range(paragraph);
  require(given.contains(back), "a paragraph's range lies in the one that it came from");
}

void check_normal_form(std::string_view text, std::span<const TextRange> given) {
  const NormalText normal = fazhi::normalize(text, given);
  require(is_utf8(normal.text), "the normal form is UTF-8");
  require(normal.paragraphs.size() == given.size(), "there is a paragraph for each that was given");
  std::uint32_t begin = 0;
  for (std::size_t index = 0; index < given.size(); ++index) {
    const TextRange paragraph = normal.paragraphs[index];
    require(paragraph.begin == begin && is_range_of(paragraph, normal.text), "paragraphs follow each other");
    require(paragraph.end < normal.text.size() && normal.text[paragraph.end] == '\n', "each ends with a line break");
    require(paragraph.of(normal.text).find('\n') == std::string_view::npos, "a paragraph holds no line break");
    check_map(normal, paragraph, given[index], text);
    begin = paragraph.end + 1;
  }
  require(begin == normal.text.size(), "the paragraphs are the text");
  const NormalText again = fazhi::normalize(normal.text, normal.paragraphs);
  require(again.text == normal.text || holds_field_code(normal.text), "the normal form of a normal form is itself");
}

}  // namespace

void normalize(std::string_view bytes) {
  const std::string text = as_utf8(bytes);
  check_normal_form(text, lines_of(text));
  const TextRange whole{0, static_cast<std::uint32_t>(text.size())};
  check_normal_form(text, {&whole, 1});
  const std::string phrase = normalize_phrase(text);
  require(is_utf8(phrase), "a phrase's normal form is UTF-8");
  require(normalize_phrase(phrase) == phrase || holds_field_code(phrase), "a phrase's normal form is itself");
  require(is_utf8(normalize_pattern(text)), "a pattern's normal form is UTF-8");
  static_cast<void>(is_page_number_line(text));
  const std::u32string points = to_code_points(std::string_view(text).substr(0, 90));
  require(edit_distance(points, points) == 0, "nothing is far from itself");
}

}  // namespace fazhi::fuzz
