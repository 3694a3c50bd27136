#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/fixed/page_layout.hpp"

/// The steps from placed texts to paragraphs, shared by the files of the page
/// layout alone. Lengths are in the page's own unit; an em is the width of a
/// Han character.
namespace fazhi::layout {

struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  [[nodiscard]] double middle_x() const { return (left + right) / 2; }
  [[nodiscard]] double middle_y() const { return (top + bottom) / 2; }
  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return bottom - top; }
  void include(const Box& other);
};

/// Text on one line without a gap as wide as a Han character.
struct Segment {
  Box box;
  double em = 0;
  std::string text;
  std::size_t characters = 0;
};

/// What stands at one height, from left to right.
struct Row {
  Box box;
  double em = 0;
  std::vector<Segment> segments;

  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::size_t characters() const;
};

/// The em of a text in `box`: as given, else told by the width of its Han
/// characters, else by its height.
[[nodiscard]] double em_of(const Box& box, std::string_view text, double font_size);

/// Puts `segments` into rows, from the top down; in a row, what stands closer
/// than an em becomes one segment, and a text printed twice at one place is
/// taken once. Raised and lowered small characters stay in their row.
[[nodiscard]] std::vector<Row> rows_of(std::vector<Segment> segments);

/// Appends `next`, which stands `gap` behind `text`, with a space where one was.
void append_spaced(std::string& text, std::string_view next, double gap, double em);

/// Appends the line `next` to `text`: figures and Han characters join as they
/// are, Latin words with a space, unless a hyphen parts one.
void join_lines(std::string& text, std::string_view next);

/// A page on its way.
struct Page {
  int number = 0;  ///< from 1
  double width = 0;
  double height = 0;
  int confidence = 100;
  std::vector<Row> rows;               ///< of the whole page
  std::vector<std::string> furniture;  ///< text of what was set apart
};

/// The pages' texts in rows; rotated ones are in `Page::furniture`.
[[nodiscard]] std::vector<Page> pages_of(const std::vector<LaidPage>& laid);

/// The em of most characters; 0 where there is no text.
[[nodiscard]] double body_em_of(const std::vector<Page>& pages);

/// Moves running heads, running feet, page numbers and marks printed over
/// every page from the rows to the furniture.
void set_furniture_apart(std::vector<Page>& pages);

/// Which column of how many a line stands in; lines of one class have common
/// margins.
struct ColumnClass {
  int columns = 1;
  int index = 0;

  bool operator==(const ColumnClass&) const = default;
};

struct Line {
  Box box;
  double em = 0;
  std::string text;
  int page = 0;
  ColumnClass column;
  bool is_cell = false;  ///< a cell of a table, whole
};

/// The lines of all pages in reading order.
[[nodiscard]] std::vector<Line> lines_of(const std::vector<Page>& pages);

struct Text {
  std::string text;
  int page = 0;
  bool centered = false;
  bool in_table = false;
};

/// Joins lines into paragraphs.
[[nodiscard]] std::vector<Text> paragraphs_of(const std::vector<Line>& lines);

}  // namespace fazhi::layout
