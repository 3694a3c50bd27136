#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace fazhi::bench {

/// A kind of text that a reader of reports may be given, good or hostile.
struct Shape {
  const char* name;
  std::string (*make)(std::size_t size_bytes);  ///< UTF-8, `size_bytes` long but for a paragraph
};

/// Reports one behind the other, the same in one endless line, without any mark; ordinals of all
/// depths, digits, quotation marks, figures with no full stop between them.
[[nodiscard]] const std::vector<Shape>& shapes();

}  // namespace fazhi::bench
