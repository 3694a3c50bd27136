#pragma once

#include "audit/advice.hpp"
#include "evaluate/auditor.hpp"

namespace fazhi {

/// What the writer of `report` should put right first, and where it belongs.
/// `audit` is what `auditor` found in it.
///
/// An element that asks for a section belongs behind the sections that come
/// before it in the usual order (achievements, first responsible person,
/// shortcomings, plan). Any other belongs to the part in which its finds look
/// for it: there under the heading where the report tells it in part, else under
/// one that shares words with the element's title which other titles have not,
/// else where the nearest element of the checklist's order is told, else under
/// the part's own heading. What satisfies the element in that place satisfies it in
/// the report.
[[nodiscard]] Advice advise(const Auditor& auditor, const Report& report, const Audit& audit);

}  // namespace fazhi
