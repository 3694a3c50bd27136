#include <string>
#include <utility>

#include "checklist/load_parts.hpp"

namespace fazhi {
namespace {

constexpr int kFormat = 1;
constexpr int kFirstYear = 1949;
constexpr int kLastYear = 9999;

void load_grades(TableReader& table, Checklist& checklist) {
  std::vector<Grade> grades;
  for (TableReader& grade_table : table.tables("grade", Need::optional)) {
    Grade grade;
    grade.name = grade_table.text("name", Need::required);
    const auto at_least = grade_table.hundredths("at_least", Need::required);
    grade_table.finish();
    if (!at_least) continue;
    grade.at_least_hundredths = *at_least;
    if (!grades.empty() && grades.back().at_least_hundredths <= *at_least) {
      grade_table.error(grade_table.key_place("at_least"),
                        {MessageId::checklist_grades_order, {grade.name, grades.back().name}});
    }
    grades.push_back(std::move(grade));
  }
  if (!grades.empty()) checklist.grades = std::move(grades);
}

void note_settings(const TableReader& table, Checklist& checklist) {
  for (const std::string_view key : {"id", "version", "title", "title_en", "levels", "years", "pass", "grade"}) {
    if (!table.has(key)) continue;
    std::erase_if(checklist.settings, [&](const Setting& each) { return each.key == key; });
    checklist.settings.push_back({std::string(key), table.file().path(), table.key_place(key).line});
  }
  if (checklist.title_en.empty()) std::erase_if(checklist.settings, [](const Setting& each) { return each.key == "title_en"; });
}

/// Of a tailoring file only what it says; all else stays as the extended checklist has it.
void load_checklist_table(TableReader& table, bool tailors, Loading& loading) {
  Checklist& checklist = loading.checklist;
  if (tailors) {
    if (!checklist.id.empty()) checklist.extends.insert(checklist.extends.begin(), checklist.id);
  } else {
    loading.ids.claim("checklist", "checklist", table.file(), table.place(), loading.diagnostics);
  }
  const Need need = tailors ? Need::optional : Need::required;
  checklist.id = table.id("id", Need::required);
  checklist.version = table.text("version", Need::required);
  const std::string title = table.text("title", need);
  const std::string title_en = table.text("title_en", Need::optional);
  if (!title.empty()) {
    checklist.title = title;
    checklist.title_en = title_en;
  }
  const auto levels = table.choices<Level>("levels", Need::optional);
  if (table.has("levels") || !tailors) checklist.levels = levels;
  const YearSpan years = load_years(table);
  if (table.has("years") || !tailors) checklist.years = years;
  const auto pass = table.hundredths("pass", need);
  if (pass) checklist.pass_hundredths = *pass;
  load_grades(table, checklist);
  note_settings(table, checklist);
  table.finish();
}

}  // namespace

void load_head(TableReader& root, Loading& loading) {
  if (const auto format = root.integer("format", 1, kFormat, Need::optional); !format && !root.has("format")) {
    root.error({.line = 1, .column = 1}, {MessageId::checklist_missing_key, {"format"}},
               Message{MessageId::checklist_hint_format, {}});
  }
  root.value("include");
  root.string_node("extends", Need::optional);
  if (auto table = root.table("checklist", Need::optional)) load_checklist_table(*table, root.has("extends"), loading);
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
