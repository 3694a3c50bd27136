#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/document_builder.hpp"
#include "document/web/page_tree.hpp"

namespace fazhi {

/// A line or paragraph of a page, as a browser would set it apart.
struct PageBlock {
  std::string text;  ///< white space collapsed as CSS 2.2 (16.6.1) says, but for no-break spaces
  ParagraphHints hints;
  std::size_t node = 0;            ///< the element whose block it is, an index of the tree
  std::size_t characters = 0;      ///< that are no white space
  std::size_t link_characters = 0; ///< of these, those in links to elsewhere
  std::size_t links = 0;
  std::size_t marks = 0;           ///< of those that end or divide sentences (。；！？，)
  bool hidden = false;             ///< by `hidden`, display or visibility
  bool listed = false;             ///< by a number that the page does not write out

  /// More than a third of it is link (the bound of Kohlschütter et al. 2010).
  [[nodiscard]] bool is_link_dense() const { return link_characters * 3 > characters; }
  /// Running text: long enough, with marks of sentences, and no links.
  [[nodiscard]] bool is_prose() const { return characters >= 15 && marks > 0 && !is_link_dense(); }
};

/// The blocks of a page in its order. Left out: what is no text to be read
/// (forms' fields, readings of ruby, frames). The numbers of ordered lists are
/// written out; cells of a table are blocks of their own, and `in_table` where
/// the table holds data and is no means of layout.
[[nodiscard]] std::vector<PageBlock> blocks_of(const PageTree& tree);

}  // namespace fazhi
