#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

namespace fazhi::docx {

/// Membership in a list (ECMA-376 part 1, 17.9.18): either half may be left
/// to a style.
struct ListReference {
  std::optional<int> number_id;  ///< w:numId; 0 takes numbering away
  std::optional<int> level;      ///< w:ilvl, from 0
};

/// Paragraph properties that the reader asks for, where they are given.
struct ParagraphProperties {
  std::string style;
  ListReference list;
  std::optional<int> outline_level;  ///< from 0; 9 is body text
  std::optional<bool> centered;
};

/// `node` is a w:pPr or none.
[[nodiscard]] ParagraphProperties paragraph_properties(const pugi::xml_node& node);

/// The value of the on-off property `name` among the children of `node`
/// (17.17.4), none where it is not given.
[[nodiscard]] std::optional<bool> toggle(const pugi::xml_node& node, std::string_view name);

/// A whole number as an attribute gives it; none where it is no number or
/// beyond nine digits.
[[nodiscard]] std::optional<int> number_of(std::string_view value);

/// What a style means with all that it is based on.
struct ResolvedStyle {
  int heading_level = 0;  ///< 1 … 9, 0 for body text
  bool title = false;
  bool contents = false;  ///< an entry of a table of contents
  bool centered = false;
  bool hidden = false;
  ListReference list;
  std::string list_style;  ///< the style that gave the list's number
};

class Styles {
 public:
  Styles() = default;
  /// `root` is a w:styles. Styles based on each other count to
  /// `limits::kStyleChain`.
  explicit Styles(const pugi::xml_node& root);

  /// The style `id`, or the default one of paragraphs for "".
  [[nodiscard]] const ResolvedStyle& paragraph(std::string_view id);
  [[nodiscard]] bool hides_characters(std::string_view id);
  /// The list that a numbering style stands for.
  [[nodiscard]] std::optional<int> number_id_of(std::string_view id) const;

 private:
  struct Style {
    std::string name;  ///< in small letters
    std::string based_on;
    ParagraphProperties properties;
    std::optional<bool> hidden;
  };

  [[nodiscard]] ResolvedStyle resolve(std::string_view id) const;

  std::unordered_map<std::string, Style> styles_;
  std::unordered_map<std::string, ResolvedStyle> resolved_;
  std::string default_paragraph_;
  bool centered_by_default_ = false;
};

}  // namespace fazhi::docx
