#include "rectify/plain_words.hpp"

#include <array>
#include <utility>

#include "base/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kLongestPassage = 60;
constexpr std::string_view kEndMarks = "，；。：、,;.";
constexpr std::string_view kOpening = "（";
constexpr std::string_view kClosing = "）";

bool is_space(std::string_view point) {
  constexpr auto kSpaces = std::to_array<std::string_view>({" ", "\t", "\r", "\n", "　"});
  for (const std::string_view each : kSpaces) {
    if (point == each) return true;
  }
  return false;
}

std::string_view point_at(std::string_view text, std::size_t at) { return text.substr(at, code_point_length(text[at])); }

/// The mark that stands for `point` inside quotation marks.
std::string_view inner_mark(std::string_view point) {
  constexpr auto kMarks = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"“", "‘"}, {"”", "’"}, {"‘", "“"}, {"’", "”"}});
  for (const auto& [outer, inner] : kMarks) {
    if (point == outer) return inner;
  }
  return point;
}

/// Without white space but one space between two characters of ASCII.
std::string in_one_line(std::string_view text) {
  std::string out;
  bool is_apart = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view point = point_at(text, at);
    at += point.size();
    if (is_space(point)) {
      is_apart = true;
      continue;
    }
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (is_apart && !out.empty() && is_ascii(out.back()) && is_ascii(point.front())) out += ' ';
    is_apart = false;
    out += inner_mark(point);
  }
  return out;
}

std::string_view without_end_mark(std::string_view text) {
  for (std::size_t at = 0; at < kEndMarks.size();) {
    const std::string_view mark = point_at(kEndMarks, at);
    if (text.size() > mark.size() && text.ends_with(mark)) return text.substr(0, text.size() - mark.size());
    at += mark.size();
  }
  return text;
}

/// Whether it is the name of a file and no number: 甲镇.docx, not 186.2.
bool has_extension(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const std::size_t point = name.rfind('.');
  return point != std::string_view::npos && point + 1 < name.size() && is_letter(name[point + 1]);
}

/// Where the bracket closes that opens before `begin`; the end where it never does.
std::size_t closing_of(std::string_view text, std::size_t begin) {
  std::size_t depth = 1;
  for (std::size_t at = begin; at < text.size();) {
    const std::string_view point = point_at(text, at);
    if (point == kOpening) ++depth;
    if (point == kClosing && --depth == 0) return at;
    at += point.size();
  }
  return text.size();
}

}  // namespace

std::string inside_quotes(std::string_view passage) {
  const std::string line = in_one_line(passage);
  const std::string_view text = without_end_mark(line);
  std::size_t end = 0;
  for (std::size_t points = 0; end < text.size() && points < kLongestPassage; ++points) {
    end += code_point_length(text[end]);
  }
  if (end >= text.size()) return std::string(text);
  return std::string(text.substr(0, end)) + "……";
}

std::string without_folders(std::string_view sentence) {
  std::string out;
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t open = sentence.find(kOpening, at);
    if (open == std::string_view::npos) return out.append(sentence.substr(at));
    const std::size_t begin = open + kOpening.size();
    const std::size_t end = closing_of(sentence, begin);
    const std::string_view inside = sentence.substr(begin, end - begin);
    const std::string_view file = file_name_of(inside);
    out += sentence.substr(at, begin - at);
    out += has_extension(file) ? file : inside;
    at = end;
  }
  return out;
}

std::string_view file_name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace fazhi
