#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fazhi {

/// The list styles of an OpenDocument text and the numbers that its lists have
/// reached (ISO/IEC 26300-1, 5.3 and 16.30 to 16.34). Views point into the
/// parsed parts, which must outlive it.
class OdtLists {
 public:
  static constexpr std::size_t kLevels = 10;

  /// A list that is being read; lists that go on with each other are one.
  using List = std::size_t;

  /// Adds the list styles and the outline style in `container` (office:styles,
  /// office:automatic-styles); a later one stands for an earlier one of its name.
  void add_styles(const pugi::xml_node& container);

  /// The list that `node` (text:list without a list around it) begins or goes
  /// on with; `style` is its style's name.
  [[nodiscard]] List begin(const pugi::xml_node& node, std::string_view style);
  /// The list that the text:numbered-paragraph elements with this id make up.
  [[nodiscard]] List numbered_paragraphs(std::string_view id);
  /// The headings of the document, numbered by its outline style.
  [[nodiscard]] static List outline() { return 0; }
  /// The name that stands for the outline style.
  [[nodiscard]] std::string_view outline_style() const { return outline_style_; }

  /// Counts an item of `list` on `level` (from 0; deeper than there are levels
  /// is the deepest) and returns its label: "（一）", "2.1", "" of a bullet and of
  /// a style that is not known. `start` is the number that the item asks for.
  [[nodiscard]] std::string count(List list, std::string_view style, std::size_t level, std::optional<std::int64_t> start);

 private:
  struct Level {
    bool is_numbered = false;
    std::string_view format;
    std::string_view prefix;
    std::string_view suffix;
    std::optional<std::string_view> pattern;  ///< "（%1%）", in place of prefix, levels and suffix
    std::size_t shown_levels = 1;
    std::int64_t start = 1;
    bool letter_sync = false;
  };
  using Style = std::array<Level, kLevels>;
  using Counters = std::array<std::optional<std::int64_t>, kLevels>;

  static Level level_of(const pugi::xml_node& node);
  static std::string label(const Style& style, const Counters& counters, std::size_t level);

  std::unordered_map<std::string_view, Style> styles_;
  std::string_view outline_style_ = "Outline";
  std::vector<Counters> lists_ = std::vector<Counters>(1);
  std::unordered_map<std::string_view, List> by_id_;
  std::optional<List> last_;
  std::string_view last_style_;
};

/// The whole number that `text` is, kept to what a list can be asked to begin with.
[[nodiscard]] std::optional<std::int64_t> odf_integer(std::string_view text);

}  // namespace fazhi
