#pragma once

#include <string>
#include <string_view>

namespace fazhi::test {

/// A checklist with every table of the format, which loads without a diagnostic.
[[nodiscard]] std::string sample_checklist();

/// The sample with `to` in place of `from`, which has to stand in it once.
[[nodiscard]] std::string sample_with(std::string_view from, std::string_view to);

}  // namespace fazhi::test
