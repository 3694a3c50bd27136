#include "rectify/read_filled_list.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>

#include "audit/csv_text.hpp"
#include "audit/rectification_text.hpp"
#include "base/iso_date.hpp"
#include "base/limits.hpp"
#include "base/mebibytes.hpp"
#include "batch/roster.hpp"
#include "document/sheet/cell_words.hpp"
#include "document/sheet/csv_sheet.hpp"
#include "document/sheet/xlsx_sheet.hpp"
#include "rectify/item_key.hpp"
#include "text/decode.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kColumns = static_cast<std::size_t>(ListColumn::remark) + 1;
constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

/// Without white space at either end; line breaks inside stay.
std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

/// Points as a spreadsheet program stores them: 2.2999999999999998.
std::optional<std::int32_t> hundredths_of(const std::string& text) {
  constexpr double kMostPoints = 1'000;
  double points = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), points);
  if (error != std::errc{} || end != text.data() + text.size() || !(points >= 0 && points <= kMostPoints)) return std::nullopt;
  return static_cast<std::int32_t>(std::lround(points * 100));
}

/// Where each column stands.
struct Header {
  std::array<std::size_t, kColumns> at{};
  std::array<std::size_t, kColumns> preference{};  ///< place of its name in the rules
  std::size_t row = 0;                             ///< index into the sheet's rows
  std::size_t named = 0;

  Header() { at.fill(kNoColumn); }
  [[nodiscard]] std::size_t column(ListColumn kind) const { return at[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] bool has(ListColumn kind) const { return column(kind) != kNoColumn; }
  /// The columns of the list's own names, that no other table has together.
  [[nodiscard]] bool is_of_list() const {
    return has(ListColumn::state) && (has(ListColumn::id) || (has(ListColumn::unit) && has(ListColumn::problem)));
  }
};

class HeaderFinder {
 public:
  explicit HeaderFinder(const ListColumnRules& rules) {
    for (const ListColumnNames& column : rules.columns) {
      for (std::size_t index = 0; index < column.names.size(); ++index) {
        names_.emplace(closed_up(folded_word(column.names[index])), std::pair{column.column, index});
      }
    }
  }

  [[nodiscard]] std::optional<Header> find(const Sheet& sheet) const {
    for (std::size_t row = 0; row < std::min(sheet.rows.size(), limits::kTableHeaderRows); ++row) {
      Header header;
      header.row = row;
      const std::vector<std::string>& cells = sheet.rows[row].cells;
      for (std::size_t column = 0; column < cells.size(); ++column) take(cells[column], column, header);
      if (header.is_of_list()) return header;
    }
    return std::nullopt;
  }

 private:
  void take(std::string_view cell, std::size_t column, Header& header) const {
    const auto found = names_.find(header_word(cell));
    if (found == names_.end()) return;
    const auto kind = static_cast<std::size_t>(found->second.first);
    const bool is_first = header.at[kind] == kNoColumn;
    if (!is_first && header.preference[kind] <= found->second.second) return;
    if (is_first) ++header.named;
    header.at[kind] = column;
    header.preference[kind] = found->second.second;
  }

  std::unordered_map<std::string, std::pair<ListColumn, std::size_t>> names_;
};

/// How cells of a kind of file give their texts.
enum class CellsOf { workbook, csv };

class ListBuilder {
 public:
  ListBuilder(const Sheet& sheet, const Header& header, std::string_view source, const ListColumnRules& rules, CellsOf kind)
      : sheet_(sheet), header_(header), kind_(kind) {
    list_.source = source;
    list_.sheet = sheet.name;
    for (const StateWords& each : rules.states) {
      const std::optional<ItemState> state = item_state_from(each.state);
      if (!state) continue;
      for (const std::string& name : each.names) states_.emplace(closed_up(folded_word(name)), *state);
    }
  }

  Result<FilledList> build() {
    if (sheet_.first_cut_row != 0) {
      note(MessageId::filled_cell_cut, sheet_.first_cut_row, {std::to_string(limits::kTableCellBytes)});
    }
    for (std::size_t index = 0; index < header_.row; ++index) read_head(sheet_.rows[index]);
    for (std::size_t index = header_.row + 1; index < sheet_.rows.size(); ++index) read_row(sheet_.rows[index]);
    if (list_.rows.empty()) return Message{MessageId::filled_no_rows, {list_.source, sheet_words(list_)}};
    if (more_notes_ > 0) list_.notes.push_back({MessageId::filled_more_notes, {list_.source, std::to_string(more_notes_)}});
    return std::move(list_);
  }

