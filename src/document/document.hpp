#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/message.hpp"
#include "base/metadata.hpp"
#include "base/range.hpp"
#include "text/decode.hpp"

namespace fazhi {

/// What a file says of a paragraph beside its text.
struct Paragraph {
  TextRange range;         ///< in Document::text; never empty, no white space at either end
  int heading_level = 0;   ///< 1 … 9 where the file's own style marks a heading, else 0; a document's title has 0
  int page = 0;            ///< from 1; 0 where the format has no pages
  int line = 0;            ///< line of the file where it begins, from 1; 0 where it has none
  bool centered = false;   ///< set apart in the middle, as titles are
  bool in_table = false;
  bool furniture = false;  ///< running head, page number, navigation of a site: not the report's own text
  int confidence = 100;    ///< per cent, how sure character recognition was of its page; 100 for text that was never a picture
};

/// A report as its file gives it, whatever the format.
struct Document {
  std::string source;      ///< path as the user named it, or "-"
  std::string format;      ///< "txt", "docx", "odt", "doc", "wps", "rtf", "pdf", "ofd", "html", "mht": what it is, whatever its name
  std::string sha256;      ///< of the file's bytes, lower-case hexadecimal
  std::uint64_t size_bytes = 0;
  std::optional<Encoding> encoding;   ///< none where the format itself settles it
  bool recognized = false;            ///< read by character recognition from pictures of pages
  /// Of a recognized document the confidence of every page from the first, per
  /// cent: 100 for a blank page, 0 for one on which nothing could be read.
  std::vector<int> page_confidences = {};
  std::string text;                   ///< the original text, valid UTF-8
  std::vector<Paragraph> paragraphs;  ///< in reading order, ascending, not overlapping; a finding's `paragraph` is an index here plus 1
  std::vector<Metadata> metadata;     ///< in the file's order; each key once at most
  std::vector<Message> notes;         ///< what was left out or joined, for the user
};

}  // namespace fazhi
