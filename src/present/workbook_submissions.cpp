#include <algorithm>
#include <functional>
#include <string>

#include "present/batch_figures.hpp"
#include "present/batch_wording.hpp"
#include "present/sheet_table.hpp"
#include "present/workbook_sheets.hpp"

namespace fazhi {
namespace {

Tone tone_of(Submission state) {
  switch (state) {
    case Submission::submitted:
      return Tone::good;
    case Submission::late:
      return Tone::fair;
    case Submission::absent:
    case Submission::wrong_year:
    case Submission::unreadable:
      return Tone::poor;
  }
  return Tone::none;
}

/// A column of the sheet: what it says of a unit, and in which colour.
struct UnitColumn {
  SheetColumn column;
  std::function<std::string(const UnitRecord&)> text;
  std::function<Tone(const UnitRecord&)> tone = [](const UnitRecord&) { return Tone::none; };
  CellForm form = CellForm::text;
  bool is_always_there = false;
};

class SubmissionsSheet {
 public:
  explicit SubmissionsSheet(const WorkbookContext& context)
      : context_(context), folder_bytes_(shared_folder_of(context.summary).size()) {
    for (UnitColumn& each : all_columns()) {
      const bool said = std::any_of(summary().units.begin(), summary().units.end(),
                                    [&](const UnitRecord& unit) { return !each.text(unit).empty(); });
      if (said || each.is_always_there) columns_.push_back(std::move(each));
    }
  }

  void write() {
    std::vector<SheetColumn> columns{{word(MessageId::sheet_number), 6, 9}};
    for (const UnitColumn& each : columns_) columns.push_back(each.column);
    const std::string name = word(MessageId::sheet_submissions);
    SheetTable table(context_.file, name, context_.header_of(name), std::move(columns), context_.options.sheet_rows);
    double number = 0;
    for (const UnitRecord& unit : summary().units) {
      number += 1;
      if (table.begin_row()) row(table, unit, number);
    }
    table.end_table();
    unowned(table);
    table.finish(context_.language());
  }

 private:
  [[nodiscard]] const BatchSummary& summary() const { return context_.summary; }
  [[nodiscard]] std::string word(MessageId id) const { return say(id, context_.language()); }
  [[nodiscard]] std::string file_of(const ReportRecord& report) const {
    return report.source.substr(folder_bytes_);
  }
  /// The report that counts; where none does, one that came: of another year, or unreadable where there is such a one.
  [[nodiscard]] const ReportRecord* report_of(const UnitRecord& unit) const {
    if (unit.report) return &summary().reports[*unit.report];
    const ReportRecord* out = nullptr;
    for (const std::size_t other : unit.other_reports) {
      const ReportRecord& each = summary().reports[other];
      if (out == nullptr || (each.error && !out->error)) out = &each;
    }
    return out;
  }

  /// The state, and of which year the report is that came instead.
  [[nodiscard]] std::string state_text(const UnitRecord& unit) const {
    std::string state = state_of(unit, context_.language());
    const ReportRecord* came = report_of(unit);
    if (unit.state != Submission::wrong_year || came == nullptr) return state;
    const std::optional<int>& year = came->identity.year;
    return year ? state + say(MessageId::basis_gist, context_.language(),
                              say(MessageId::view_year, context_.language(), std::to_string(*year)))
                : state;
  }

  [[nodiscard]] std::string files_of(const UnitRecord& unit) const {
    std::string files = unit.report ? file_of(summary().reports[*unit.report]) : "";
    for (const std::size_t other : unit.other_reports) {
      files.append(files.empty() ? "" : "\n").append(file_of(summary().reports[other]));
    }
    return files;
  }

  [[nodiscard]] std::string doubt_of(const UnitRecord& unit) const {
    std::string doubt = unit.doubt ? render(*unit.doubt, context_.language()) : "";
    const ReportRecord* came = report_of(unit);
    if (unit.state != Submission::unreadable || came == nullptr) return doubt;
    const std::optional<Message>& error = came->error;
    if (error) doubt.append(doubt.empty() ? "" : "\n").append(render(*error, context_.language()));
    return doubt;
  }