 private:
  /// The lines above the header, as the workbook's writer sets them.
  void read_head(const SheetRow& row) {
    constexpr std::string_view kParting = "　　";
    const auto first = std::find_if(row.cells.begin(), row.cells.end(), [](const std::string& each) { return !trimmed(each).empty(); });
    if (first == row.cells.end()) return;
    if (list_.title.empty()) {
      list_.title = trimmed(*first);
      return;
    }
    std::string_view rest = *first;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(kParting), rest.size());
      read_head_part(trimmed(rest.substr(0, end)));
      rest.remove_prefix(std::min(rest.size(), end + kParting.size()));
    }
  }

  void read_head_part(std::string_view part) {
    for (const Language language : {Language::zh, Language::en}) {
      const std::string issuer = render({MessageId::listing_issuer, {""}}, language);
      const std::string made_on = render({MessageId::listing_made_on, {""}}, language);
      if (part.starts_with(issuer)) list_.issuer = part.substr(issuer.size());
      if (part.starts_with(made_on) && is_iso_date(part.substr(made_on.size()))) list_.made_on = part.substr(made_on.size());
    }
  }

  void note(MessageId id, std::size_t row, std::vector<std::string> more) {
    if (list_.notes.size() >= limits::kFilledNotes) {
      ++more_notes_;
      return;
    }
    list_.notes.push_back(row_message(id, list_, row, std::move(more)));
  }

  [[nodiscard]] std::string cell(const SheetRow& row, ListColumn kind) const {
    const std::size_t column = header_.column(kind);
    if (column >= row.cells.size()) return {};
    const std::string_view text = row.cells[column];
    return trimmed(kind_ == CellsOf::csv ? text_from_csv(text) : text);
  }

  void read_row(const SheetRow& row) {
    if (closed_up(cell(row, ListColumn::state)) == closed_up(cell(sheet_.rows[header_.row], ListColumn::state))) return;
    FilledRow out;
    out.row = row.number;
    out.id = normal_id(cell(row, ListColumn::id));
    out.unit = cell(row, ListColumn::unit);
    out.category = cell(row, ListColumn::category);
    out.problem = cell(row, ListColumn::problem);
    out.basis = cell(row, ListColumn::basis);
    out.demand = cell(row, ListColumn::demand);
    out.gain_hundredths = hundredths_of(cell(row, ListColumn::points));
    read_progress(row, out);
    const bool holds_anything = !out.id.empty() || !out.unit.empty() || !out.problem.empty() || out.is_filled_in();
    if (!holds_anything || is_outside(out)) return;
    out.due = day(row, ListColumn::due);
    list_.rows.push_back(std::move(out));
  }

  /// Lines of titles, sums and signatures: one cell over the whole width.
  static bool is_outside(const FilledRow& row) {
    return row.id.empty() && row.problem.empty() && !row.state && !row.is_filled_in();
  }

  void read_progress(const SheetRow& row, FilledRow& out) {
    ItemProgress& progress = out.progress;
    progress.responsible_unit = cell(row, ListColumn::responsible_unit);
    progress.responsible_person = cell(row, ListColumn::person);
    progress.progress = cell(row, ListColumn::progress);
    progress.material = cell(row, ListColumn::material);
    progress.reviewer = cell(row, ListColumn::reviewer);
    progress.review = cell(row, ListColumn::review);
    progress.remark = cell(row, ListColumn::remark);
    progress.closed_on = day(row, ListColumn::closed_on);
    out.state = state(row);
    progress.state = out.state.value_or(ItemState::not_started);
  }

  std::optional<ItemState> state(const SheetRow& row) {
    const std::string text = cell(row, ListColumn::state);
    if (text.empty()) return std::nullopt;
    const auto found = states_.find(header_word(text));
    if (found != states_.end()) return found->second;
    note(MessageId::filled_unknown_state, row.number, {one_line(text)});
    return std::nullopt;
  }

  std::string day(const SheetRow& row, ListColumn kind) {
    std::string text = cell(row, kind);
    if (text.empty()) return text;
    std::string date = roster_date(text, sheet_.is_1904);
    if (!date.empty()) return date;
    note(MessageId::filled_bad_date, row.number, {one_line(cell(sheet_.rows[header_.row], kind)), one_line(text)});
    return text;
  }

  const Sheet& sheet_;
  const Header& header_;
  CellsOf kind_;
  std::unordered_map<std::string, ItemState> states_;
  FilledList list_;
  std::size_t more_notes_ = 0;
};

