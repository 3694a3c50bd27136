#pragma once

#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace fazhi {

struct PlainText {
  std::vector<Paragraph> paragraphs;
  std::vector<Message> notes;
};

/// The paragraphs of `text` (valid UTF-8, lines ending in LF), each a
/// contiguous range of it without white space at either end:
/// - a line that is not blank is a paragraph as a rule;
/// - in hard-wrapped text, where most lines are about equally wide and do not
///   end with a sentence, a full line goes on in the next one unless that is
///   indented or begins a list item after a sentence's end; blank lines and
///   page numbers between the halves then belong to the paragraph's range;
/// - a line in which breaks were lost is several: four columns of white space
///   or a tab begin a new one, and so does white space behind a short heading.
/// `source` names the text in notes.
[[nodiscard]] PlainText split_paragraphs(std::string_view text, std::string_view source);

}  // namespace fazhi
