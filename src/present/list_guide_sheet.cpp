#include <xlsxwriter.h>

#include <array>
#include <string>

#include "present/cell_text.hpp"
#include "present/list_cells.hpp"
#include "present/list_sheets.hpp"
#include "present/sheet_table.hpp"

namespace fazhi {
namespace {

constexpr std::array<int, 3> kWidths{16, 62, 20};
constexpr lxw_col_t kLast = kWidths.size() - 1;

constexpr std::array kSentences{MessageId::listing_guide_rows,    MessageId::listing_guide_unit,   MessageId::listing_guide_review,
                                MessageId::listing_guide_overdue, MessageId::listing_guide_points, MessageId::listing_guide_id,
                                MessageId::listing_guide_send};

struct StateLine {
  ItemState state;
  MessageId meaning;
  MessageId writer;
  Tone tone;
};
constexpr std::array<StateLine, 5> kStates{{
    {ItemState::not_started, MessageId::listing_means_not_started, MessageId::listing_by_unit, Tone::label},
    {ItemState::under_way, MessageId::listing_means_under_way, MessageId::listing_by_unit, Tone::fair},
    {ItemState::to_review, MessageId::listing_means_to_review, MessageId::listing_by_unit, Tone::open},
    {ItemState::closed, MessageId::listing_means_closed, MessageId::listing_by_reviewer, Tone::good},
    {ItemState::relapsed, MessageId::listing_means_relapsed, MessageId::listing_by_reviewer, Tone::poor},
}};

/// 填写说明: how to fill in and send back, what the states mean and who gives them.
class GuideSheet {
 public:
  explicit GuideSheet(const ListContext& context)
      : context_(context), sheet_(context.file.add_sheet(context.word(MessageId::listing_guide), "")) {}

  void write() {
    if (sheet_ == nullptr) return;
    worksheet_set_portrait(sheet_);
    int columns = 0;
    for (lxw_col_t column = 0; column <= kLast; ++column) {
      worksheet_set_column(sheet_, column, column, sheet_width(kWidths[column]), nullptr);
      columns += kWidths[column] + 1;
    }
    line(context_.word(MessageId::listing_guide), Tone::title, CellForm::centred, 30);
    for (std::size_t index = 0; index < kSentences.size(); ++index) {
      const std::string text = std::to_string(index + 1) + ". " + context_.word(kSentences[index]);
      line(text, Tone::subtitle, CellForm::text, height_of(lines_in(text, columns)) + 3);
    }
    ++row_;
    states();
  }

 private:
  void line(const std::string& text, Tone tone, CellForm form, double height) {
    worksheet_merge_range(sheet_, row_, 0, row_, kLast, cell_text(text).c_str(), context_.file.format(tone, form));
    worksheet_set_row(sheet_, row_, height, nullptr);
    ++row_;
  }

  void cells(const std::array<std::string, 3>& texts, std::array<Tone, 3> tones, bool is_heading) {
    int lines = 1;
    for (lxw_col_t column = 0; column <= kLast; ++column) {
      const bool is_text = column == 1 && !is_heading;
      worksheet_write_string(sheet_, row_, column, texts[column].c_str(),
                             context_.file.format(tones[column], is_text ? CellForm::text : CellForm::centred));
      lines = std::max(lines, lines_in(texts[column], kWidths[column]));
    }
    worksheet_set_row(sheet_, row_, height_of(lines) + 3, nullptr);
    ++row_;
  }

  void states() {
    cells({context_.word(MessageId::listing_state), context_.word(MessageId::listing_meaning), context_.word(MessageId::listing_filled_by)},
          {Tone::heading, Tone::heading, Tone::heading}, true);
    for (const StateLine& each : kStates) {
      cells({word_of(each.state, context_.options.language), context_.word(each.meaning), context_.word(each.writer)},
            {each.tone, Tone::none, Tone::none}, false);
    }
  }

  const ListContext& context_;
  lxw_worksheet* sheet_;
  lxw_row_t row_ = 0;
};

}  // namespace

void write_guide_sheet(const ListContext& context) { GuideSheet(context).write(); }

}  // namespace fazhi
