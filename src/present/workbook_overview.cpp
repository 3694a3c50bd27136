#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "present/batch_figures.hpp"
#include "present/batch_wording.hpp"
#include "present/cell_text.hpp"
#include "present/sheet_table.hpp"
#include "present/workbook_sheets.hpp"

namespace fazhi {
namespace {

constexpr double kHundredths = 100;

/// Columns: a label with its figure and share, a gap, an element with its figure and rate.
constexpr std::uint16_t kGap = 3;
constexpr std::uint16_t kLast = 6;

/// Rows that one page still shows in readable type.
constexpr lxw_row_t kRowsOfPage = 45;

/// A line of a block: a heading over its three columns, or a label with figures.
struct BlockLine {
  std::string label;
  std::string figure;  ///< shown as it is; numbers go into `number`
  std::optional<double> number;
  std::optional<double> share;
  CellForm form = CellForm::integer;
  Tone tone = Tone::label;
  std::string last_heading;  ///< of a heading, over the third column
};

/// 汇总: two blocks side by side, notes below. Small, and so laid out in memory
/// before its rows are written in order.
class OverviewSheet {
 public:
  explicit OverviewSheet(const WorkbookContext& context) : context_(context), figures_(figures_of(context.summary)) {}

  void write() {
    left_ = states();
    append(left_, results());
    append(left_, scores());
    right_ = elements(MessageId::sheet_worst_elements, figures_.worst);
    append(right_, elements(MessageId::sheet_best_elements, figures_.best));
    append(right_, grades());
    append(right_, publication());
    sheet_ = context_.file.add_sheet(word(MessageId::sheet_summary), "");
    if (sheet_ == nullptr) return;
    set_widths();
    head();
    blocks();
    notes();
    if (row_ <= kRowsOfPage) worksheet_fit_to_pages(sheet_, 1, 1);
  }

 private:
  using Block = std::vector<BlockLine>;

  [[nodiscard]] const BatchSummary& summary() const { return context_.summary; }
  [[nodiscard]] std::string word(MessageId id) const { return say(id, context_.language()); }

  static void append(Block& block, Block more) {
    if (more.empty()) return;
    if (!block.empty()) block.push_back({"", "", std::nullopt, std::nullopt, CellForm::text, Tone::none, ""});
    block.insert(block.end(), more.begin(), more.end());
  }

  [[nodiscard]] BlockLine heading(MessageId label, MessageId figure, const std::string& last) const {
    return {word(label), word(figure), std::nullopt, std::nullopt, CellForm::text, Tone::heading, last};
  }

  static BlockLine counted(std::string label, std::size_t count, std::size_t whole, Tone tone) {
    BlockLine line;
    line.label = std::move(label);
    line.number = static_cast<double>(count);
    if (whole > 0) line.share = static_cast<double>(count) / static_cast<double>(whole);
    line.tone = count > 0 ? tone : Tone::label;
    return line;
  }

  [[nodiscard]] Block states() const {
    const std::size_t units = summary().units.size();
    Block out{heading(MessageId::sheet_submissions, MessageId::sheet_units, word(MessageId::sheet_share))};
    out.push_back(counted(word(summary().has_roster ? MessageId::sheet_units_owing : MessageId::sheet_units_found), units, 0,
                          Tone::label));
    constexpr std::array<Tone, 5> kTones{Tone::good, Tone::fair, Tone::poor, Tone::poor, Tone::poor};
    for (std::size_t index = 0; index < figures_.states.size(); ++index) {
      out.push_back(counted(word_of(static_cast<Submission>(index), context_.language()), figures_.states[index], units,
                            kTones[index]));
    }
    if (figures_.duplicates > 0) {
      out.push_back(counted(word(MessageId::sheet_of_these_twice), figures_.duplicates, units, Tone::fair));
    }
    if (figures_.doubts > 0) {
      out.push_back(counted(word(MessageId::sheet_of_these_doubtful), figures_.doubts, units, Tone::open));
    }
    if (!summary().unowned.empty()) {
      out.push_back(counted(word(MessageId::sheet_unowned_files), summary().unowned.size(), 0, Tone::open));
    }
    return out;
  }

  [[nodiscard]] Block results() const {
    const Language language = context_.language();
    return {heading(MessageId::sheet_results, MessageId::sheet_reports, word(MessageId::sheet_share)),
            counted(word(MessageId::sheet_judged), figures_.ranked, 0, Tone::label),
            counted(word_of(Verdict::passed, language), figures_.passed, figures_.ranked, Tone::good),
            counted(word_of(Verdict::failed, language), figures_.failed, figures_.ranked, Tone::poor),
            counted(word_of(Verdict::open, language), figures_.open, figures_.ranked, Tone::open)};
  }

  [[nodiscard]] Block scores() const {
    if (!figures_.scores) return {};
    Block out{heading(MessageId::sheet_scores, MessageId::table_score, "")};
    for (const auto& [label, value] : {std::pair(MessageId::sheet_mean, figures_.scores->mean),
                                       std::pair(MessageId::sheet_median, figures_.scores->median),
                                       std::pair(MessageId::sheet_highest, figures_.scores->highest),
                                       std::pair(MessageId::sheet_lowest, figures_.scores->lowest)}) {
      BlockLine line;
      line.label = word(label);
      line.number = value / kHundredths;
      line.form = CellForm::decimal;
      out.push_back(line);
    }
    return out;
  }

