#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"

namespace fazhi {

struct PackagePart {
  std::string name;  ///< "word/document.xml"
  std::string bytes;
};

/// The parts as one ZIP file in their order, each with the same time, so that
/// the same parts give the same bytes. Fails with `output.failed` where there is
/// no memory.
[[nodiscard]] Result<std::string> zip_package(const std::vector<PackagePart>& parts);

}  // namespace fazhi
