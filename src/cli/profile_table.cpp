#include "cli/profile_table.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "present/printable.hpp"

namespace fazhi {
namespace {

struct RuleCost {
  double seconds = 0;
  double tries = 0;
  std::uint64_t hits = 0;
};

std::string formatted(const char* format, double value) {
  char text[32];
  const int size = std::snprintf(text, sizeof text, format, value);
  return {text, static_cast<std::size_t>(std::max(0, size))};
}

std::map<std::string_view, RuleCost> costs_by_rule(const CompiledChecklist& compiled, const ScanCosts& costs) {
  std::map<std::string_view, RuleCost> rules;
  const std::vector<std::string>& names = compiled.rules_of_groups();
  for (std::size_t number = 0; number < costs.expressions.size(); ++number) {
    const std::span<const GroupId> groups = compiled.database().groups_of_expression(number);
    const double share = 1.0 / static_cast<double>(groups.size());
    for (const GroupId group : groups) {
      RuleCost& rule = rules[names[static_cast<std::size_t>(group)]];
      rule.seconds += share * costs.expressions[number].seconds;
      rule.tries += share * static_cast<double>(costs.expressions[number].tries);
    }
  }
  for (std::size_t group = 0; group < costs.hits.size(); ++group) rules[names[group]].hits += costs.hits[group];
  return rules;
}

}  // namespace

std::string profile_table(const Auditor& auditor, const Scratch& scratch, Language language) {
  const ScanCosts* costs = scratch.costs(auditor.compiled().database());
  if (costs == nullptr) return {};
  std::vector<std::pair<std::string_view, RuleCost>> rules;
  double expressions = 0;
  for (const auto& each : costs_by_rule(auditor.compiled(), *costs)) {
    expressions += each.second.seconds;
    if (each.second.tries > 0 || each.second.hits > 0) rules.emplace_back(each);
  }
  std::stable_sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) { return a.second.seconds > b.second.seconds; });
  std::string out = render({MessageId::profile_summary,
                            {auditor.reference().id, formatted("%.1f", costs->seconds * 1e3), formatted("%.1f", expressions * 1e3)}},
                           language);
  out += "\n" + render({MessageId::profile_columns, {}}, language) + "\n";
  for (const auto& [name, cost] : rules) {
    out += formatted("%10.0f", cost.seconds * 1e6) + formatted("%10.0f", cost.tries) +
           formatted("%10.0f", static_cast<double>(cost.hits)) + "  " + printable(std::string(name)) + "\n";
  }
  return out;
}

}  // namespace fazhi
