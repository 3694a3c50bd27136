#include "evaluate/sample.hpp"

#include <boost/test/unit_test.hpp>
#include <map>

#include "checklist/load.hpp"
#include "document/plain_text.hpp"

namespace fazhi::test {
namespace {

constexpr std::string_view kHead = R"(format = 1
include = ["basis.toml", "language/units.toml", "language/measures.toml", "language/sections.toml", "language/identity.toml", "language/cues.toml", "language/cues-township.toml"]
[checklist]
id = "sample"
version = "1"
title = "样例清单"
pass = 60
[[checklist.grade]]
name = "合格"
at_least = 60
[[checklist.grade]]
name = "不合格"
at_least = 0
[[element]]
id = "sample"
title = "样例"
weight = 100
)";

Checklist loaded(LoadedChecklist result) {
  for (const Diagnostic& each : result.diagnostics) {
    if (each.kind == Diagnostic::Kind::error) BOOST_ERROR(render(each, Language::en));
  }
  BOOST_REQUIRE(result.checklist.has_value());
  return std::move(*result.checklist);
}

}  // namespace

const Auditor& builtin(const std::string& id) {
  static std::map<std::string, Auditor> auditors;
  const auto found = auditors.find(id);
  if (found != auditors.end()) return found->second;
  return auditors.try_emplace(id, loaded(load_builtin_checklist(id))).first->second;
}

const Auditor& township() { return builtin("township"); }

Auditor auditor_of_element(std::string_view element) {
  return Auditor(loaded(load_checklist_text(std::string(kHead) + std::string(element), "sample.toml")));
}

Document document_of(std::string_view text) {
  Document document;
  document.source = "报告.txt";
  document.format = "txt";
  document.text = text;
  document.paragraphs = split_paragraphs(document.text, document.source).paragraphs;
  return document;
}

Audit audit_of(const Auditor& auditor, std::string_view text) {
  Scratch scratch;
  return auditor.audit(document_of(text), scratch);
}

const Finding& finding_of(const Audit& audit, std::string_view id) {
  for (const Finding& each : audit.findings) {
    if (each.id == id) return each;
  }
  BOOST_FAIL("no finding " << id);
  return audit.findings.front();
}

std::string report_with(Role role, std::string_view text) {
  const auto in = [&](Role each, std::string_view own) { return std::string(role == each ? text : own) + "\n"; };
  return "云溪镇2024年法治政府建设年度报告\n" + in(Role::preamble, "2024年，各项工作有序开展。") +
         "一、主要举措和成效\n" + in(Role::achievements, "修通了到各村的路。") +
         "二、党政主要负责人履行推进法治建设第一责任人职责情况\n" + in(Role::first_responsible, "书记带头下村。") +
         "三、存在的不足和原因\n" + in(Role::shortcomings, "办公用房紧张。") + "四、下一年度主要安排\n" +
         in(Role::plan, "把路修到组。") + "五、其他需要报告的情况\n" + in(Role::other, "镇区绿化面积扩大。");
}

std::string hard_passage() {
  std::string text;
  for (int count = 0; count < 200; ++count) text += "甲";
  return text + "丁乙丙。";
}

}  // namespace fazhi::test
