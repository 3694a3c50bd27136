#pragma once

#include <cstddef>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "document/document_builder.hpp"
#include "document/office/odt_lists.hpp"
#include "document/office/odt_styles.hpp"

namespace fazhi {

/// What was met in an OpenDocument text and is not the report's own words.
struct OdtLeftOut {
  std::size_t comments = 0;
  std::size_t hidden = 0;
  std::size_t notes = 0;    ///< footnotes and endnotes
  std::size_t changes = 0;  ///< tracked changes, which are read as accepted
};

/// Adds the text of OpenDocument elements (ISO/IEC 26300-1, chapters 4 to 10)
/// to a builder, in reading order: tables by rows, frames and shapes once, where
/// their anchor stands, lists with their numbers. Recurses no deeper than the
/// markup, which `parse_xml` limits.
class OdtBody {
 public:
  OdtBody(const OdtStyles& styles, OdtLists& lists, DocumentBuilder& builder)
      : styles_(styles), lists_(lists), builder_(builder) {}

  /// The paragraphs below `container`: office:text, style:header …
  void read(const pugi::xml_node& container, bool furniture);

  [[nodiscard]] const OdtLeftOut& left_out() const { return left_out_; }

 private:
  struct Item;
  struct Place;
  struct Inline;

  void read_blocks(const pugi::xml_node& container, const Place& place);
  void read_block(const pugi::xml_node& node, const Place& place);
  void read_paragraph(const pugi::xml_node& node, const Place& place, bool is_heading);
  void read_list(const pugi::xml_node& node, const Place& place);
  void read_numbered_paragraph(const pugi::xml_node& node, const Place& place);
  void read_rows(const pugi::xml_node& table, const Place& place);
  void read_row(const pugi::xml_node& row, const Place& place);
  void read_inline(const pugi::xml_node& parent, Inline& to, bool hidden);
  void read_inline_element(const pugi::xml_node& node, Inline& to, bool hidden);
  void read_note(const pugi::xml_node& node);
  [[nodiscard]] std::size_t repeats_of(const pugi::xml_node& node, std::string_view attribute);
  [[nodiscard]] std::string label_of(const pugi::xml_node& node, const Place& place,
                                     const OdtStyles::OfParagraph& style, bool is_heading);

  const OdtStyles& styles_;
  OdtLists& lists_;
  DocumentBuilder& builder_;
  OdtLeftOut left_out_;
  std::size_t repeated_ = 0;
};

}  // namespace fazhi
