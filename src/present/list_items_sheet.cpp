#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "base/iso_date.hpp"
#include "present/cell_text.hpp"
#include "present/list_cells.hpp"
#include "present/list_sheets.hpp"
#include "present/sheet_table.hpp"

namespace fazhi {
namespace {

constexpr lxw_row_t kHeadingRow = kFirstItemRow - 1;
constexpr lxw_row_t kGroupRow = kFirstItemRow - 2;
constexpr double kHundredths = 100;

/// Room beside a cell's text, in columns: less than in other tables, since
/// twenty columns share the width of a page.
constexpr double kRoom = 0.4;

/// Columns of a wide cell that its lines can't count on: spreadsheet programs
/// take quotation marks for wide ones, and keep marks from a line's beginning.
constexpr int kLossOfWideCell = 2;
constexpr int kWideCell = 12;

/// Twenty columns are too small to read on A4.
constexpr std::uint8_t kPaperA3 = 8;

/// What is filled in by hand needs some height too.
constexpr int kLeastLines = 3;

constexpr lxw_col_t column_of(ListField field) { return static_cast<lxw_col_t>(field); }
constexpr lxw_col_t kLastPrinted = column_of(ListField::remark);

char letter_of(ListField field) { return static_cast<char>('A' + static_cast<int>(field)); }

/// A cell of the first item's row as a condition names it: $K5.
std::string first_cell(ListField field) {
  return std::string("$") + letter_of(field) + std::to_string(kFirstItemRow + 1);
}

lxw_datetime datetime_of(std::string_view iso_date) {
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    std::from_chars(iso_date.data() + at, iso_date.data() + at + size, value);
    return value;
  };
  return {number(0, 4), number(5, 2), number(8, 2), 0, 0, 0};
}

Tone heading_tone(ListWriter writer) {
  switch (writer) {
    case ListWriter::unit:
      return Tone::heading_fill;
    case ListWriter::reviewer:
      return Tone::heading_review;
    case ListWriter::audit:
    case ListWriter::program:
      return Tone::heading;
  }
  return Tone::heading;
}

Tone cell_tone(const ListFieldForm& form) {
  switch (form.writer) {
    case ListWriter::unit:
      return Tone::fill;
    case ListWriter::reviewer:
      return Tone::review;
    case ListWriter::audit:
      return Tone::none;
    case ListWriter::program:
      return form.field == ListField::id ? Tone::faint : Tone::none;
  }
  return Tone::none;
}

Tone tone_of(ItemState state) {
  switch (state) {
    case ItemState::not_started:
      return Tone::label;
    case ItemState::under_way:
      return Tone::fair;
    case ItemState::to_review:
      return Tone::open;
    case ItemState::closed:
      return Tone::good;
    case ItemState::relapsed:
      return Tone::poor;
  }
  return Tone::none;
}

class ItemsSheet {
 public:
  explicit ItemsSheet(const ListContext& context)
      : context_(context), sheet_(context.file.add_sheet(context.word(MessageId::listing_sheet), "")) {}

  void write() {
    if (sheet_ == nullptr) return;
    set_up();
    head();
    headings();
    for (std::size_t index = 0; index < context_.items; ++index) row(index);
    // Now: rows that have been handed on can't be named any more.
    if (context_.items > 0) worksheet_autofilter(sheet_, kHeadingRow, 0, last_row(), column_of(ListField::id));
    foot();
    if (context_.items == 0) return;
    validate();
    mark();
  }

 private:
  [[nodiscard]] std::string word(MessageId id) const { return context_.word(id); }
  [[nodiscard]] Language language() const { return context_.options.language; }
  [[nodiscard]] lxw_row_t last_row() const { return static_cast<lxw_row_t>(kFirstItemRow + context_.items - 1); }

  void set_up() {
    for (const ListFieldForm& each : list_fields()) {
      worksheet_set_column(sheet_, column_of(each.field), column_of(each.field), each.columns + kRoom, nullptr);
      if (column_of(each.field) <= kLastPrinted) columns_ += each.columns;
    }
    worksheet_set_paper(sheet_, kPaperA3);
    worksheet_set_margins(sheet_, 0.3, 0.3, 0.4, 0.55);
    worksheet_repeat_rows(sheet_, kGroupRow, kHeadingRow);
    worksheet_freeze_panes(sheet_, kFirstItemRow, column_of(ListField::problem) + 1);
    const lxw_row_t last = static_cast<lxw_row_t>(kFirstItemRow + context_.items + 1);
    worksheet_print_area(sheet_, 0, 0, last, kLastPrinted);
  }

  void across(lxw_row_t row, lxw_col_t first, lxw_col_t last, const std::string& text, Tone tone, CellForm form) {
    lxw_format* const format = context_.file.format(tone, form);
    if (first == last) {
      worksheet_write_string(sheet_, row, first, cell_text(text).c_str(), format);
    } else {
      worksheet_merge_range(sheet_, row, first, row, last, cell_text(text).c_str(), format);
    }
  }

