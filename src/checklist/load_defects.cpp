#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "checklist/load_parts.hpp"
#include "text/normalize.hpp"

namespace fazhi {

std::string without_brackets(std::string title) {
  for (const std::string_view bracket : {"《", "》"}) {
    for (std::size_t at = title.find(bracket); at != std::string::npos; at = title.find(bracket, at)) {
      title.erase(at, bracket.size());
    }
  }
  return title;
}

void check_remedy(const TableReader& table, const Defect& defect) {
  if (defect.kind == DefectKind::misnamed_law || defect.remedy.find(kRightTitle) == std::string::npos) return;
  table.error(table.value_place("remedy"), {MessageId::checklist_idle_title, {}});
}

namespace {

Need need_of_patterns(DefectKind kind) {
  return kind == DefectKind::term || kind == DefectKind::placeholder ? Need::required : Need::optional;
}

void load_defect(TableReader& table, Loading& loading) {
  Defect defect;
  defect.id = table.id("id", Need::required);
  const auto kind = table.choice<DefectKind>("kind", Need::required);
  defect.kind = kind.value_or(DefectKind::enumeration);
  defect.title = table.text("title", Need::required);
  defect.title_en = table.text("title_en", Need::optional);
  defect.severity = table.choice<Severity>("severity", Need::optional).value_or(Severity::minor);
  defect.basis = load_basis(table, loading);
  defect.remedy = table.text("remedy", Need::optional);
  check_remedy(table, defect);
  defect.patterns = table.patterns("any", "match", need_of_patterns(defect.kind));
  defect.except = table.patterns("except", "except_match", Need::optional);
  defect.examples = load_examples(table, {name_of(Status::met), name_of(Status::missing)});
  defect.file = table.file().path();
  defect.line = table.place().line;
  table.finish();
  if (!table.has("remedy")) {
    table.warning(table.value_place("id"), {MessageId::checklist_no_remedy, {defect.id}});
  }
  if (!defect.id.empty()) {
    loading.ids.claim("finding", defect.id, table.file(), table.value_place("id"), loading.diagnostics);
  }
  loading.checklist.defects.push_back(std::move(defect));
}

void load_law(TableReader& table, Loading& loading) {
  RepealedLaw law;
  law.title = without_brackets(table.phrase("title", Need::required));
  law.repealed_on = table.date("repealed_on", Need::required);
  law.by = table.text("by", Need::required);
  for (const TomlNode* node : table.strings("within", Need::optional)) {
    std::string name = without_brackets(normalize_phrase(node->text));
    if (!law.title.empty() && (name == law.title || name.find(law.title) == std::string::npos)) {
      table.error(node->place, {MessageId::checklist_useless_within, {name, law.title}});
    }
    law.within.push_back(std::move(name));
  }
  table.finish();
  if (!law.title.empty()) {
    loading.ids.claim("law", law.title, table.file(), table.value_place("title"), loading.diagnostics);
  }
  loading.checklist.repealed_laws.push_back(std::move(law));
}

void load_repeal_marks(TableReader& table, PatternSet& marks) {
  PatternSet more = table.patterns("any", "match", Need::required);
  table.finish();
  std::move(more.phrases.begin(), more.phrases.end(), std::back_inserter(marks.phrases));
  std::move(more.expressions.begin(), more.expressions.end(), std::back_inserter(marks.expressions));
}

}  // namespace

void load_defects(TableReader& root, Loading& loading) {
  for (TableReader& table : root.tables("defect", Need::optional)) load_defect(table, loading);
  for (TableReader& table : root.tables("law", Need::optional)) load_law(table, loading);
  if (auto table = root.table("repeal", Need::optional)) load_repeal_marks(*table, loading.checklist.repeal_marks);
}

}  // namespace fazhi
