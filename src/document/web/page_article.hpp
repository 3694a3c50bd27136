#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "document/web/page_blocks.hpp"
#include "document/web/page_tree.hpp"

namespace fazhi {

/// Sets the page's own text apart from what the site puts around it: sets
/// `hints.furniture` of the blocks that are not the article's, and takes hidden
/// blocks out, unless the text itself is what is hidden. How many paragraphs of
/// running text went with these that the page shows nowhere.
///
/// Method: blocks are told apart by link density and length of text, after
/// Kohlschütter, Fankhauser, Nejdl: Boilerplate Detection using Shallow Text
/// Features (WSDM 2010), with marks of sentences in the place of counted words,
/// which Chinese does not part. Runs of blocks full of links cut the page into
/// stretches; the one with most running text is the article, and so is every
/// other that holds a fair share of it or stands inside the same element.
/// Names of elements (nav, footer, "copyright" in a class) are followed only
/// where hardly any running text stands inside. In doubt a block is the
/// article's: too much text is seen by a person, lost text is not.
[[nodiscard]] std::size_t mark_furniture(const PageTree& tree, std::vector<PageBlock>& blocks);

/// The title of the article: the one that its meta data tell, else the block
/// before the running text that `<title>` repeats, else `<title>` without the
/// names of the site. `meta_title` is maybe "".
[[nodiscard]] std::string title_of(const PageTree& tree, const std::vector<PageBlock>& blocks, const std::string& meta_title);

/// Makes the block that holds `title` the first of the article, but for lines
/// right beside it, and what stands before furniture. Whether the article tells
/// the title by itself.
[[nodiscard]] bool begin_at_title(const PageTree& tree, std::vector<PageBlock>& blocks, const std::string& title);

}  // namespace fazhi
