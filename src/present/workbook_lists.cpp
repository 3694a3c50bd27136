#include <algorithm>
#include <string>

#include "present/batch_figures.hpp"
#include "present/batch_wording.hpp"
#include "present/cell_text.hpp"
#include "present/sheet_table.hpp"
#include "present/workbook_sheets.hpp"

namespace fazhi {
namespace {

constexpr double kHundredths = 100;
constexpr std::int32_t kFullHundredths = 10'000;
constexpr double kTenThousandths = 10'000;

Tone tone_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::passed:
      return Tone::good;
    case Verdict::failed:
    case Verdict::unreadable:
      return Tone::poor;
    case Verdict::open:
      return Tone::open;
  }
  return Tone::none;
}

std::size_t count_of(const ReportRecord& report, Status status) {
  return static_cast<std::size_t>(std::count(report.statuses.begin(), report.statuses.end(), status));
}

void write_count(SheetTable& table, std::size_t count, Tone tone = Tone::none) {
  table.number(static_cast<double>(count), CellForm::integer, tone);
}

std::string ranks_of(const RankedUnit& ranked, Language language) {
  if (ranked.best_rank == ranked.worst_rank) return std::to_string(ranked.best_rank);
  return say(MessageId::sheet_range, language, std::to_string(ranked.best_rank), std::to_string(ranked.worst_rank));
}

/// The ranking, and which of its columns there is something to say in.
class RankingSheet {
 public:
  explicit RankingSheet(const WorkbookContext& context)
      : context_(context),
        has_superior_(std::any_of(context.summary.units.begin(), context.summary.units.end(),
                                  [](const UnitRecord& unit) { return !unit.superior.empty(); })),
        has_shares_(std::any_of(context.summary.ranking.begin(), context.summary.ranking.end(), [&](const RankedUnit& each) {
          return context.summary.reports[each.report].score.possible_hundredths != kFullHundredths;
        })) {}

  void write() {
    SheetTable table(context_.file, word(MessageId::sheet_ranking), context_.header_of(word(MessageId::sheet_ranking)),
                     columns(), context_.options.sheet_rows);
    for (const RankedUnit& each : context_.summary.ranking) {
      if (table.begin_row()) row(table, each);
    }
    table.end_table();
    closing_lines(table);
    table.finish(context_.language());
  }

 private:
  [[nodiscard]] std::string word(MessageId id) const { return say(id, context_.language()); }

  [[nodiscard]] std::vector<SheetColumn> columns() const {
    std::vector<SheetColumn> out{{word(MessageId::sheet_rank), 6, 8}, {word(MessageId::table_unit), 16, 36}};
    if (has_superior_) out.push_back({word(MessageId::sheet_superior), 12, 28});
    out.push_back({word(MessageId::table_score), 8, 10});
    out.push_back({word(MessageId::sheet_highest_score), 8, 13});
    if (has_shares_) out.push_back({word(MessageId::sheet_possible), 8, 10});
    if (has_shares_) out.push_back({word(MessageId::sheet_score_share), 8, 12});
    for (const SheetColumn& each : std::vector<SheetColumn>{{word(MessageId::table_grade), 8, 14},
                                                            {word(MessageId::table_verdict), 8, 12},
                                                            {word(MessageId::table_missing), 8, 11},
                                                            {word(MessageId::table_partial), 8, 11},
                                                            {word(MessageId::sheet_undecided), 8, 13},
                                                            {word(MessageId::sheet_defects), 10, 12},
                                                            {word(MessageId::sheet_possible_ranks), 10, 14}}) {
      out.push_back(each);
    }
    return out;
  }

  void score(SheetTable& table, const Score& score) const {
    table.number(score.awarded_hundredths / kHundredths, CellForm::decimal);
    if (score.highest_hundredths > score.awarded_hundredths) {
      table.number(score.highest_hundredths / kHundredths, CellForm::decimal, Tone::open);
    } else {
      table.blank();
    }
    if (!has_shares_) return;
    table.number(score.possible_hundredths / kHundredths, CellForm::decimal);
    table.number(share_of(score) / kTenThousandths, CellForm::per_cent);
  }

  void row(SheetTable& table, const RankedUnit& ranked) const {
    const Language language = context_.language();
    const ReportRecord& report = context_.summary.reports[ranked.report];
    table.number(ranked.rank, CellForm::integer);
    table.text(name_of_report(context_.summary, report));
    if (has_superior_) table.text(report.unit ? context_.summary.units[*report.unit].superior : "");
    score(table, report.score);
    const std::string& grade = report.score.grade;
    table.text(grade.empty() ? word(MessageId::verdict_open) : grade, grade.empty() ? Tone::open : Tone::none, CellForm::centred);
    const Verdict verdict = verdict_of(report);
    table.text(word_of(verdict, language), tone_of(verdict), CellForm::centred);
    const std::size_t undecided = count_of(report, Status::undecided);
    write_count(table, count_of(report, Status::missing));
    write_count(table, count_of(report, Status::partial));
    write_count(table, undecided, undecided > 0 ? Tone::open : Tone::none);
    write_count(table, report.defect_count());
    table.text(ranks_of(ranked, language), ranked.best_rank == ranked.worst_rank ? Tone::none : Tone::open, CellForm::centred);
  }

