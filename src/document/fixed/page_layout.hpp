#pragma once

#include <string>
#include <vector>

#include "document/document_builder.hpp"

namespace fazhi {

/// A run of characters on one line of a page that stand close together.
/// Lengths are in the page's own unit, x to the right, y downwards.
struct LaidText {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double font_size = 0;  ///< 0 where it is not known
  std::string text;      ///< UTF-8, in reading order
  int confidence = 100;  ///< per cent
};

struct LaidPage {
  double width = 0;
  double height = 0;
  std::vector<LaidText> texts;  ///< in any order
};

/// Puts pages of placed text into paragraphs in reading order and adds them to
/// `builder` (to be finished with `Lines::of_text`): texts on one line are put
/// together, columns read one after the other, lines joined into paragraphs by
/// their ends, indents and distances, halves of a paragraph on two pages joined;
/// running heads, running feet and page numbers are furniture; a line in the
/// middle is `centered`.
void add_pages(const std::vector<LaidPage>& laid, DocumentBuilder& builder);

}  // namespace fazhi
