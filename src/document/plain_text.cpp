#include "document/plain_text.hpp"

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"
#include "document/lines.hpp"
#include "document/list_marker.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

/// White space inside a line that stands for a lost line break.
constexpr int kBreakColumns = 4;
/// White space behind a heading that stands for one.
constexpr int kHeadingBreakColumns = 2;
/// A heading whose break was lost has at most, its text at least, so many
/// characters.
constexpr int kHeadingCharacters = 30;
constexpr int kTextCharacters = 11;
/// White space left of a line that is set in the middle or at the right.
constexpr int kCenteredColumns = 8;
/// What is told from the margin as an indent.
constexpr int kIndentColumns = 2;
/// So many lines on end with as many tabs each are the rows of a table.
constexpr std::size_t kTableRows = 3;
/// Breaks put back in lines beyond so many bytes are worth a note.
constexpr std::uint32_t kLongLineBytes = 1200;

/// White space inside a line.
struct Gap {
  TextRange range;
  int columns = 0;
  bool has_tab = false;
};

/// Where white space begins in `text` at or behind `at`; `end` where there is none before it.
std::uint32_t blank_begin(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end) {
    const auto [value, size] = utf8::decode(text, at);
    if (is_blank_character(value)) break;
    at = han_run_end(text, at + size, end);
  }
  return at;
}

/// The next white space in `text` at or behind `at`, before `end`.
std::optional<Gap> next_gap(std::string_view text, std::uint32_t at, std::uint32_t end) {
  at = blank_begin(text, at, end);
  if (at >= end) return std::nullopt;
  Gap gap{{at, at}, 0, false};
  while (gap.range.end < end) {
    const auto [value, size] = utf8::decode(text, gap.range.end);
    if (!is_blank_character(value)) break;
    gap.columns += columns_of(value);
    gap.has_tab = gap.has_tab || value == U'\t';
    gap.range.end += size;
  }
  return gap;
}

/// Whether `text` has `count` characters at least.
bool has_characters(std::string_view text, int count) {
  std::size_t at = 0;
  while (count > 0 && at < text.size()) {
    at += utf8::decode(text, at).size_bytes;
    --count;
  }
  return count == 0;
}

bool is_marker_alone(std::string_view text) { return list_marker_of(text).size_bytes == text.size(); }

/// A heading with its marker, short and without the marks of a sentence.
bool is_bare_heading(std::string_view text) {
  const MarkerAtBegin marker = list_marker_of(text);
  if (marker.kind != ListMarker::chapter && marker.kind != ListMarker::arabic) return false;
  const std::string_view title = text.substr(marker.size_bytes);
  if (!has_characters(title, 2) || has_characters(title, kHeadingCharacters + 1)) return false;
  for (const std::string_view mark : {"。", "，", "；"}) {
    if (title.find(mark) != std::string_view::npos) return false;
  }
  return true;
}

/// Whether each of `lines` is a row of a table, its cells parted by tabs. A
/// chapter's heading may stand before its text in the same way.
std::vector<bool> table_rows(std::string_view text, const std::vector<Line>& lines) {
  std::vector<bool> rows(lines.size(), false);
  std::ptrdiff_t tabs = 0;
  std::size_t first = 0;
  for (std::size_t index = 0; index <= lines.size(); ++index) {
    std::ptrdiff_t here = 0;
    if (index < lines.size()) {
      const std::string_view line = lines[index].content.of(text);
      if (list_marker_of(line).kind != ListMarker::chapter) here = std::count(line.begin(), line.end(), '\t');
    }
    if (here == tabs && here > 0) continue;
    if (tabs > 0 && index - first >= kTableRows) {
      for (std::size_t row = first; row < index; ++row) rows[row] = true;
    }
    tabs = here;
    first = index;
  }
  return rows;
}

/// Cuts a line where breaks were lost.
class LineSplitter {
 public:
  explicit LineSplitter(std::string_view text) : text_(text) {}

  std::vector<TextRange> split(TextRange content) const {
    std::vector<TextRange> parts;
    std::uint32_t begin = content.begin;
    for (std::uint32_t at = begin; at < content.end;) {
      const std::optional<Gap> gap = next_gap(text_, at, content.end);
      if (!gap) break;
      at = gap->range.end;
      if (!is_break(*gap, {begin, gap->range.begin}, {at, content.end})) continue;
      parts.push_back({begin, gap->range.begin});
      begin = at;
    }
    parts.push_back({begin, content.end});
    return parts;
  }

 private:
  [[nodiscard]] bool is_break(const Gap& gap, TextRange before, TextRange behind) const {
    const std::string_view left = before.of(text_);
    const std::string_view right = behind.of(text_);
    if (gap.columns >= kBreakColumns || gap.has_tab) {
      // A lone character is part of a spaced-out word: 目　　录.
      return has_characters(left, 2) && has_characters(right, 2) && !is_marker_alone(left);
    }
    return gap.columns >= kHeadingBreakColumns && has_characters(right, kTextCharacters) && is_bare_heading(left);
  }