  void closing_lines(SheetTable& table) const {
    const BatchSummary& summary = context_.summary;
    if (has_shares_) table.line(word(MessageId::ranked_by_share), Tone::subtitle);
    if (summary.ranking.empty()) table.line(word(MessageId::sheet_no_ranking), Tone::subtitle);
    const auto ranked = static_cast<std::size_t>(
        std::count_if(summary.ranking.begin(), summary.ranking.end(),
                      [&](const RankedUnit& each) { return summary.reports[each.report].unit.has_value(); }));
    if (summary.units.size() <= ranked) return;
    table.line(say(MessageId::sheet_unranked, context_.language(), std::to_string(summary.units.size() - ranked),
                   word(MessageId::sheet_submissions)),
               Tone::subtitle);
  }

  const WorkbookContext& context_;
  bool has_superior_;
  bool has_shares_;  ///< not all scores are of 100 points
};

std::string numbered(std::uint32_t paragraph, const std::string& text, Language language) {
  return say(MessageId::sheet_passage, language, say(MessageId::place_paragraph, language, std::to_string(paragraph)),
             cell_passage(text));
}

}  // namespace

void write_ranking_sheet(const WorkbookContext& context) { RankingSheet(context).write(); }

void write_elements_sheet(const WorkbookContext& context) {
  const auto word = [&](MessageId id) { return say(id, context.language()); };
  const BatchSummary& summary = context.summary;
  const bool several = summary.checklists.size() > 1;
  std::vector<SheetColumn> columns;
  if (several) columns.push_back({word(MessageId::sheet_checklist_name), 16, 40});
  columns.push_back({word(MessageId::sheet_element), 24, 50});
  for (const MessageId id : {MessageId::status_met, MessageId::status_partial, MessageId::status_missing,
                             MessageId::status_undecided, MessageId::sheet_not_counted}) {
    columns.push_back({word(id), 8, 14});
  }
  columns.push_back({word(MessageId::sheet_rate), 24, 24});
  const auto rate_column = static_cast<std::uint16_t>(columns.size() - 1);
  const std::string name = word(MessageId::sheet_elements);
  SheetTable table(context.file, name, context.header_of(name), std::move(columns), context.options.sheet_rows);
  for (const ElementRate& each : summary.rates) {
    if (!table.begin_row()) continue;
    if (several) table.text(title_of_checklist(summary, each.checklist));
    table.text(each.title);
    write_count(table, each.met);
    write_count(table, each.partial, each.partial > 0 ? Tone::fair : Tone::none);
    write_count(table, each.missing, each.missing > 0 ? Tone::poor : Tone::none);
    write_count(table, each.undecided, each.undecided > 0 ? Tone::open : Tone::none);
    write_count(table, each.not_counted);
    if (each.counted() == 0) {
      table.blank();
    } else {
      table.number(static_cast<double>(each.met) / static_cast<double>(each.counted()), CellForm::per_cent);
    }
  }
  table.end_table();
  table.bars(rate_column);
  if (summary.rates.empty()) table.line(word(MessageId::sheet_no_elements), Tone::subtitle);
  table.finish(context.language());
}

void write_similar_sheet(const WorkbookContext& context) {
  const Language language = context.language();
  const auto word = [&](MessageId id) { return say(id, language); };
  const std::string name = word(MessageId::sheet_similar);
  SheetTable table(context.file, name, context.header_of(name),
                   {{word(MessageId::sheet_number), 6, 8},
                    {word(MessageId::sheet_here), 14, 20},
                    {word(MessageId::sheet_share_here), 10, 13},
                    {word(MessageId::sheet_there), 14, 20},
                    {word(MessageId::sheet_share_there), 10, 13},
                    {word(MessageId::sheet_text_here), 36, 46},
                    {word(MessageId::sheet_text_there), 36, 46}},
                   context.options.sheet_rows);
  double number = 0;
  for (const SimilarPair& pair : context.summary.similar) {
    number += 1;
    const std::size_t rows = std::max<std::size_t>(1, pair.passages.size());
    for (std::size_t row = 0; row < rows; ++row) {
      if (!table.begin_row()) continue;
      table.number(number, CellForm::integer);
      table.text(name_of_report(context.summary, context.summary.reports[pair.report]));
      table.number(pair.share_percent / kHundredths, CellForm::per_cent);
      table.text(name_of_other(context.summary, pair, language));
      table.number(pair.other_share_percent / kHundredths, CellForm::per_cent);
      if (pair.passages.empty()) {
        table.blank();
        table.blank();
        continue;
      }
      const SharedText& passage = pair.passages[row];
      table.text(numbered(passage.paragraph_here, passage.here, language));
      table.text(numbered(passage.paragraph_there, passage.there, language));
    }
  }
  table.end_table();
  if (context.summary.similar.empty()) table.line(word(MessageId::sheet_no_similar), Tone::subtitle);
  table.finish(context.language());
}

}  // namespace fazhi
