#pragma once

#include <string>
#include <string_view>

namespace fazhi {

/// The unit that reports where a title or signature names the party's body beside it:
/// the government of 中共某镇委员会某镇人民政府 and of 某街道党工委、街道办事处 (with the
/// place's name that only the first of them gives), the unit whose 党委书记、镇长 reports.
/// Other names, a party's body alone among them, are given back as they are.
[[nodiscard]] std::string reporting_unit(std::string_view units);

/// Whether two names, of which either may leave out the places above or 人民政府 and the
/// like, can be one unit's: 云溪县青石镇人民政府 and 青石镇, not 云溪县石桥镇 and 云溪县.
[[nodiscard]] bool may_be_same_unit(std::string_view first, std::string_view second);

/// `unit` without what names its government: 青石镇 of 青石镇人民政府.
[[nodiscard]] std::string_view without_government(std::string_view unit);

}  // namespace fazhi
