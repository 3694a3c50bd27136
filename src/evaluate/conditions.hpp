#pragma once

#include <vector>

#include "checklist/condition.hpp"
#include "evaluate/figures.hpp"
#include "evaluate/finds.hpp"
#include "evaluate/reading.hpp"

namespace fazhi {

/// What a condition is asked of.
struct ConditionContext {
  const Reading& reading;
  const std::vector<FindResult>& finds;
  const std::vector<FigureSet>& figures;
};

/// What an answer rests on.
struct ConditionSupport {
  std::vector<Hit> hits;
  std::vector<std::uint32_t> sections;   ///< whose headings show it
  std::vector<TextRange> passages;       ///< other places (years, figures)
};

/// Three-valued: an engine that gave up makes an answer unknown, never false.
enum class Truth { no, yes, unknown };

/// Whether `condition` holds. What makes it hold is added to `support`.
[[nodiscard]] Truth holds(const Condition& condition, const ConditionContext& context, ConditionSupport& support);

/// Whether a section of `role` stands under a heading that names the role, with body text of that role.
[[nodiscard]] bool is_headed(const Report& report, Role role, ConditionSupport& support);

}  // namespace fazhi