  std::string_view text_;
};

class ParagraphBuilder {
 public:
  ParagraphBuilder(std::string_view text, std::string_view source)
      : text_(text),
        source_(source),
        lines_(lines_of(text)),
        layout_(layout_of(text, lines_)),
        table_rows_(table_rows(text, lines_)) {}

  PlainText build() {
    for (std::size_t index = 0; index < lines_.size();) index = add_lines(index);
    add_notes();
    return std::move(out_);
  }

 private:
  /// Adds the paragraphs of the line at `index` and of those joined to it;
  /// where to go on.
  std::size_t add_lines(std::size_t index) {
    if (lines_[index].is_blank()) return index + 1;
    if (table_rows_[index]) {
      add_paragraph(lines_[index].content, lines_[index]);
      return index + 1;
    }
    add_parts(lines_[index]);
    for (;;) {
      const std::optional<std::size_t> next = continuation_of(index);
      if (!next) return index + 1;
      join(lines_[*next]);
      index = *next;
    }
  }

  void add_parts(const Line& line) {
    const std::vector<TextRange> parts = LineSplitter(text_).split(line.content);
    for (const TextRange part : parts) add_paragraph(part, line);
    out_.paragraphs[out_.paragraphs.size() - parts.size()].centered =
        line.indent_columns - layout_.margin_columns >= kCenteredColumns;
    if (line.content.size() >= kLongLineBytes) restored_breaks_ += parts.size() - 1;
  }

  void add_paragraph(TextRange range, const Line& line) {
    Paragraph paragraph;
    paragraph.range = range;
    paragraph.line = line.number;
    out_.paragraphs.push_back(paragraph);
  }

  /// Lengthens the last paragraph by the first part of `line`.
  void join(const Line& line) {
    const std::vector<TextRange> parts = LineSplitter(text_).split(line.content);
    out_.paragraphs.back().range.end = parts.front().end;
    for (std::size_t part = 1; part < parts.size(); ++part) add_paragraph(parts[part], line);
    ++joined_lines_;
  }

  /// The line with which the paragraph that the line at `index` ends goes on.
  [[nodiscard]] std::optional<std::size_t> continuation_of(std::size_t index) const {
    const Line& line = lines_[index];
    if (!layout_.wrapped || line.is_page_number || line.end_column < layout_.full_column) return std::nullopt;
    bool page_break = false;
    std::size_t next = index + 1;
    for (; next < lines_.size() && (lines_[next].is_blank() || lines_[next].is_page_number); ++next) {
      page_break = page_break || lines_[next].is_page_number;
    }
    if (next == lines_.size()) return std::nullopt;
    const bool apart = next > index + 1 && !page_break;
    return goes_on(line, lines_[next], apart) ? std::optional(next) : std::nullopt;
  }

  /// Whether the full line `line` goes on in `next`; `apart` tells that blank
  /// lines stand between them.
  [[nodiscard]] bool goes_on(const Line& line, const Line& next, bool apart) const {
    if (next.indent_columns - layout_.margin_columns >= kIndentColumns) return false;
    const std::string_view content = line.content.of(text_);
    // Where widths vary a heading may be as long as a line.
    if (layout_.ragged && stands_alone(line, content, next)) return false;
    if (!ends_sentence(content)) return true;
    if (apart || layout_.ragged) return false;
    switch (list_marker_of(next.content.of(text_)).kind) {
      case ListMarker::none:
        return true;
      case ListMarker::chapter:
        return false;
      case ListMarker::arabic:
      case ListMarker::running:
        return layout_.indents;
    }
    return true;
  }

  [[nodiscard]] bool stands_alone(const Line& line, std::string_view content, const Line& next) const {
    if (line.number < layout_.first_sentence_line) return true;
    if (list_marker_of(next.content.of(text_)).kind == ListMarker::chapter) return true;
    return list_marker_of(content).kind == ListMarker::chapter && content.find("。") == std::string_view::npos;
  }

  void add_notes() {
    if (joined_lines_ > 0) {
      out_.notes.push_back({MessageId::document_lines_joined, {std::string(source_), std::to_string(joined_lines_)}});
    }
    if (restored_breaks_ > 0) {
      out_.notes.push_back(
          {MessageId::document_breaks_restored, {std::string(source_), std::to_string(restored_breaks_)}});
    }
  }

  std::string_view text_;
  std::string_view source_;
  std::vector<Line> lines_;
  LineLayout layout_;
  std::vector<bool> table_rows_;
  PlainText out_;
  std::size_t joined_lines_ = 0;
  std::size_t restored_breaks_ = 0;
};

}  // namespace

PlainText split_paragraphs(std::string_view text, std::string_view source) {
  return ParagraphBuilder(text, source).build();
}

}  // namespace fazhi
