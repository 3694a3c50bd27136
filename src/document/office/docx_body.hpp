#pragma once

#include <functional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document_builder.hpp"
#include "document/office/docx_inline.hpp"
#include "document/office/docx_numbering.hpp"
#include "document/office/docx_styles.hpp"

namespace fazhi::docx {

/// Reads blocks (paragraphs, tables, content controls) in reading order.
class BodyReader {
 public:
  /// Whose text it is.
  enum class Story {
    body,
    apart,  ///< headers, footers, notes: furniture, each paragraph once
  };

  /// Adds to the builder what the relationship means that a document takes in
  /// whole (w:altChunk); false where it can't be read.
  using TakeIn = std::function<bool(std::string_view id)>;

  BodyReader(DocumentBuilder& builder, Styles& styles, const Numbering& numbering, TakeIn take_in)
      : builder_(builder), styles_(styles), numbering_(numbering), take_in_(std::move(take_in)), counters_(numbering) {}

  /// Adds the blocks inside `root` to the builder.
  void read(const pugi::xml_node& root, Story story);

  [[nodiscard]] const Tally& tally() const { return tally_; }
  /// Relationship ids of the headers and footers that the sections name.
  [[nodiscard]] const std::vector<std::string>& headers_and_footers() const { return headers_and_footers_; }

 private:
  /// The paragraph that is being read; one whose mark was deleted, and a dropped
  /// initial, go on in the next.
  struct Carried {
    std::string text;
    std::string label;
    bool any = false;
  };

  void blocks(const pugi::xml_node& parent);
  void block(const pugi::xml_node& node);
  void table(const pugi::xml_node& node);
  void row(const pugi::xml_node& node);
  void cell(const pugi::xml_node& node);
  void text_box(const pugi::xml_node& content);
  void paragraph(const pugi::xml_node& node);
  void section(const pugi::xml_node& properties);
  /// Adds what is carried.
  void finish_paragraph(const ParagraphHints& hints);
  /// The same where no paragraph follows in which it could go on.
  void finish_carried();
  void add(const std::string& text, ParagraphHints hints);

  [[nodiscard]] ParagraphHints hints_of(const ParagraphProperties& own, const ResolvedStyle& style, bool in_contents) const;
  [[nodiscard]] std::string label_of(const ParagraphProperties& own, const ResolvedStyle& style);

  DocumentBuilder& builder_;
  Styles& styles_;
  const Numbering& numbering_;
  TakeIn take_in_;
  ListCounters counters_;
  Tally tally_;
  std::vector<std::string> headers_and_footers_;
  InlineReader inline_{styles_, tally_};
  Carried carried_;
  Story story_ = Story::body;
  bool in_table_ = false;
  std::set<std::string, std::less<>> told_apart_;  ///< paragraphs of headers, footers and notes
};

}  // namespace fazhi::docx
