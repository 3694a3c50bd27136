#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace fazhi {

/// An element or a piece of text of a page.
struct PageNode {
  std::string name;  ///< of an element, lower-case, with its prefix ("o:p"); "" for text
  std::string text;  ///< entities decoded, white space as it stands
  std::vector<std::pair<std::string, std::string>> attributes;  ///< those that say something of the text; names lower-case
  std::size_t parent = 0;
  std::size_t end = 0;  ///< index behind its last descendant

  [[nodiscard]] std::string_view attribute(std::string_view attribute_name) const;
  [[nodiscard]] bool has(std::string_view attribute_name) const;
};

/// All nodes in the order of the page, the root first: the descendants of
/// `index` are index + 1 … end.
using PageTree = std::vector<PageNode>;

/// Parses `utf8` as HTML5 (Gumbo). Comments, scripts, styles and templates are
/// left out. Fails with `input_too_large` past `limits::kPageBytes`,
/// `input_nested_too_deep` past `limits::kMarkupDepth`,
/// `input_unpacks_too_large` past `limits::kPageTreeBytes`,
/// `input_program_slow` past `limits::kPageSeconds`, or `input_program_failed`.
///
/// Gumbo 0.10 is no longer kept up. It frees its tree by recursion, is quadratic
/// in the depth of open elements and in the attributes of a tag, asserts, and
/// does not ask whether memory was given. So it runs in a copy of the process,
/// with memory from an arena that is dropped as a whole; a crash or a stall ends
/// the copy and costs that page alone.
[[nodiscard]] Result<PageTree> parse_page(std::string_view utf8, std::string_view source);

}  // namespace fazhi
