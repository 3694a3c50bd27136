#pragma once

#include <string>
#include <string_view>

#include "outline/report.hpp"

namespace fazhi::test {

/// The text as a report, read by the language rules of the built-in township checklist.
[[nodiscard]] Report read_sample(std::string_view text);

/// The role of the first sentence that holds `phrase` (in normal form); furniture where none does.
[[nodiscard]] Role role_at(const Report& report, std::string_view phrase);

/// The section tree, one line a section: two spaces a level, its role, “*” where
/// its own heading names that role, a second role, the heading, run-in or glued.
[[nodiscard]] std::string tree_of(const Report& report);

}  // namespace fazhi::test
