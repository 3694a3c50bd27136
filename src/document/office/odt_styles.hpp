#pragma once

#include <cstddef>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

namespace fazhi {

/// The styles of an OpenDocument text as far as they matter to its text
/// (ISO/IEC 26300-1, 16.2). Views point into the parsed parts, which must
/// outlive it.
class OdtStyles {
 public:
  /// What a paragraph's style says, its parents' word included.
  struct OfParagraph {
    bool centered = false;
    bool is_title = false;                      ///< based on the style “Title”
    std::optional<bool> hidden;                 ///< none where it says nothing
    std::optional<std::string_view> list_style; ///< "" where it says that there is none
  };

  /// Adds the styles in `container` (office:styles, office:automatic-styles); a
  /// later one of the same name and family stands for the earlier one.
  void add(const pugi::xml_node& container);

  [[nodiscard]] OfParagraph of_paragraph(std::string_view name) const;
  /// Whether text of this text style is hidden; none where it says nothing.
  [[nodiscard]] std::optional<bool> hides(std::string_view name) const;

 private:
  struct Style {
    std::string_view parent;
    std::optional<bool> centered;
    std::optional<bool> hidden;
    std::optional<std::string_view> list_style;
  };
  using Family = std::unordered_map<std::string_view, Style>;

  Family paragraphs_;
  Family texts_;
};

}  // namespace fazhi
