#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "document/office/docx_styles.hpp"

namespace fazhi::docx {

inline constexpr std::size_t kListLevels = 9;

/// One level of a list (ECMA-376 part 1, 17.9.6).
struct ListLevel {
  int start = 0;  ///< 17.9.25: 0 where it is not given
  std::string format = "decimal";
  std::string text;    ///< with %1 … %9 for the levels' numbers
  std::string suffix = "tab";
  std::optional<int> restart;  ///< 17.9.10: behind a level up to this, from 1; 0 never
  bool arabic = false;         ///< w:isLgl: all numbers in Arabic digits
  bool hidden = false;
  std::string style;  ///< the paragraph style that the level belongs to
};

/// The lists of a document, as its numbering part defines them.
class Numbering {
 public:
  Numbering() = default;
  /// `root` is a w:numbering. Lists that are defined by numbering styles are
  /// looked up in `styles`.
  Numbering(const pugi::xml_node& root, const Styles& styles);

  /// The level of the list `number_id` that belongs to the paragraph style.
  [[nodiscard]] std::optional<int> level_of_style(int number_id, std::string_view style) const;

 private:
  friend class ListCounters;

  struct Definition {
    std::map<std::size_t, ListLevel> levels;  ///< those that are given
    std::string style_link;
  };
  struct Override {
    std::optional<int> start;
    std::optional<ListLevel> level;
  };
  struct List {
    int definition = 0;
    std::map<std::size_t, Override> overrides;  ///< those that are given
  };

  void add_definition(const pugi::xml_node& node);
  void add_list(const pugi::xml_node& node);
  void follow_style_links(const Styles& styles);
  /// Null where there is none.
  [[nodiscard]] const List* list(int number_id) const;
  [[nodiscard]] const ListLevel& level(const List& list, std::size_t index) const;
  /// The start that the list itself gives to a level.
  [[nodiscard]] static std::optional<int> own_start(const List& list, std::size_t index);

  std::unordered_map<int, Definition> definitions_;
  std::unordered_map<int, List> lists_;
};

/// Counts the paragraphs of lists in document order. Lists of one definition
/// share their numbers, as in Word, until one with a start of its own begins.
class ListCounters {
 public:
  explicit ListCounters(const Numbering& numbering) : numbering_(numbering) {}

  /// Counts a paragraph; its label and what stands between it and the text.
  /// "" for bullets, hidden labels, and where there is no such list.
  [[nodiscard]] std::string next(int number_id, int level);

 private:
  using Values = std::array<std::optional<std::int64_t>, kListLevels>;

  [[nodiscard]] int start_of(const Numbering::List& list, std::size_t level) const;
  void advance(const Numbering::List& list, int number_id, std::size_t level, Values& values);
  [[nodiscard]] std::string label(const Numbering::List& list, std::size_t level, const Values& values) const;

  const Numbering& numbering_;
  std::unordered_map<int, Values> values_;                         ///< by definition
  std::unordered_map<int, std::array<bool, kListLevels>> begun_;  ///< by list: levels with a start of their own
};

/// `text` behind `label`: white space is put between them where the two would
/// run into each other, as a person who types a number puts none behind 、.
[[nodiscard]] std::string labelled(std::string_view label, std::string_view text);

}  // namespace fazhi::docx
