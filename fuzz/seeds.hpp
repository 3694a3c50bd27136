#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fazhi::fuzz {

struct Seed {
  std::string name;   ///< that of the file it comes from, shown where it breaks a promise
  std::string bytes;
};

/// What the target `name` begins with: files of reports/, rules/ and tests/
/// made ready for it, then fuzz/seeds/NAME and fuzz/regressions/NAME. In the
/// order of their names.
[[nodiscard]] std::vector<Seed> seeds_of(std::string_view name);

}  // namespace fazhi::fuzz
