#pragma once

#include <optional>
#include <vector>

#include "outline/outline_rules.hpp"
#include "outline/report.hpp"

namespace fazhi {

/// Paragraphs `begin` to before `end`.
struct ParagraphRange {
  std::uint32_t begin;
  std::uint32_t end;
};

/// What each paragraph is, before sections are told apart.
struct ParagraphParts {
  /// Role::furniture, head or tail; none for the report's own body.
  std::vector<std::optional<Role>> part;
  /// Paragraphs that make up the title, ascending.
  std::vector<std::uint32_t> title;
  /// Lines further down that look like the title of a report of its own, with a year in it,
  /// and with body enough before and behind them for one; ascending.
  std::vector<ParagraphRange> further_titles;
};

/// Sets document head and tail and the furniture of pages apart from the body.
[[nodiscard]] ParagraphParts part_paragraphs(const Report& report, const OutlineRules& rules);

/// Finds the headings among the body's sentences and makes the section tree;
/// sets `heading` and `section` of sentences. Roles are left open.
void find_sections(Report& report, const ParagraphParts& parts, const OutlineRules& rules);

/// Gives every section and sentence its role, by headings, by inheritance and
/// by the turns of running text. `year` is the report year where it is known.
void assign_roles(Report& report, const ParagraphParts& parts, const OutlineRules& rules, std::optional<int> year);

/// Whether a match of `group` lies in `range` of the sentence `sentence`.
[[nodiscard]] bool matches_in(const Report& report, GroupId group, std::uint32_t sentence, TextRange range);

/// Whether the sentence tells that the report follows: 现将…报告如下.
[[nodiscard]] bool announces_report(const Report& report, const OutlineRules& rules, std::uint32_t sentence);

}  // namespace fazhi
