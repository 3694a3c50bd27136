#pragma once

#include <string>
#include <vector>

#include "audit/rectification.hpp"
#include "base/result.hpp"
#include "checklist/rectification_rules.hpp"
#include "rectify/verify.hpp"

namespace fazhi {

/// The list at `path`, as its unit filled it in and sent it back. An .xml file has
/// all of it; of another one its items are those of the first drafts, under the
/// units' names in the list, and what a row holds without such an item is kept as
/// an item of its own. Fails as the readers of lists do.
[[nodiscard]] Result<RectificationList> read_list_to_verify(const std::string& path, const std::vector<Draft>& before,
                                                            const RectificationRules& rules, Language language);

/// Describes what a verification adds to a list as `fazhi rectify` would: by the
/// audits of the second drafts. All that is given outlives what it returns.
[[nodiscard]] DescribeItem describer(const Verification& verification, const std::vector<Draft>& after,
                                     const RectificationRules& rules, Language language);

}  // namespace fazhi
