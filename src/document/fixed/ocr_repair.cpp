#include "document/fixed/ocr_repair.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "text/utf8.hpp"

namespace fazhi {
namespace {

using Points = std::u32string;

constexpr std::u32string_view kHanDigits = U"〇零一二三四五六七八九";
constexpr std::u32string_view kOrdinals = U"一二三四五六七八九十";
constexpr std::u32string_view kDashes = U"-—–_－―‐‑ー一~～";
constexpr std::u32string_view kOpening = U"(（〈<＜《〔[【{『「";
constexpr std::u32string_view kClosing = U")）〉>＞》〕]】}』」";
constexpr std::u32string_view kTitleOpening = U"<＜〈«";
constexpr std::u32string_view kTitleClosing = U">＞〉»";
constexpr std::u32string_view kSentenceEnds = U"。；：！？;:";

/// A title is no longer than so many characters.
constexpr std::size_t kTitleCharacters = 60;
/// Characters of an ordinal in brackets: 二十一.
constexpr std::size_t kOrdinalCharacters = 3;

bool is_one_of(char32_t value, std::u32string_view set) { return set.find(value) != std::u32string_view::npos; }
bool is_digit(char32_t value) { return value >= U'0' && value <= U'9'; }

/// Han characters, and the marks that stand among them only.
bool is_chinese(char32_t value) {
  return utf8::is_han(value) || is_one_of(value, U"，。；：、？！（）《》〈〉“”‘’「」『』【】〔〕…％");
}

Points points_of(std::string_view text) {
  Points out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = utf8::decode(text, at);
    out += value;
    at += size;
  }
  return out;
}

std::string utf8_of(const Points& points) {
  std::string out;
  for (const char32_t each : points) utf8::append(out, each);
  return out;
}

/// The character before or behind `at`; 0 at the line's ends.
char32_t before(const Points& line, std::size_t at) { return at == 0 ? U'\0' : line[at - 1]; }
char32_t behind(const Points& line, std::size_t at) { return at + 1 < line.size() ? line[at + 1] : U'\0'; }

char32_t full_width(char32_t mark) {
  switch (mark) {
    case U',':
      return U'，';
    case U':':
      return U'：';
    case U';':
      return U'；';
    case U'?':
      return U'？';
    case U'!':
      return U'！';
    default:
      return mark;
  }
}

/// A mark of these stands in Chinese text where one neighbour is Chinese and
/// the other is not a letter or digit that goes on in another script.
void widen_marks(Points& line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char32_t wide = full_width(line[at]);
    if (wide != line[at] && (is_chinese(before(line, at)) || is_chinese(behind(line, at)))) line[at] = wide;
  }
}

void widen_brackets(Points& line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == U'(' && (is_chinese(behind(line, at)) || is_chinese(before(line, at)))) line[at] = U'（';
    if (line[at] == U')' && (is_chinese(before(line, at)) || is_chinese(behind(line, at)))) line[at] = U'）';
  }
  // Both of a pair are of one kind.
  std::optional<std::size_t> open;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == U'(' || line[at] == U'（') open = at;
    if ((line[at] != U')' && line[at] != U'）') || !open) continue;
    if (line[*open] == U'（') line[at] = U'）';
    if (line[at] == U'）') line[*open] = U'（';
    open.reset();
  }
}

/// 〈一) 一[二】 at the line's begin.
void restore_ordinal_brackets(Points& line) {
  if (line.size() < 3 || !is_one_of(line[0], kOpening)) return;
  std::size_t end = 1;
  while (end < line.size() && end <= kOrdinalCharacters && (is_one_of(line[end], kOrdinals) || is_digit(line[end]))) ++end;
  const bool dash = end == 1 && line[1] != U'一' && is_one_of(line[1], kDashes);
  if (dash) ++end;
  if (end == 1 || end >= line.size() || !is_one_of(line[end], kClosing)) return;
  if (dash) line[1] = U'一';
  line[0] = U'（';
  line[end] = U'）';
}

/// 一. at the line's begin, before text.
void restore_ordinal_comma(Points& line) {
  std::size_t end = 0;
  while (end < line.size() && end < kOrdinalCharacters && is_one_of(line[end], kOrdinals)) ++end;
  if (end == 0 || end + 1 >= line.size() || !utf8::is_han(line[end + 1])) return;
  if (is_one_of(line[end], U".．,，·•‧")) line[end] = U'、';
}

