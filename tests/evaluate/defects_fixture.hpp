#pragma once

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checklist/load.hpp"
#include "document/plain_text.hpp"
#include "evaluate/auditor.hpp"

/// Reports in little and what the detectors of defects must find in them.
namespace defects_fixture {

using Quotes = std::vector<std::string>;

/// A passage of a report and what is wrong in it: quotes that overlap what is reported, in order.
struct Row {
  std::string text;
  Quotes quotes;
};

constexpr std::string_view kChecklist = R"(
format = 1
include = ["basis.toml", "language/units.toml", "language/measures.toml", "language/sections.toml", "language/identity.toml",
           "language/cues.toml", "language/cues-township.toml", "defects.toml", "defects-township.toml", "laws.toml",
           "statutes.toml"]
[checklist]
id = "defects"
version = "1"
title = "文字缺陷"
pass = 60
[[checklist.grade]]
name = "合格"
at_least = 60
[[element]]
id = "period"
title = "报告年度"
weight = 100
asks = "写明报告年度。"
remedy = "写明报告年度。"
[[element.outcome]]
status = "met"
when = "period is told"
)";

inline const fazhi::Auditor& auditor() {
  static const fazhi::Auditor kAuditor = [] {
    fazhi::LoadedChecklist loaded = fazhi::load_checklist_text(kChecklist, "defects-test.toml");
    for (const fazhi::Diagnostic& each : loaded.diagnostics) {
      BOOST_TEST_MESSAGE(fazhi::render(each, fazhi::Language::en));
    }
    BOOST_REQUIRE(loaded.checklist.has_value());
    return fazhi::Auditor(std::move(*loaded.checklist));
  }();
  return kAuditor;
}

inline std::vector<fazhi::Finding> audit(const std::string& text) {
  fazhi::Document document;
  document.source = "test";
  document.format = "txt";
  document.text = text;
  document.paragraphs = fazhi::split_paragraphs(document.text, "test").paragraphs;
  fazhi::Scratch scratch;
  std::vector<fazhi::Finding> findings = auditor().audit(std::move(document), scratch).findings;
  std::erase_if(findings, [](const fazhi::Finding& each) { return each.kind != fazhi::FindingKind::defect; });
  return findings;
}

constexpr std::string_view kOpening =
    "2024年，云溪镇在县委、县政府的坚强领导下，坚持依法行政，扎实推进法治政府建设各项工作。现将有关情况报告如下：\n";

/// A report of 云溪镇 for 2024 with `text` among the achievements.
inline std::string told_as_done(const std::string& text) {
  return "云溪镇2024年法治政府建设年度报告\n" + std::string(kOpening) + "一、主要举措和成效\n" + text +
         "\n二、存在的不足\n执法力量还比较薄弱，普法形式有待丰富。\n";
}

/// The same with `text` under the heading of the plan.
inline std::string told_as_plan(const std::string& text) {
  return "云溪镇2024年法治政府建设年度报告\n" + std::string(kOpening) +
         "一、主要举措和成效\n全镇扎实开展法治宣传，群众学法用法的积极性明显提高。\n二、下一步工作安排\n" + text + "\n";
}

inline bool overlap(const std::string& quote, const std::string& wanted) {
  return quote.find(wanted) != std::string::npos || wanted.find(quote) != std::string::npos;
}

inline void check(const std::string& id, const std::string& text, const Quotes& wanted) {
  Quotes found;
  for (const fazhi::Finding& finding : audit(text)) {
    const std::string& quote = finding.evidence.front().quote;
    if (finding.id == id) {
      found.push_back(quote);
    } else {
      BOOST_ERROR(finding.id << " reported in: " << text << "\n  at: " << quote);
    }
  }
  bool same = found.size() == wanted.size();
  for (std::size_t each = 0; same && each < found.size(); ++each) same = overlap(found[each], wanted[each]);
  if (same) return;
  std::string told;
  for (const std::string& each : found) told += " [" + each + "]";
  std::string asked;
  for (const std::string& each : wanted) asked += " [" + each + "]";
  BOOST_ERROR(id << ": wanted" << asked << ", got" << told << " in: " << text);
}

inline void check_all(const std::string& id, const std::vector<Row>& rows) {
  for (const Row& row : rows) check(id, told_as_done(row.text), row.quotes);
}

inline void check_plans(const std::string& id, const std::vector<Row>& rows) {
  for (const Row& row : rows) check(id, told_as_plan(row.text), row.quotes);
}

inline void check_whole(const std::string& id, const std::vector<Row>& rows) {
  for (const Row& row : rows) check(id, row.text, row.quotes);
}

}  // namespace defects_fixture
