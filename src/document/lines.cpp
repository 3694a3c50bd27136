#include "document/lines.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "text/page_number.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

/// Widths at which text is wrapped; a shorter line is a title, a longer one a
/// paragraph.
constexpr int kNarrowestWrap = 24;
constexpr int kWidestWrap = 160;
/// A full line is at least so much of the full width: a Latin word or a
/// punctuation mark that may not begin a line leaves a gap.
constexpr int kFullPercent = 90;
/// Some converters break lines at words: full is then what passes this share,
/// and a clearer majority of the lines must do so.
constexpr int kRaggedFullPercent = 65;
constexpr int kRaggedFullLinesPercent = 60;
constexpr int kWidestRaggedWrap = 90;
/// Hard-wrapped text has at least so many full lines, and so large a share of
/// all lines is full.
constexpr int kFewestFullLines = 5;
constexpr int kFullLinesPercent = 35;
/// Full lines that end a sentence, and lines beyond the full width, at most.
constexpr int kSentenceEndsPercent = 50;
constexpr int kLongerPercent = 10;
/// What is told from the margin as an indent.
constexpr int kIndentColumns = 2;
constexpr int kWidestIndent = 8;
constexpr int kFewestIndents = 2;

/// What a Han character takes, and its bytes.
constexpr int kHanColumns = 2;
constexpr std::uint32_t kHanBytes = 3;

int full_column_of(int width, int percent = kFullPercent) { return (width * percent + 99) / 100; }

/// The content of the line `range`, measured.
Line measured_line(std::string_view text, TextRange range, int number) {
  Line line;
  line.number = number;
  line.content = {range.end, range.end};
  int column = 0;
  for (std::uint32_t at = range.begin; at < range.end;) {
    const auto [value, size] = utf8::decode(text, at);
    const bool blank = is_blank_character(value);
    if (!blank && line.content.empty()) {
      line.content.begin = at;
      line.indent_columns = column;
    }
    column += columns_of(value);
    at += size;
    if (blank) continue;
    const std::uint32_t run_end = han_run_end(text, at, range.end);
    column += kHanColumns * static_cast<int>((run_end - at) / kHanBytes);
    at = run_end;
    line.content.end = at;
    line.end_column = column;
  }
  if (line.content.begin == range.end) line.content = {range.begin, range.begin};
  line.is_page_number = !line.is_blank() && is_page_number_line(line.content.of(text));
  return line;
}

/// Lines by the column where they end; the last entry counts all longer ones.
using Histogram = std::array<int, kWidestWrap + 2>;

Histogram end_columns(const std::vector<Line>& lines) {
  Histogram histogram{};
  for (const Line& line : lines) {
    if (line.is_blank() || line.is_page_number) continue;
    ++histogram[static_cast<std::size_t>(std::min(line.end_column, kWidestWrap + 1))];
  }
  return histogram;
}

int count_within(const Histogram& histogram, int first, int last) {
  int count = 0;
  for (int column = first; column <= last; ++column) count += histogram[static_cast<std::size_t>(column)];
  return count;
}

/// The width at which most lines are full, the narrowest of equals.
int likeliest_width(const Histogram& histogram) {
  int best = kNarrowestWrap;
  int best_count = 0;
  for (int width = kNarrowestWrap; width <= kWidestWrap; ++width) {
    const int count = count_within(histogram, full_column_of(width), width);
    if (count <= best_count) continue;
    best = width;
    best_count = count;
  }
  return best;
}

bool is_wrapped_at(int width, const Histogram& histogram, std::string_view text, const std::vector<Line>& lines) {
  const int all = count_within(histogram, 0, kWidestWrap + 1);
  const int full = count_within(histogram, full_column_of(width), width);
  const int longer = count_within(histogram, width + 1, kWidestWrap + 1);
  if (full < kFewestFullLines || full * 100 < all * kFullLinesPercent || longer * 100 > all * kLongerPercent)
    return false;
  const auto ends = std::count_if(lines.begin(), lines.end(), [&](const Line& line) {
    return line.end_column >= full_column_of(width) && ends_sentence(line.content.of(text));
  });
  return ends * 100 <= full * kSentenceEndsPercent;
}

/// The narrowest width that hardly a line passes.
int ragged_width(const Histogram& histogram) {
  const int all = count_within(histogram, 0, kWidestWrap + 1);
  int width = kWidestWrap;
  while (width > kNarrowestWrap && count_within(histogram, width, kWidestWrap + 1) * 100 <= all * kLongerPercent) --width;
  return width;
}

bool is_ragged_at(int width, const Histogram& histogram, std::string_view text, const std::vector<Line>& lines) {
  if (width > kWidestRaggedWrap) return false;
  const int full_column = full_column_of(width, kRaggedFullPercent);
  const int all = count_within(histogram, 0, kWidestWrap + 1);
  const int full = count_within(histogram, full_column, kWidestWrap + 1);
  if (full < 2 * kFewestFullLines || full * 100 < all * kRaggedFullLinesPercent) return false;
  const auto ends = std::count_if(lines.begin(), lines.end(), [&](const Line& line) {
    return line.end_column >= full_column && ends_sentence(line.content.of(text));
  });
  return ends * 100 <= full * kSentenceEndsPercent;
}

/// The indent that nine of ten lines have at least.
int margin_of(const std::vector<Line>& lines) {
  std::vector<int> indents;
  for (const Line& line : lines) {
    if (!line.is_blank() && !line.is_page_number) indents.push_back(line.indent_columns);
  }
  if (indents.empty()) return 0;
  const auto tenth = indents.begin() + static_cast<std::ptrdiff_t>(indents.size() / 10);
  std::nth_element(indents.begin(), tenth, indents.end());
  return *tenth;
}

}  // namespace

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  std::uint32_t begin = 0;
  while (begin < text.size()) {
    const std::size_t newline = std::min(text.find('\n', begin), text.size());
    const TextRange range{begin, static_cast<std::uint32_t>(newline)};
    lines.push_back(measured_line(text, range, static_cast<int>(lines.size()) + 1));
    begin = range.end + 1;
  }
  return lines;
}

LineLayout layout_of(std::string_view text, const std::vector<Line>& lines) {
  const Histogram histogram = end_columns(lines);
  const int width = likeliest_width(histogram);
  LineLayout layout;
  layout.wrapped = is_wrapped_at(width, histogram, text, lines);
  layout.full_column = full_column_of(width);
  if (!layout.wrapped) {
    const int widest = ragged_width(histogram);
    layout.ragged = is_ragged_at(widest, histogram, text, lines);
    layout.wrapped = layout.ragged;
    if (layout.ragged) layout.full_column = full_column_of(widest, kRaggedFullPercent);
  }
  const auto first_sentence = std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
    return !line.is_blank() && ends_sentence(line.content.of(text));
  });
  if (first_sentence != lines.end()) layout.first_sentence_line = first_sentence->number;
  layout.margin_columns = margin_of(lines);
  const auto indents = std::count_if(lines.begin(), lines.end(), [&](const Line& line) {
    const int indent = line.indent_columns - layout.margin_columns;
    return !line.is_blank() && indent >= kIndentColumns && indent <= kWidestIndent;
  });
  layout.indents = indents >= kFewestIndents;
  return layout;
}

bool ends_sentence(std::string_view text) {
  switch (utf8::decode_before(text, text.size()).value) {
    case U'。':
    case U'！':
    case U'？':
    case U'；':
    case U'：':
    case U'!':
    case U'?':
    case U';':
    case U':':
      return true;
    default:
      return false;
  }
}

}  // namespace fazhi
