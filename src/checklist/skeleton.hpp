#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fazhi {

/// The built-in checklist that has an element or defect `id`.
[[nodiscard]] std::optional<std::string> builtin_checklist_with(std::string_view id);

/// The text of a rule file with a new element `id` to be filled in, by the
/// templates under rules/templates. It loads, and its examples come out right.
/// `part`: without a checklist around it, to be included.
[[nodiscard]] std::string skeleton(std::string_view id, bool part);

}  // namespace fazhi
