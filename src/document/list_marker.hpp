#pragma once

#include <cstdint>
#include <string_view>

namespace fazhi {

/// How a heading or a list item begins.
enum class ListMarker {
  none,
  chapter,  ///< 一、  （一）  第一，  第一章
  arabic,   ///< 1.  1、  （1）  1）  ①
  running,  ///< 一是  二要: more often inside a paragraph
};

struct MarkerAtBegin {
  ListMarker kind = ListMarker::none;
  std::uint32_t size_bytes = 0;
};

/// The marker that `line` (original text, not normalised) begins with.
[[nodiscard]] MarkerAtBegin list_marker_of(std::string_view line);

}  // namespace fazhi