  void head() {
    const RectificationList& list = context_.list;
    worksheet_set_row(sheet_, 0, 30, nullptr);
    across(0, 0, kLastPrinted, list.title, Tone::title, CellForm::centred);
    std::string line;
    const auto add = [&](const std::string& text) { line.append(line.empty() ? "" : "　　").append(text); };
    if (!list.issuer.empty()) add(say(MessageId::listing_issuer, language(), list.issuer));
    if (!list.made_on.empty()) add(say(MessageId::listing_made_on, language(), list.made_on));
    if (!list.due.empty()) add(say(MessageId::listing_due_all, language(), list.due));
    add(say(MessageId::listing_count, language(), std::to_string(list.units.size()), std::to_string(list.items.size())));
    add(word(MessageId::listing_to_fill));
    across(1, 0, kLastPrinted, line, Tone::subtitle, CellForm::text);
    worksheet_set_row(sheet_, 1, height_of(lines_in(line, columns_)), nullptr);
  }

  void headings() {
    const auto group = [this](ListField first, ListField last, MessageId title, Tone tone) {
      across(kGroupRow, column_of(first), column_of(last), word(title), tone, CellForm::centred);
    };
    group(ListField::number, ListField::points, MessageId::listing_group_found, Tone::heading);
    group(ListField::responsible_unit, ListField::material, MessageId::listing_group_unit, Tone::heading_fill);
    group(ListField::reviewer, ListField::remark, MessageId::listing_group_review, Tone::heading_review);
    worksheet_set_row(sheet_, kGroupRow, 20, nullptr);
    for (const ListFieldForm& each : list_fields()) {
      worksheet_write_string(sheet_, kHeadingRow, column_of(each.field), cell_text(word(each.title)).c_str(),
                             context_.file.format(heading_tone(each.writer), CellForm::centred));
    }
    worksheet_set_row(sheet_, kHeadingRow, 44, nullptr);  // room for the buttons of the filter below the words
  }

  void row(std::size_t index) {
    const auto at_row = static_cast<lxw_row_t>(kFirstItemRow + index);
    const ListCells cells = cells_of(context_.list, index, context_.options.today, language());
    int lines = kLeastLines;
    for (const ListFieldForm& each : list_fields()) {
      const std::string text = cell_text(at(cells, each.field));
      lines = std::max(lines, lines_in(text, each.columns < kWideCell ? each.columns : each.columns - kLossOfWideCell));
      cell(at_row, each, text, index);
    }
    worksheet_set_row(sheet_, at_row, height_of(lines), nullptr);
  }

  void cell(lxw_row_t row, const ListFieldForm& form, const std::string& text, std::size_t index) {
    const lxw_col_t column = column_of(form.field);
    const Tone tone = cell_tone(form);
    lxw_format* const format = context_.file.format(tone, form.is_centred ? CellForm::centred : CellForm::text);
    const RectificationItem& item = context_.list.items[index];
    if (form.field == ListField::number) {
      worksheet_write_number(sheet_, row, column, static_cast<double>(index + 1), context_.file.format(tone, CellForm::integer));
    } else if (form.field == ListField::points && !text.empty()) {
      worksheet_write_number(sheet_, row, column, item.gain_hundredths / kHundredths, context_.file.format(tone, CellForm::points));
    } else if (form.field == ListField::due || form.field == ListField::closed_on) {
      day(row, column, text, tone);
    } else if (form.field == ListField::overdue) {
      worksheet_write_formula_str(sheet_, row, column, overdue_formula(row + 1).c_str(), format, text.c_str());
    } else if (text.empty()) {
      worksheet_write_blank(sheet_, row, column, format);
    } else {
      worksheet_write_string(sheet_, row, column, text.c_str(), format);
    }
  }

  void day(lxw_row_t row, lxw_col_t column, const std::string& text, Tone tone) {
    lxw_format* const format = context_.file.format(tone, CellForm::day);
    if (is_iso_date(text)) {
      lxw_datetime date = datetime_of(text);
      worksheet_write_datetime(sheet_, row, column, &date, format);
    } else if (text.empty()) {
      worksheet_write_blank(sheet_, row, column, format);
    } else {
      worksheet_write_string(sheet_, row, column, text.c_str(), context_.file.format(tone, CellForm::centred));
    }
  }

  [[nodiscard]] std::string state_text(ItemState state) const { return formula_text(word_of(state, language())); }

  /// Whether the item with its date in `due` and its state in `state` is still to be put right.
  [[nodiscard]] std::string is_open(const std::string& due, const std::string& state) const {
    return "ISNUMBER(" + due + ")," + state + "<>" + state_text(ItemState::to_review) + "," + state + "<>" +
           state_text(ItemState::closed);
  }

  /// A message of one argument as an expression: "逾期"&(…)&"天".
  [[nodiscard]] std::string phrase(MessageId id, const std::string& value) const {
    const std::string text = say(id, language(), std::string("{0}"));
    const std::size_t at = text.find("{0}");
    if (at == std::string::npos) return formula_text(text);
    return formula_text(text.substr(0, at)) + "&(" + value + ")&" + formula_text(text.substr(at + 3));
  }

