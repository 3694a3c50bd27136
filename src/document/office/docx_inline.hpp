#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "document/office/docx_styles.hpp"

namespace fazhi::docx {

/// What was met in a document beside its text.
struct Tally {
  std::size_t revisions = 0;  ///< insertions, deletions and moves
  std::size_t hidden = 0;     ///< runs of hidden text, neighbours as one
  std::size_t comments = 0;
  std::size_t pictures = 0;
  std::size_t foreign_parts = 0;  ///< files of other formats that the document takes in
};

/// The child of an mc:AlternateContent that is to be read (ECMA-376 part 3,
/// 7.6): the first choice that asks for nothing but shapes, else the fallback.
[[nodiscard]] pugi::xml_node alternative(const pugi::xml_node& alternate_content);

/// Reads the text of paragraphs of one story (body, text box, footnote, header):
/// fields may go on from one paragraph to the next.
class InlineReader {
 public:
  InlineReader(Styles& styles, Tally& tally) : styles_(&styles), tally_(&tally) {}

  struct Text {
    std::string text;                       ///< tabs and line breaks included; may hold invalid UTF-8
    std::vector<pugi::xml_node> text_boxes;  ///< w:txbxContent, in order
    bool in_contents = false;               ///< inside a field that lists contents
  };

  /// The text of the w:p `paragraph`, of a style that hides its text or not:
  /// tracked changes as accepted, the results of fields but not their
  /// instructions, hidden text and comments left out and counted.
  [[nodiscard]] Text read(const pugi::xml_node& paragraph, bool hidden);

 private:
  struct Field {
    bool in_result = false;
    bool contents = false;
    std::string instruction;
    std::size_t text_before = 0;  ///< size of the text where the result begins
  };

  void inside(const pugi::xml_node& parent);
  void element(const pugi::xml_node& node);
  void run(const pugi::xml_node& node);
  void run_parts(const pugi::xml_node& parent);
  void run_part(const pugi::xml_node& node);
  void characters(const pugi::xml_node& text);
  void put(std::string_view text);
  void field_character(std::string_view type);
  void end_field();
  void leave_instruction();
  void close_broken_fields();
  void shapes(const pugi::xml_node& node);

  Styles* styles_;
  Tally* tally_;
  Text out_;
  std::string held_;  ///< text in instructions: of nested fields, or of a field that never ends
  std::vector<Field> fields_;
  std::size_t instructions_ = 0;  ///< fields that are in their instruction
  std::size_t outermost_instruction_ = 0;  ///< where the first of them stands in `fields_`
  std::size_t contents_ = 0;      ///< fields that list contents and are in their result
  bool paragraph_hidden_ = false;
  bool hidden_ = false;
  bool last_was_hidden_ = false;
};

}  // namespace fazhi::docx
