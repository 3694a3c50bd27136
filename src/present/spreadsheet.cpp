#include "present/spreadsheet.hpp"

#include <xlsxwriter.h>

#include <charconv>
#include <cstdio>
#include <ctime>
#include <utility>

#include "present/cell_text.hpp"

namespace fazhi {
namespace {

constexpr char kFont[] = "宋体";
constexpr char kTitleFont[] = "黑体";
constexpr double kFontPoints = 10;
constexpr double kTitlePoints = 16;

constexpr lxw_color_t kBarColour = 0xB5CFE3;
constexpr lxw_color_t kRuleColour = 0xBFBFBF;

/// Excel takes 255 characters in a header or footer; codes need some.
constexpr std::size_t kPageTextUnits = 120;

int number_at(std::string_view text, std::size_t at, std::size_t size) {
  int value = 0;
  if (at + size <= text.size()) std::from_chars(text.data() + at, text.data() + at + size, value);
  return value;
}

/// Noon of an ISO date, UTC; of 1980 where it is none.
std::time_t noon_of(std::string_view iso_date) {
  std::tm day{};
  const int year = number_at(iso_date, 0, 4);
  day.tm_year = (year >= 1980 ? year : 1980) - 1900;
  day.tm_mon = number_at(iso_date, 5, 2) - 1;
  day.tm_mday = number_at(iso_date, 8, 2);
  if (day.tm_mon < 0 || day.tm_mday < 1) {
    day.tm_mon = 0;
    day.tm_mday = 1;
  }
  day.tm_hour = 12;
  return timegm(&day);
}

/// Text as it may stand in a header or footer, where & begins a code.
std::string page_text(std::string_view text) {
  std::string out;
  for (const char c : cell_text(text, kPageTextUnits)) {
    out += c;
    if (c == '&') out += c;
  }
  return out;
}

std::string page_numbers(std::string text) {
  for (const auto& [placeholder, code] : {std::pair("{0}", "&P"), std::pair("{1}", "&N")}) {
    const std::size_t at = text.find(placeholder);
    if (at != std::string::npos) text.replace(at, 3, code);
  }
  return text;
}

struct Colours {
  lxw_color_t text = LXW_COLOR_BLACK;
  lxw_color_t fill = LXW_COLOR_UNSET;
};

Colours colours_of(Tone tone) {
  switch (tone) {
    case Tone::good:
      return {0x1E5631, 0xE2F0D9};
    case Tone::fair:
      return {0x7F6000, 0xFFF2CC};
    case Tone::poor:
      return {0x9C1C1C, 0xFBE0DD};
    case Tone::open:
      return {0x1F3864, 0xDEEAF6};
    case Tone::heading:
      return {LXW_COLOR_WHITE, 0x2F5573};
    case Tone::label:
      return {LXW_COLOR_BLACK, 0xEDF1F5};
    case Tone::heading_fill:
      return {LXW_COLOR_WHITE, 0x2E6B4F};
    case Tone::heading_review:
      return {LXW_COLOR_WHITE, 0x5B4A8A};
    case Tone::fill:
      return {LXW_COLOR_BLACK, 0xFFFBE6};
    case Tone::review:
      return {LXW_COLOR_BLACK, 0xEAF2FB};
    case Tone::faint:
      return {0x8C8C8C, 0xF2F2F2};
    case Tone::none:
    case Tone::title:
    case Tone::subtitle:
      return {};
  }
  return {};
}

void set_form(lxw_format* format, CellForm form) {
  format_set_align(format, form == CellForm::text ? LXW_ALIGN_LEFT : LXW_ALIGN_CENTER);
  switch (form) {
    case CellForm::text:
      format_set_text_wrap(format);
      break;
    case CellForm::centred:
      format_set_text_wrap(format);
      break;
    case CellForm::integer:
      format_set_num_format(format, "0");
      break;
    case CellForm::decimal:
      format_set_num_format(format, "0.00");
      break;
    case CellForm::per_cent:
      format_set_num_format(format, "0.0%");
      break;
    case CellForm::points:
      break;
    case CellForm::day:
      format_set_num_format(format, "yyyy-mm-dd");
      break;
  }
}

bool is_heading(Tone tone) {
  return tone == Tone::heading || tone == Tone::heading_fill || tone == Tone::heading_review;
}

bool has_failed(std::FILE* file) { return file != nullptr && (std::fflush(file) != 0 || std::ferror(file) != 0); }

}  // namespace

Spreadsheet::Spreadsheet(const std::string& path, const std::string& temporary_folder, Properties properties)
    : properties_(std::move(properties)), temporary_folder_(temporary_folder) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = temporary_folder_.data();
  options.use_zip64 = properties_.is_huge ? LXW_TRUE : LXW_FALSE;
  book_ = workbook_new_opt(path.c_str(), &options);
  if (book_ == nullptr) {
    failed_ = true;
    return;
  }
  std::string title = cell_text(properties_.title, 255);
  std::string author = "fazhi";
  lxw_doc_properties document{};
  document.title = title.data();
  document.author = author.data();
  document.created = noon_of(properties_.as_of);
  workbook_set_properties(book_, &document);
}

