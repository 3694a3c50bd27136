#pragma once

#include <string>
#include <string_view>

#include "evaluate/auditor.hpp"

namespace fazhi::test {

/// The auditor of a built-in checklist.
[[nodiscard]] const Auditor& builtin(const std::string& id);
/// … of "township".
[[nodiscard]] const Auditor& township();

/// The auditor of a checklist of one element, which weighs 100, with the
/// language of the built-in one. `element` holds what stands below its id.
[[nodiscard]] Auditor auditor_of_element(std::string_view element);

[[nodiscard]] Document document_of(std::string_view text);
[[nodiscard]] Audit audit_of(const Auditor& auditor, std::string_view text);

/// The finding of the element `id`; fails the test where there is none.
[[nodiscard]] const Finding& finding_of(const Audit& audit, std::string_view id);

/// A report of 云溪镇 for 2024 in which `text` stands in a section of `role`.
[[nodiscard]] std::string report_with(Role role, std::string_view text);

/// An expression of which PCRE2 reaches its limit in hard_passage().
inline constexpr std::string_view kExplosive = "(?:(?:甲|甲甲)+丙)+乙";
[[nodiscard]] std::string hard_passage();

}  // namespace fazhi::test