/// A dash in the place of 一: "-、", "—是".
void restore_one(Points& line) {
  for (std::size_t at = 0; at + 1 < line.size(); ++at) {
    if (line[at] == U'一' || !is_one_of(line[at], kDashes)) continue;
    const char32_t last = before(line, at);
    if (last != U'\0' && !is_one_of(last, kSentenceEnds)) continue;
    const char32_t next = line[at + 1];
    const bool aspect = next == U'方' && at + 2 < line.size() && line[at + 2] == U'面';
    if ((next == U'、' && last == U'\0') || next == U'是' || aspect) line[at] = U'一';
  }
}

/// Whether 《 stands open before `at`.
bool is_inside_title(const Points& line, std::size_t at) {
  for (std::size_t back = at; back-- > 0 && at - back <= kTitleCharacters;) {
    if (line[back] == U'》') return false;
    if (line[back] == U'《') return true;
  }
  return false;
}

/// The mark that closes what opens at `open`, maybe of another kind.
std::optional<std::size_t> find_title_end(const Points& line, std::size_t open) {
  const std::size_t limit = std::min(line.size(), open + kTitleCharacters);
  bool han = false;
  for (std::size_t at = open + 1; at < limit; ++at) {
    if (is_one_of(line[at], kTitleOpening) || is_one_of(line[at], U"《。；")) return std::nullopt;
    if (is_one_of(line[at], kTitleClosing) || line[at] == U'》') return han ? std::optional(at) : std::nullopt;
    han = han || utf8::is_han(line[at]);
  }
  return std::nullopt;
}

void restore_titles(Points& line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool wrong = is_one_of(line[at], kTitleOpening);
    if ((!wrong && line[at] != U'《') || (wrong && is_inside_title(line, at))) continue;
    const std::optional<std::size_t> end = find_title_end(line, at);
    if (!end) continue;
    line[at] = U'《';
    line[*end] = U'》';
  }
}

void restore_digits(Points& line) {
  for (std::size_t at = 1; at + 1 < line.size(); ++at) {
    const char32_t value = line[at];
    if (is_digit(line[at - 1]) && is_digit(line[at + 1])) {
      if (is_one_of(value, U"OoＯ")) line[at] = U'0';
      if (is_one_of(value, U"lI|")) line[at] = U'1';
    }
    // 年]月6日, 1月]6日.
    const bool in_date = is_one_of(line[at - 1], U"年月") && (is_one_of(line[at + 1], U"月日") || is_digit(line[at + 1]));
    if (in_date && is_one_of(value, U"]lI|")) line[at] = U'1';
    // 二0二四: zero stands second, between digits, and fourth before another or 年.
    if (!is_one_of(value, U"0OoＯ○◯") || !is_one_of(line[at - 1], kHanDigits)) continue;
    if (is_one_of(line[at + 1], kHanDigits) || line[at + 1] == U'年') line[at] = U'〇';
  }
}

/// "一2一", "- 2 -": a number between dashes and nothing else.
std::optional<std::string> page_number_of(const Points& line) {
  std::string digits;
  std::size_t dashes_before = 0;
  std::size_t dashes_behind = 0;
  for (const char32_t each : line) {
    if (each == U' ') continue;
    if (is_one_of(each, kDashes)) {
      ++(digits.empty() ? dashes_before : dashes_behind);
    } else if (is_digit(each) && dashes_behind == 0) {
      digits += static_cast<char>(each);
    } else {
      return std::nullopt;
    }
  }
  constexpr std::size_t kMostDigits = 3;
  if (digits.empty() || digits.size() > kMostDigits || dashes_before == 0 || dashes_behind == 0) return std::nullopt;
  return "— " + digits + " —";
}

}  // namespace

std::string repair_recognized(std::string_view line) {
  Points points = points_of(line);
  if (std::optional<std::string> number = page_number_of(points)) return *number;
  restore_ordinal_brackets(points);
  widen_marks(points);
  widen_brackets(points);
  restore_ordinal_comma(points);
  restore_one(points);
  restore_titles(points);
  restore_digits(points);
  return utf8_of(points);
}

}  // namespace fazhi
