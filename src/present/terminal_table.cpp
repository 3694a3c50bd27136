#include "present/terminal_table.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "audit/points.hpp"
#include "present/display_width.hpp"
#include "present/printable.hpp"
#include "present/terminal_text.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kColumns = 8;
constexpr std::size_t kUnit = 0;
constexpr std::size_t kVerdict = 4;
constexpr int kGapColumns = 2;
constexpr int kIndent = 2;  ///< of what is said of a row
constexpr std::int32_t kHundredPoints = 10000;
constexpr std::string_view kNothing = "-";

constexpr std::array<MessageId, kColumns> kHeaders{
    MessageId::table_unit,    MessageId::table_year,    MessageId::table_score,   MessageId::table_grade,
    MessageId::table_verdict, MessageId::table_missing, MessageId::table_partial, MessageId::table_defects};

constexpr std::array<bool, kColumns> kRightAligned{false, true, true, false, false, true, true, true};

using Row = std::array<std::string, kColumns>;
using Widths = std::array<int, kColumns>;

std::string score_cell(const Score& score, Language language) {
  if (score.possible_hundredths == 0) return std::string(kNothing);
  std::string cell = points_range(score.awarded_hundredths, score.highest_hundredths, language);
  if (score.possible_hundredths != kHundredPoints) cell += "/" + points_text(score.possible_hundredths);
  return cell;
}

Row row_of(const Audit& audit, Language language) {
  Row row;
  row.fill(std::string(kNothing));
  row[kUnit] = printable(name_of_report(audit));
  row[kVerdict] = word_of(verdict_of(audit), language);
  if (audit.error) return row;
  if (audit.identity.year) row[1] = std::to_string(*audit.identity.year);
  row[2] = score_cell(audit.score, language);
  if (!audit.score.grade.empty()) row[3] = printable(audit.score.grade);
  if (audit.score.possible_hundredths != 0) {
    row[5] = std::to_string(audit.count(Status::missing));
    row[6] = std::to_string(audit.count(Status::partial));
  }
  row[7] = std::to_string(audit.defect_count());
  return row;
}

Row header_row(Language language) {
  Row row;
  for (std::size_t i = 0; i < kColumns; ++i) row[i] = say(kHeaders[i], language);
  return row;
}

/// As wide as the widest cell; the unit's column gives way so that the table
/// fits the terminal, but not below its share of the narrowest one.
Widths widths_of(const Row& header, const std::vector<Row>& rows, const TerminalOptions& options) {
  Widths widths{};
  int others = 0;
  for (std::size_t i = 0; i < kColumns; ++i) {
    widths[i] = width_of(header[i], options);
    for (const Row& row : rows) widths[i] = std::max(widths[i], width_of(row[i], options));
    if (i != kUnit) others += kGapColumns + widths[i];
  }
  constexpr int kNarrowestUnit = 12;
  widths[kUnit] = std::min(widths[kUnit], std::max(kNarrowestUnit, columns_of(options) - others));
  return widths;
}

std::string aligned(std::string_view cell, std::size_t column, const Widths& widths, const TerminalOptions& options) {
  if (!kRightAligned[column]) return padded(cell, widths[column], options);
  const int spaces = std::max(0, widths[column] - width_of(cell, options));
  return std::string(static_cast<std::size_t>(spaces), ' ').append(cell);
}

void append_row(std::string& out, const Row& row, const Widths& widths, const TerminalOptions& options,
                const std::array<Color, kColumns>& colors) {
  for (std::size_t i = 0; i < kColumns; ++i) {
    if (i > 0) out.append(kGapColumns, ' ');
    out += painted(aligned(row[i], i, widths, options), colors[i], options);
  }
  out += '\n';
}

std::array<Color, kColumns> colors_of(const Audit& audit) {
  std::array<Color, kColumns> colors{};
  colors[kVerdict] = color_of(verdict_of(audit));
  return colors;
}

void cut_unit(Row& row, const Audit& audit, int columns, const TerminalOptions& options) {
  const bool is_path = &name_of_report(audit) == &audit.source;
  row[kUnit] = is_path ? cut_front(row[kUnit], columns, options.wide_ambiguous)
                       : cut_end(row[kUnit], columns, options.wide_ambiguous);
}

/// Why a report could not be audited, and what is to be known of the audit where no details follow.
void append_remarks(std::string& out, const Audit& audit, const TerminalOptions& options) {
  if (audit.error) append_hanging(out, kIndent, {}, render(*audit.error, options.language), options);
  if (options.details && !audit.error) return;
  for (const Message& note : audit.notes) append_hanging(out, kIndent, {}, render(note, options.language), options);
}

}  // namespace

std::string terminal_table(std::span<const Audit> audits, const TerminalOptions& options) {
  std::string out;
  if (audits.empty()) return out;
  const Row header = header_row(options.language);
  std::vector<Row> rows;
  rows.reserve(audits.size());
  for (const Audit& audit : audits) rows.push_back(row_of(audit, options.language));
  const Widths widths = widths_of(header, rows, options);

  std::array<Color, kColumns> bold{};
  bold.fill(Color::bold);
  append_row(out, header, widths, options, bold);
  int total = kGapColumns * (static_cast<int>(kColumns) - 1);
  for (const int width : widths) total += width;
  out.append(static_cast<std::size_t>(total), '-');
  out += '\n';
  for (std::size_t i = 0; i < rows.size(); ++i) {
    cut_unit(rows[i], audits[i], widths[kUnit], options);
    append_row(out, rows[i], widths, options, colors_of(audits[i]));
    append_remarks(out, audits[i], options);
  }
  return out;
}

std::string terminal_summary(std::span<const Audit> audits, Language language) {
  const auto counted = [audits](Verdict verdict) {
    return std::count_if(audits.begin(), audits.end(),
                         [verdict](const Audit& audit) { return verdict_of(audit) == verdict; });
  };
  const auto open = counted(Verdict::open);
  return say(open == 0 ? MessageId::summary : MessageId::summary_open, language, std::to_string(audits.size()),
             std::to_string(counted(Verdict::passed)), std::to_string(counted(Verdict::failed)),
             std::to_string(counted(Verdict::unreadable)), std::to_string(open)) +
         "\n";
}

}  // namespace fazhi
