#include "../check_audit.hpp"
#include "../fuzz.hpp"
#include "../targets.hpp"
#include "checklist/load.hpp"
#include "document/plain_text.hpp"

namespace fazhi::fuzz {
namespace {

Document sample() {
  Document document;
  document.source = "报告.txt";
  document.format = "txt";
  document.text =
      "云溪镇2024年法治政府建设年度报告\n一、主要举措和成效\n（一）化解纠纷。镇调委会全年排查矛盾纠纷118起，化解117起，"
      "化解率99.2%。聘请法律顾问1名，审查合同23件。\n二、存在的不足\n执法力量薄弱，尚未配备专职人员。\n三、下一年度安排\n"
      "2025年，计划开展普法宣传20场次以上。\n云溪镇人民政府\n2025年1月10日\n";
  document.paragraphs = split_paragraphs(document.text, document.source).paragraphs;
  return document;
}

}  // namespace

void checklist(std::string_view bytes) {
  LoadedChecklist loaded = load_checklist_text(bytes, "x.toml");
  bool has_errors = false;
  for (const Diagnostic& each : loaded.diagnostics) {
    has_errors = has_errors || each.kind == Diagnostic::Kind::error;
    require(!render(each, Language::zh).empty() && !render(each, Language::en).empty(), "a diagnostic can be told");
  }
  require(has_errors == !loaded.checklist.has_value(), "there is a checklist where there is no error");
  if (!loaded.checklist) return;
  const Auditor auditor(std::move(*loaded.checklist));
  Scratch scratch;
  const Report report = auditor.read(sample(), scratch);
  check_audit(auditor.judge(report), report.document);
}

}  // namespace fazhi::fuzz