Message no_header(std::string_view source) {
  return {MessageId::filled_no_header, {std::string(source), std::to_string(limits::kTableHeaderRows)}};
}

Result<FilledList> build(const Sheet& sheet, const HeaderFinder& finder, std::string_view source, const ListColumnRules& rules, CellsOf kind) {
  const std::optional<Header> header = finder.find(sheet);
  if (!header) return no_header(source);
  return ListBuilder(sheet, *header, source, rules, kind).build();
}

Result<FilledList> read_workbook(std::string_view bytes, std::string_view source, const ListColumnRules& rules) {
  const HeaderFinder finder(rules);
  auto found = find_xlsx_sheet(bytes, source, [&](const Sheet& sheet) { return finder.find(sheet).has_value(); });
  if (!found) return found.error();
  return build(found->value_or(Sheet{}), finder, source, rules, CellsOf::workbook);
}

/// The separator by which most columns of the header are told.
char separator_of(std::string_view text, const HeaderFinder& finder, std::string_view source) {
  char best = ',';
  std::size_t most = 0;
  for (const char separator : {',', '\t', ';'}) {
    const auto sheet = read_csv(text, separator, source, {limits::kTableHeaderRows, limits::kTableCellBytes});
    const std::optional<Header> header = sheet ? finder.find(*sheet) : std::nullopt;
    if (!header || header->named <= most) continue;
    most = header->named;
    best = separator;
  }
  return best;
}

Result<FilledList> read_text(std::string_view bytes, std::string_view source, const ListColumnRules& rules) {
  const auto decoded = decode(std::as_bytes(std::span(bytes.data(), bytes.size())), source);
  if (!decoded) {
    const bool is_binary = decoded.error().id == MessageId::input_binary;
    return is_binary ? Message{MessageId::table_file_other_kind, {std::string(source)}} : decoded.error();
  }
  const std::string_view text = decoded->utf8;
  const std::size_t begin = text.find_first_not_of(" \n\t");
  if (begin != std::string_view::npos && text[begin] == '<') return Message{MessageId::table_file_other_kind, {std::string(source)}};
  const HeaderFinder finder(rules);
  const auto sheet = read_csv(text, separator_of(text, finder, source), source);
  if (!sheet) return sheet.error();
  if (sheet->rows.size() > limits::kTableRows) {
    return Message{MessageId::table_file_too_many_rows, {std::string(source), std::to_string(limits::kTableRows)}};
  }
  return build(*sheet, finder, source, rules, CellsOf::csv);
}

}  // namespace

bool FilledRow::is_filled_in() const {
  const bool has_moved = state && *state != ItemState::not_started;
  const bool is_other_unit = !progress.responsible_unit.empty() && progress.responsible_unit != unit;
  return has_moved || is_other_unit || !progress.responsible_person.empty() || !progress.progress.empty() || !progress.material.empty() ||
         !progress.reviewer.empty() || !progress.review.empty() || !progress.closed_on.empty() || !progress.remark.empty();
}

Result<FilledList> read_filled_list(std::string_view bytes, std::string_view source, const ListColumnRules& rules) {
  constexpr std::string_view kZip = "PK\x03\x04";
  constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0";
  if (bytes.size() > limits::kTableFileBytes) {
    return Message{MessageId::table_file_too_large, {std::string(source), mebibytes(bytes.size()), mebibytes(limits::kTableFileBytes)}};
  }
  if (bytes.starts_with(kCompoundFile)) return Message{MessageId::table_file_other_kind, {std::string(source)}};
  return bytes.starts_with(kZip) ? read_workbook(bytes, source, rules) : read_text(bytes, source, rules);
}

FilledList filled_list_of(const RectificationList& list, std::string_view source, Language language) {
  FilledList out;
  out.source = source;
  for (std::size_t index = 0; index < list.items.size(); ++index) {
    const RectificationItem& item = list.items[index];
    FilledRow row;
    row.row = index + 1;
    row.id = normal_id(item.id);
    if (item.unit < list.units.size()) row.unit = list.units[item.unit].unit;
    row.category = item.category;
    row.problem = problem_text(item, language);
    row.basis = basis_lines(item);
    row.demand = item.demand;
    row.gain_hundredths = item.gain_hundredths;
    row.due = item.due;
    row.state = item.progress.state;
    row.progress = item.progress;
    out.rows.push_back(std::move(row));
  }
  return out;
}

}  // namespace fazhi
