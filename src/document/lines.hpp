#pragma once

#include <string_view>
#include <vector>

#include "base/range.hpp"
#include "text/utf8.hpp"

namespace fazhi {

inline constexpr int kTabColumns = 8;

/// A line of plain text. Columns are those of a terminal: two for a Han
/// character, one for an ASCII one.
struct Line {
  TextRange content;  ///< without white space at either end; empty in a blank line
  int number = 0;     ///< from 1
  int indent_columns = 0;
  int end_column = 0;  ///< where the content ends; columns of the indent included
  bool is_page_number = false;

  [[nodiscard]] bool is_blank() const { return content.empty(); }
};

[[nodiscard]] std::vector<Line> lines_of(std::string_view text);

[[nodiscard]] constexpr int columns_of(char32_t value) {
  if (value >= 0x1100) return value == 0xFEFF || (value >= 0x200B && value <= 0x200F) ? 0 : 2;
  if (value == U'\t') return kTabColumns;
  return value < 0x20 ? 0 : 1;
}

/// White space, and what is as invisible at the end of a line.
[[nodiscard]] constexpr bool is_blank_character(char32_t value) {
  if (value > 0x3000) return value == 0xFEFF;
  return utf8::is_white_space(value) || value == 0x200B || value == 0x2060;
}

/// How a text's lines were made.
struct LineLayout {
  bool wrapped = false;    ///< lines were broken at a width, not at paragraphs
  bool ragged = false;     ///< wrapped, at widths that vary
  int first_sentence_line = 0;  ///< number of the first line that ends a sentence: lines before are a head
  int full_column = 0;     ///< a line that ends here or behind is full
  int margin_columns = 0;  ///< left of every line
  bool indents = false;    ///< paragraphs begin with an indent
};

[[nodiscard]] LineLayout layout_of(std::string_view text, const std::vector<Line>& lines);

/// Whether `text` ends with a mark that ends a sentence or introduces a list.
[[nodiscard]] bool ends_sentence(std::string_view text);

}  // namespace fazhi