  [[nodiscard]] Block grades() const {
    if (figures_.grades.empty()) return {};
    Block out{heading(MessageId::sheet_grades, MessageId::sheet_reports, word(MessageId::sheet_share))};
    for (const GradeCount& each : figures_.grades) {
      const bool none = each.grade.empty();
      out.push_back(counted(none ? word(MessageId::verdict_open) : each.grade, each.reports, figures_.ranked,
                            none ? Tone::open : Tone::label));
    }
    return out;
  }

  [[nodiscard]] Block elements(MessageId label, const std::vector<std::size_t>& rates) const {
    if (rates.empty()) return {};
    Block out{heading(label, MessageId::sheet_met_of, word(MessageId::sheet_rate))};
    for (const std::size_t index : rates) {
      const ElementRate& rate = summary().rates[index];
      BlockLine line;
      line.label = rate.title;
      line.figure = std::to_string(rate.met) + " / " + std::to_string(rate.counted());
      line.share = static_cast<double>(rate.met) / static_cast<double>(rate.counted());
      out.push_back(line);
    }
    return out;
  }

  [[nodiscard]] Block publication() const {
    if (figures_.published + figures_.not_published == 0) return {};
    const std::size_t units = summary().units.size();
    return {heading(MessageId::sheet_publication, MessageId::sheet_units, word(MessageId::sheet_share)),
            counted(word(MessageId::publication_in_time), figures_.published, units, Tone::good),
            counted(word(MessageId::publication_none), figures_.not_published, units, Tone::poor),
            counted(word(MessageId::publication_unknown), figures_.publication_unknown, units, Tone::open)};
  }

  static int label_width(const Block& block, int least, int most) {
    int width = least;
    for (const BlockLine& each : block) width = std::max(width, widest_line(each.label) + 1);
    return std::min(width, most);
  }

  void set_widths() {
    const std::array<int, 7> widths{label_width(left_, 26, 40), 12, 12, 2, label_width(right_, 36, 52), 12, 18};
    for (std::uint16_t column = 0; column < std::uint16_t{widths.size()}; ++column) {
      worksheet_set_column(sheet_, column, column, sheet_width(widths[column]), nullptr);
      columns_ += widths[column];
    }
  }

  void across(const std::string& text, Tone tone, double height) {
    worksheet_set_row(sheet_, row_, height, nullptr);
    worksheet_merge_range(sheet_, row_, 0, row_, kLast, cell_text(text).c_str(), context_.file.format(tone, CellForm::text));
    ++row_;
  }

  void paragraph(const std::string& text) { across(text, Tone::subtitle, height_of(lines_in(text, columns_))); }

  void head() {
    const Language language = context_.language();
    across(summary().title, Tone::title, 30);
    std::string line = say(MessageId::sheet_as_of, language, summary().as_of);
    if (!summary().deadline.empty()) {
      line += word(MessageId::list_separator) + say(MessageId::sheet_deadline, language, summary().deadline);
    }
    for (const ChecklistReference& each : summary().checklists) {
      line += word(MessageId::list_separator) + say(MessageId::sheet_checklist, language, each.title, each.version);
    }
    paragraph(line);
    ++row_;
  }

  void write_line(const BlockLine& line, std::uint16_t column) {
    if (line.tone == Tone::none) return;
    const bool is_heading = line.tone == Tone::heading;
    Spreadsheet& file = context_.file;
    const auto second = static_cast<std::uint16_t>(column + 1);
    const auto third = static_cast<std::uint16_t>(column + 2);
    worksheet_write_string(sheet_, row_, column, cell_text(line.label).c_str(), file.format(line.tone, CellForm::text));
    if (line.number) {
      worksheet_write_number(sheet_, row_, second, *line.number, file.format(Tone::none, line.form));
    } else {
      worksheet_write_string(sheet_, row_, second, line.figure.c_str(),
                             file.format(is_heading ? Tone::heading : Tone::none, CellForm::centred));
    }
    if (line.share) {
      worksheet_write_number(sheet_, row_, third, *line.share, file.format(Tone::none, CellForm::per_cent));
    } else if (is_heading && !line.last_heading.empty()) {
      worksheet_write_string(sheet_, row_, third, line.last_heading.c_str(), file.format(Tone::heading, CellForm::centred));
    } else {
      worksheet_write_blank(sheet_, row_, third, file.format(is_heading ? Tone::heading : Tone::none, CellForm::text));
    }
  }

  void blocks() {
    const lxw_row_t first = row_;
    constexpr double kLineHeight = 18;
    for (std::size_t line = 0; line < std::max(left_.size(), right_.size()); ++line) {
      worksheet_set_row(sheet_, row_, kLineHeight, nullptr);
      if (line < left_.size()) write_line(left_[line], 0);
      if (line < right_.size()) write_line(right_[line], kGap + 1);
      ++row_;
    }
    add_bars(sheet_, first, row_, kLast);
  }

  void notes() {
    std::vector<std::string> texts;
    if (figures_.ranked > 0) texts.push_back(word(MessageId::sheet_note_scores));
    for (const Message& each : summary().notes) texts.push_back(render(each, context_.language()));
    if (texts.empty()) return;
    ++row_;
    across(word(MessageId::sheet_notes), Tone::heading, 18);
    for (std::size_t index = 0; index < texts.size(); ++index) {
      paragraph(std::to_string(index + 1) + ". " + texts[index]);
    }
  }

  const WorkbookContext& context_;
  BatchFigures figures_;
  Block left_;
  Block right_;
  lxw_worksheet* sheet_ = nullptr;
  lxw_row_t row_ = 0;
  int columns_ = 0;
};

}  // namespace

void write_overview_sheet(const WorkbookContext& context) { OverviewSheet(context).write(); }

}  // namespace fazhi
