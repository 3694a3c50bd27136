#include <string>
#include <utility>

#include "checklist/load_parts.hpp"

namespace fazhi {
namespace {

constexpr int kFormat = 1;
constexpr int kFirstYear = 1949;
constexpr int kLastYear = 9999;

void load_grades(TableReader& table, Checklist& checklist) {
  for (TableReader& grade_table : table.tables("grade", Need::optional)) {
    Grade grade;
    grade.name = grade_table.text("name", Need::required);
    const auto at_least = grade_table.hundredths("at_least", Need::required);
    grade_table.finish();
    if (!at_least) continue;
    grade.at_least_hundredths = *at_least;
    if (!checklist.grades.empty() && checklist.grades.back().at_least_hundredths <= *at_least) {
      grade_table.error(grade_table.key_place("at_least"),
                        {MessageId::checklist_grades_order, {grade.name, checklist.grades.back().name}});
    }
    checklist.grades.push_back(std::move(grade));
  }
}

void load_checklist_table(TableReader& table, Loading& loading) {
  loading.ids.claim("checklist", "checklist", table.file(), table.place(), loading.diagnostics);
  Checklist& checklist = loading.checklist;
  checklist.id = table.id("id", Need::required);
  checklist.version = table.text("version", Need::required);
  checklist.title = table.text("title", Need::required);
  checklist.title_en = table.text("title_en", Need::optional);
  checklist.levels = table.choices<Level>("levels", Need::optional);
  checklist.years = load_years(table);
  checklist.pass_hundredths = table.hundredths("pass", Need::required).value_or(0);
  checklist.grades.clear();
  load_grades(table, checklist);
  table.finish();
}

void load_document(TableReader& table, Loading& loading) {
  BasisDocument document;
  document.id = table.id("id", Need::required);
  document.title = table.text("title", Need::required);
  document.valid_from = table.date("valid_from", Need::optional);
  document.valid_to = table.date("valid_to", Need::optional);
  table.finish();
  check_validity(table, document.valid_from, document.valid_to);
  if (!document.id.empty()) {
    loading.ids.claim("document", document.id, table.file(), table.value_place("id"), loading.diagnostics);
  }
  loading.checklist.documents.push_back(std::move(document));
}

}  // namespace

void load_head(TableReader& root, Loading& loading) {
  if (const auto format = root.integer("format", 1, kFormat, Need::optional); !format && !root.has("format")) {
    root.error({.line = 1, .column = 1}, {MessageId::checklist_missing_key, {"format"}},
               Message{MessageId::checklist_hint_format, {}});
  }
  root.value("include");
  if (auto table = root.table("checklist", Need::optional)) load_checklist_table(*table, loading);
  for (TableReader& table : root.tables("document", Need::optional)) load_document(table, loading);
}

void check_validity(const TableReader& table, const std::string& valid_from, const std::string& valid_to) {
  if (valid_from.empty() || valid_to.empty() || valid_from <= valid_to) return;
  table.error(table.key_place("valid_to"), {MessageId::checklist_years_order, {valid_from, valid_to}});
}

YearSpan load_years(TableReader& table) {
  YearSpan span;
  auto years = table.table("years", Need::optional);
  if (!years) return span;
  span.from = years->integer("from", kFirstYear, kLastYear).value_or(span.from);
  span.to = years->integer("to", kFirstYear, kLastYear).value_or(span.to);
  years->finish();
  if (span.from > span.to) {
    table.error(years->place(),
                {MessageId::checklist_years_order, {std::to_string(span.from), std::to_string(span.to)}});
  }
  return span;
}

std::vector<BasisReference> load_basis(TableReader& table, const Loading& loading) {
  std::vector<std::string_view> known;
  for (const BasisDocument& document : loading.checklist.documents) known.push_back(document.id);
  std::vector<BasisReference> basis;
  for (TableReader& reference_table : table.tables("basis", Need::optional)) {
    BasisReference reference;
    reference.document = reference_table.id("document", Need::required);
    reference.article = reference_table.text_or_empty("article");
    reference.text = reference_table.text_or_empty("text");
    reference_table.finish();
    if (!reference.document.empty() && loading.checklist.find_document(reference.document) == nullptr) {
      report_unknown(reference_table, *reference_table.value("document"), MessageId::checklist_unknown_document, known,
                     loading);
    }
    basis.push_back(std::move(reference));
  }
  return basis;
}

std::vector<Example> load_examples(TableReader& table, const std::vector<std::string_view>& statuses) {
  std::vector<Example> examples;
  for (TableReader& example_table : table.tables("example", Need::optional)) {
    Example example;
    const auto status = example_table.choice<Status>("status", Need::required, statuses);
    example.text = example_table.text("text", Need::required);
    example.year = example_table.integer("year", kFirstYear, kLastYear).value_or(0);
    example.known_gap = example_table.flag("known_gap", false);
    example.line = example_table.place().line;
    example_table.finish();
    if (!status) continue;
    example.status = *status;
    examples.push_back(std::move(example));
  }
  return examples;
}

void report_unknown(const TableReader& table, const TomlNode& node, MessageId id,
                    const std::vector<std::string_view>& known, const Loading& loading) {
  if (!loading.is_complete) return;
  table.error(node.place, {id, {node.text, listed(known)}}, hint_nearest(node.text, known));
}

}  // namespace fazhi