  [[nodiscard]] std::string overdue_formula(lxw_row_t number) const {
    const std::string due = letter_of(ListField::due) + std::to_string(number);
    const std::string state = letter_of(ListField::state) + std::to_string(number);
    const std::string today = formula_text(word(MessageId::listing_due_today));
    return "=IF(AND(" + is_open(due, state) + "),IF(" + due + "<TODAY()," +
           phrase(MessageId::listing_days_over, "TODAY()-" + due) + ",IF(" + due + "=TODAY()," + today + ",IF(" + due +
           "-TODAY()<=" + std::to_string(kSoonDays) + "," + phrase(MessageId::listing_days_left, due + "-TODAY()") +
           ",\"\"))),\"\")";
  }

  void foot() {
    auto row = static_cast<lxw_row_t>(kFirstItemRow + context_.items);
    const std::size_t left_out = context_.list.items.size() - context_.items;
    std::string text;
    if (context_.list.items.empty()) text = word(MessageId::listing_none);
    if (left_out > 0) text = say(MessageId::listing_left_out, language(), std::to_string(left_out));
    if (!text.empty()) across(row, 0, kLastPrinted, text, Tone::subtitle, CellForm::text);
    ++row;
    const bool is_for_one = context_.list.units.size() == 1;
    across(row, 0, kLastPrinted, word(is_for_one ? MessageId::listing_sign_unit : MessageId::listing_sign_office), Tone::subtitle,
           CellForm::text);
    worksheet_set_row(sheet_, row, 36, nullptr);
  }

  void validate() {
    std::array<std::string, kItemStatesInOrder.size()> words;
    std::array<char*, kItemStatesInOrder.size() + 1> choices{};
    for (std::size_t index = 0; index < words.size(); ++index) {
      words[index] = word_of(kItemStatesInOrder[index], language());
      choices[index] = words[index].data();
    }
    std::string title = word(MessageId::listing_state);
    std::string hint = word(MessageId::listing_state_hint);
    std::string wrong = word(MessageId::listing_state_wrong);
    lxw_data_validation state{};
    state.validate = LXW_VALIDATION_TYPE_LIST;
    state.value_list = choices.data();
    state.input_title = title.data();
    state.input_message = hint.data();
    state.error_title = title.data();
    state.error_message = wrong.data();
    const lxw_col_t states = column_of(ListField::state);
    worksheet_data_validation_range(sheet_, kFirstItemRow, states, last_row(), states, &state);
    validate_day(ListField::due);
    validate_day(ListField::closed_on);
  }

  void validate_day(ListField field) {
    std::string title = word(field == ListField::due ? MessageId::listing_due : MessageId::listing_closed_on);
    std::string hint = word(MessageId::listing_date_hint);
    std::string wrong = word(MessageId::listing_date_wrong);
    lxw_data_validation day{};
    day.validate = LXW_VALIDATION_TYPE_DATE;
    day.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    day.minimum_datetime = {2000, 1, 1, 0, 0, 0};
    day.maximum_datetime = {2099, 12, 31, 0, 0, 0};
    day.input_title = title.data();
    day.input_message = hint.data();
    day.error_title = title.data();
    day.error_message = wrong.data();
    worksheet_data_validation_range(sheet_, kFirstItemRow, column_of(field), last_row(), column_of(field), &day);
  }

  void mark_where(ListField first, ListField last, const std::string& condition, Tone tone) {
    lxw_conditional_format mark{};
    std::string formula = "=" + condition;
    mark.type = LXW_CONDITIONAL_TYPE_FORMULA;
    mark.value_string = formula.data();
    mark.format = context_.file.mark(tone);
    worksheet_conditional_format_range(sheet_, kFirstItemRow, column_of(first), last_row(), column_of(last), &mark);
  }

  void mark() {
    const std::string due = first_cell(ListField::due);
    const std::string state = first_cell(ListField::state);
    mark_where(ListField::due, ListField::overdue, "AND(" + is_open(due, state) + "," + due + "<TODAY())", Tone::poor);
    mark_where(ListField::due, ListField::overdue,
               "AND(" + is_open(due, state) + "," + due + ">=TODAY()," + due + "-TODAY()<=" + std::to_string(kSoonDays) + ")", Tone::fair);
    for (const ItemState each : kItemStatesInOrder) {
      mark_where(ListField::state, ListField::state, state + "=" + state_text(each), tone_of(each));
    }
  }

  const ListContext& context_;
  lxw_worksheet* sheet_;
  int columns_ = 0;
};

}  // namespace

std::string formula_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    out += c;
    if (c == '"') out += c;
  }
  return out += '"';
}

std::string range_of(const ListContext& context, ListField field) {
  const std::string column = std::string("$") + letter_of(field) + "$";
  return "'" + context.word(MessageId::listing_sheet) + "'!" + column + std::to_string(kFirstItemRow + 1) + ":" + column +
         std::to_string(kFirstItemRow + context.items);
}

void write_items_sheet(const ListContext& context) { ItemsSheet(context).write(); }

}  // namespace fazhi
