#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "document/document.hpp"

namespace fazhi {

/// What a reader knows of a paragraph beside its text; the meanings are those
/// of `Paragraph`.
struct ParagraphHints {
  int heading_level = 0;
  int page = 0;
  bool centered = false;
  bool in_table = false;
  bool furniture = false;
  int confidence = 100;
};

/// Makes a Document of the paragraphs that a reader of a format finds.
///
///     DocumentBuilder builder(source, "docx");
///     builder.add("一、主要举措和成效", {.heading_level = 1});
///     builder.add("……", {});
///     return std::move(builder).finish();
class DocumentBuilder {
 public:
  /// How the paragraphs that were added become those of the document.
  enum class Lines {
    /// As lines of a text file: those of hard-wrapped text are joined, those in
    /// which breaks were lost are cut (`split_paragraphs`). For formats whose
    /// paragraphs are what a person pasted or typed.
    of_text,
    /// As they are. For formats whose reader joined lines by their places.
    joined,
  };

  DocumentBuilder(std::string_view source, std::string_view format);

  /// Adds a paragraph, or several where `text` (UTF-8) holds line breaks (LF,
  /// VT, FF, U+2028, U+2029). Other control characters but the tab are dropped,
  /// soft hyphens and invalid bytes too. White space alone is a blank line.
  void add(std::string_view text, const ParagraphHints& hints);
  /// A blank line.
  void add_blank();
  void note(Message message);
  void set(MetadataKey key, std::string_view value);
  /// The text was recognized; `page_confidences` as in Document.
  void set_recognized(std::vector<int> page_confidences);

  /// Whether more text was added than a report may hold; what comes beyond is
  /// dropped and `finish` fails.
  [[nodiscard]] bool is_full() const;

  /// The document, `sha256`, `size_bytes` and `encoding` not set. Furniture
  /// stands behind the report's own text. Fails with `input_without_text`,
  /// `input_too_much_text` past `limits::kTextBytes`, or `input_not_chinese`
  /// under `limits::kMinimumHanCharacters` Han characters outside of furniture.
  [[nodiscard]] Result<Document> finish(Lines lines = Lines::of_text) &&;

 private:
  struct Added {
    std::string text;
    ParagraphHints hints;
  };

  void add_line(std::string_view line, const ParagraphHints& hints);
  void append(const Added& added, bool joined);
  void lay_out(const std::vector<Added>& lines, Lines how);

  Document document_;
  std::vector<Added> body_;
  std::vector<Added> furniture_;
  std::size_t size_bytes_ = 0;
};

/// Whether `text` holds `limits::kMinimumHanCharacters` Han characters.
[[nodiscard]] bool has_enough_han(std::string_view text);

}  // namespace fazhi