Spreadsheet::~Spreadsheet() {
  if (book_ != nullptr) lxw_workbook_free(book_);
}

lxw_worksheet* Spreadsheet::add_sheet(const std::string& name, std::string_view header) {
  lxw_worksheet* const sheet = book_ == nullptr ? nullptr : workbook_add_worksheet(book_, name.c_str());
  if (sheet == nullptr) {
    failed_ = true;
    return nullptr;
  }
  sheets_.push_back(sheet);
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, 9);  // A4
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_set_margins(sheet, 0.4, 0.4, 0.75, 0.65);
  worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
  // A blank behind the size: a title that begins with a digit would lengthen it.
  if (!header.empty()) worksheet_set_header(sheet, ("&C&\"" + std::string(kTitleFont) + ",Regular\"&12 " + page_text(header)).c_str());
  const std::string numbers = page_numbers(properties_.page_text);
  worksheet_set_footer(sheet, ("&L&9 " + page_text(properties_.title) + "&R&9 " + numbers).c_str());
  return sheet;
}

lxw_format* Spreadsheet::format(Tone tone, CellForm form) {
  lxw_format*& format = formats_[{tone, form}];
  if (format != nullptr || book_ == nullptr) return format;
  format = workbook_add_format(book_);
  const bool is_title = tone == Tone::title;
  format_set_font_name(format, is_title ? kTitleFont : kFont);
  format_set_font_size(format, is_title ? kTitlePoints : kFontPoints);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  set_form(format, form);
  const Colours colours = colours_of(tone);
  format_set_font_color(format, colours.text);
  if (colours.fill != LXW_COLOR_UNSET) format_set_bg_color(format, colours.fill);
  if (is_heading(tone)) format_set_bold(format);
  if (!is_title && tone != Tone::subtitle) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, kRuleColour);
  }
  return format;
}

lxw_format* Spreadsheet::mark(Tone tone) {
  lxw_format*& format = marks_[tone];
  if (format != nullptr || book_ == nullptr) return format;
  format = workbook_add_format(book_);
  const Colours colours = colours_of(tone);
  format_set_font_color(format, colours.text);
  if (colours.fill != LXW_COLOR_UNSET) format_set_bg_color(format, colours.fill);
  format_set_bold(format);
  return format;
}

std::optional<std::string> Spreadsheet::close() {
  if (book_ == nullptr || failed_) return std::string("libxlsxwriter");
  for (const lxw_worksheet* sheet : sheets_) failed_ = has_failed(sheet->optimize_tmpfile) || failed_;
  const lxw_error error = workbook_close(std::exchange(book_, nullptr));
  if (error != LXW_NO_ERROR) return std::string(lxw_strerror(error));
  if (failed_) return std::string(lxw_strerror(LXW_ERROR_CREATING_TMPFILE));
  return std::nullopt;
}

void add_bars(lxw_worksheet* sheet, std::uint32_t first_row, std::uint32_t last_row, std::uint16_t column) {
  lxw_conditional_format bar{};
  bar.type = LXW_CONDITIONAL_DATA_BAR;
  bar.data_bar_2010 = LXW_TRUE;
  bar.bar_solid = LXW_TRUE;
  bar.bar_color = kBarColour;
  bar.min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
  bar.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
  bar.min_value = 0;
  bar.max_value = 1;
  worksheet_conditional_format_range(sheet, first_row, column, last_row, column, &bar);
}

}  // namespace fazhi