  [[nodiscard]] std::vector<UnitColumn> all_columns() const {
    const auto field = [](std::string UnitRecord::*member) {
      return [member](const UnitRecord& unit) { return unit.*member; };
    };
    std::vector<UnitColumn> out(11);
    out[0] = {{word(MessageId::table_unit), 16, 26}, field(&UnitRecord::unit)};
    out[1] = {{word(MessageId::sheet_level), 8, 12}, field(&UnitRecord::level)};
    out[2] = {{word(MessageId::sheet_superior), 10, 16}, field(&UnitRecord::superior)};
    out[3] = {{word(MessageId::sheet_contact), 10, 17}, field(&UnitRecord::contact)};
    out[4] = {{word(MessageId::sheet_due), 11, 11}, field(&UnitRecord::deadline)};
    out[5] = {{word(MessageId::sheet_submitted_on), 11, 11}, field(&UnitRecord::submitted_on)};
    out[6] = {{word(MessageId::sheet_state), 12, 24},
              [this](const UnitRecord& unit) { return state_text(unit); },
              [](const UnitRecord& unit) {
                const Tone tone = tone_of(unit.state);
                return unit.duplicate && tone == Tone::good ? Tone::fair : tone;
              }};
    out[7] = {{word(MessageId::sheet_published), 10, 14},
              [this](const UnitRecord& unit) { return publication_of(unit, context_.language()); },
              [](const UnitRecord& unit) {
                if (!unit.published_in_time) return Tone::none;
                return *unit.published_in_time ? Tone::good : Tone::poor;
              }};
    out[8] = {{word(MessageId::sheet_published_on), 11, 11}, field(&UnitRecord::published_on)};
    out[9] = {{word(MessageId::sheet_file), 18, 30}, [this](const UnitRecord& unit) { return files_of(unit); }};
    out[10] = {{word(MessageId::sheet_doubt), 18, 32},
               [this](const UnitRecord& unit) { return doubt_of(unit); },
               [](const UnitRecord& unit) { return unit.doubt ? Tone::open : Tone::none; }};
    for (const std::size_t always : {0U, 6U, 9U}) out[always].is_always_there = true;
    for (const std::size_t day : {4U, 5U, 8U}) out[day].form = CellForm::centred;
    return out;
  }

  void row(SheetTable& table, const UnitRecord& unit, double number) const {
    table.number(number, CellForm::integer);
    for (const UnitColumn& each : columns_) table.text(each.text(unit), each.tone(unit), each.form);
  }

  /// Reports that nobody owes, in the columns of the units.
  void unowned(SheetTable& table) const {
    if (summary().unowned.empty()) return;
    table.line(word(MessageId::sheet_unowned_files), Tone::label);
    double number = 0;
    for (const std::size_t index : summary().unowned) {
      const ReportRecord& report = summary().reports[index];
      UnitRecord stranger;
      stranger.unit = report.identity.unit;
      if (report.error) stranger.doubt = report.error;
      number += 1;
      if (!table.begin_row()) continue;
      table.number(number, CellForm::integer);
      for (const UnitColumn& each : columns_) {
        const bool is_state = each.column.heading == word(MessageId::sheet_state);
        const bool is_file = each.column.heading == word(MessageId::sheet_file);
        if (is_state) {
          table.text(word(MessageId::submission_unowned), Tone::open);
        } else {
          table.text(is_file ? file_of(report) : each.text(stranger), Tone::none, each.form);
        }
      }
    }
  }

  const WorkbookContext& context_;
  std::size_t folder_bytes_;  ///< of each source, the folder in which all stand
  std::vector<UnitColumn> columns_;
};

}  // namespace

void write_submissions_sheet(const WorkbookContext& context) { SubmissionsSheet(context).write(); }

}  // namespace fazhi
