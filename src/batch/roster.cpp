#include "batch/roster.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>

#include "base/ascii.hpp"
#include "base/limits.hpp"
#include "base/mebibytes.hpp"
#include "batch/csv_sheet.hpp"
#include "batch/unit_name.hpp"
#include "batch/xlsx_sheet.hpp"
#include "text/decode.hpp"
#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kColumnKinds = static_cast<std::size_t>(RosterColumn::address) + 1;
constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// A header or word of a cell as rules name it: normal form in lower case.
std::string folded(std::string_view text) {
  return ascii::lower(normalize_phrase(text));
}

/// A header without what is in brackets, asterisks and colons: 报送日期（年/月/日）*.
std::string header_word(std::string_view cell) {
  std::string out;
  std::size_t depth = 0;
  const std::string text = folded(cell);
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint point = utf8::decode(text, at);
    const bool opens = point.value == U'（' || point.value == U'(' || point.value == U'〔' || point.value == U'【';
    const bool closes = point.value == U'）' || point.value == U')' || point.value == U'〕' || point.value == U'】';
    if (opens) ++depth;
    if (depth == 0 && point.value != U'*' && point.value != U'：' && point.value != U':' && point.value != U' ') {
      out += text.substr(at, point.size_bytes);
    }
    if (closes && depth > 0) --depth;
    at += point.size_bytes;
  }
  return out;
}

/// Without white space at either end, line breaks as spaces.
std::string trimmed(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  const std::size_t begin = out.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  return out.substr(begin, out.find_last_not_of(' ') - begin + 1);
}

/// Without any white space: names are padded to look even (湟 中 区).
std::string closed_up(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::CodePoint point = utf8::decode(text, at);
    const bool is_invisible = (point.value >= 0x200B && point.value <= 0x200F) || point.value == 0xFEFF || point.value < 0x20;
    if (!utf8::is_white_space(point.value) && !is_invisible) out += text.substr(at, point.size_bytes);
    at += point.size_bytes;
  }
  return out;
}

/// Where each kind of column stands.
struct Header {
  std::array<std::size_t, kColumnKinds> at{};
  std::array<std::size_t, kColumnKinds> preference{};  ///< place of its name in the rules
  std::size_t row = 0;        ///< index into the sheet's rows
  std::size_t first_row = 0;  ///< index of the first row below it
  std::size_t named = 0;      ///< columns that were told

  Header() { at.fill(kNoColumn); }
  [[nodiscard]] std::size_t column(RosterColumn kind) const { return at[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] bool has(RosterColumn kind) const { return column(kind) != kNoColumn; }
};

class HeaderFinder {
 public:
  explicit HeaderFinder(const RosterRules& rules) {
    for (const ColumnNames& column : rules.columns) {
      for (std::size_t index = 0; index < column.names.size(); ++index) {
        names_.emplace(folded(column.names[index]), std::pair{column.column, index});
      }
    }
  }

  [[nodiscard]] std::optional<Header> find(const Sheet& sheet) const {
    for (std::size_t index = 0; index < std::min(sheet.rows.size(), limits::kRosterHeaderRows); ++index) {
      Header header;
      header.row = index;
      header.first_row = index + 1;
      take(sheet.rows[index], header);
      if (!header.has(RosterColumn::unit)) continue;
      take_second_row(sheet, header);
      return header;
    }
    return std::nullopt;
  }

 private:
  void take(const SheetRow& row, Header& header) const {
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      const auto found = names_.find(header_word(row.cells[column]));
      if (found == names_.end()) continue;
      const auto kind = static_cast<std::size_t>(found->second.first);
      if (header.at[kind] != kNoColumn && header.preference[kind] <= found->second.second) continue;
      if (header.at[kind] == kNoColumn) ++header.named;
      header.at[kind] = column;
      header.preference[kind] = found->second.second;
    }
  }

  /// Below merged headers (报送情况) stand those of single columns.
  void take_second_row(const Sheet& sheet, Header& header) const {
    if (header.first_row >= sheet.rows.size()) return;
    const SheetRow& row = sheet.rows[header.first_row];
    const std::size_t unit = header.column(RosterColumn::unit);
    if (unit < row.cells.size() && !row.cells[unit].empty() && row.cells[unit] != sheet.rows[header.row].cells[unit]) return;
    Header both = header;
    take(row, both);
    if (both.named == header.named) return;
    both.first_row = header.first_row + 1;
    header = both;
  }

  std::unordered_map<std::string, std::pair<RosterColumn, std::size_t>> names_;
};

class RosterBuilder {
 public:
  RosterBuilder(const Sheet& sheet, const Header& header, std::string_view name, const RosterRules& rules)
      : sheet_(sheet), header_(header), name_(name), rules_(rules), names_(rules) {}

  Result<Roster> build() {
    roster_.has_publication_days = header_.has(RosterColumn::published);
    if (sheet_.first_cut_row != 0) {
      note({MessageId::roster_cell_cut, {name_, std::to_string(sheet_.first_cut_row), std::to_string(limits::kRosterCellBytes)}});
    }
    for (std::size_t index = header_.first_row; index < sheet_.rows.size(); ++index) read_row(sheet_.rows[index]);
    if (roster_.units.empty()) {
      return Message{MessageId::roster_no_rows, {name_, std::to_string(sheet_.rows[header_.row].number)}};
    }
    if (more_notes_ > 0) roster_.notes.push_back({MessageId::roster_more_notes, {name_, std::to_string(more_notes_)}});
    return std::move(roster_);
  }

 private:
  void note(Message message) {
    if (roster_.notes.size() < limits::kRosterNotes) {
      roster_.notes.push_back(std::move(message));
    } else {
      ++more_notes_;
    }
  }

  std::string_view raw(const SheetRow& row, RosterColumn kind) const {
    const std::size_t column = header_.column(kind);
    return column < row.cells.size() ? std::string_view(row.cells[column]) : std::string_view();
  }

  /// The cell's text; "" for what stands for an empty cell.
  std::string cell(const SheetRow& row, RosterColumn kind) const {
    std::string text = trimmed(raw(row, kind));
    return contains(rules_.blank, folded(text)) ? std::string() : text;
  }

  bool holds_anything(const SheetRow& row) const {
    for (std::size_t kind = 0; kind < kColumnKinds; ++kind) {
      if (!cell(row, static_cast<RosterColumn>(kind)).empty()) return true;
    }
    return false;
  }

  bool is_no_unit(std::string_view name) const {
    const std::string word = folded(name);
    if (contains(rules_.not_units, word)) return true;
    return std::any_of(rules_.remark_begins.begin(), rules_.remark_begins.end(),
                       [&](const std::string& begin) { return word.starts_with(begin); });
  }

  /// 一、乡镇: a heading between rows.
  static bool is_group_heading(std::string_view name) {
    constexpr std::string_view kComma = "、";
    const std::size_t at = name.find(kComma);
    if (name.starts_with("（") || name.starts_with("(")) return true;
    if (at == std::string_view::npos || at == 0) return false;
    const std::string_view ordinal = name.substr(0, at);
    return std::all_of(ordinal.begin(), ordinal.end(), [](char c) { return c >= '0' && c <= '9'; }) ||
           (ordinal.size() <= 9 && std::string_view("一二三四五六七八九十").find(ordinal.substr(0, 3)) != std::string_view::npos);
  }

  void read_row(const SheetRow& row) {
    RosterUnit unit;
    unit.unit = closed_up(cell(row, RosterColumn::unit));
    unit.row = row.number;
    if (unit.unit.empty()) {
      if (holds_anything(row)) note({MessageId::roster_row_without_unit, {name_, std::to_string(row.number)}});
      return;
    }
    if (is_no_unit(unit.unit) || is_repeated_header(row)) return;
    if (is_group_heading(unit.unit)) {
      note({MessageId::roster_row_left_out, {name_, std::to_string(row.number), unit.unit}});
      return;
    }
    unit.level = closed_up(cell(row, RosterColumn::level));
    unit.superior = closed_up(cell(row, RosterColumn::superior));
    unit.contact = cell(row, RosterColumn::contact);
    const std::string phone = cell(row, RosterColumn::phone);
    if (!phone.empty()) unit.contact += (unit.contact.empty() ? "" : " ") + phone;
    unit.deadline = day(row, RosterColumn::deadline);
    unit.submitted_on = day(row, RosterColumn::submitted);
    unit.published_on = day(row, RosterColumn::published);
    unit.publication_unclear = unit.published_on.empty() && !cell(row, RosterColumn::published).empty();
    unit.published_at = cell(row, RosterColumn::address);
    if (is_new(unit)) roster_.units.push_back(std::move(unit));
  }

  /// Printed rosters repeat their header on each page.
  bool is_repeated_header(const SheetRow& row) const {
    return raw(row, RosterColumn::unit) == raw(sheet_.rows[header_.row], RosterColumn::unit);
  }

  std::string day(const SheetRow& row, RosterColumn kind) {
    const std::string text = cell(row, kind);
    if (text.empty()) return {};
    std::string date = roster_date(text, sheet_.is_1904);
    if (date.empty()) {
      const std::size_t column = header_.column(kind);
      note({MessageId::roster_bad_date,
            {name_, std::to_string(row.number), column_letters(column), header_title(column), text}});
    }
    return date;
  }

  std::string header_title(std::size_t column) const {
    for (std::size_t row = header_.first_row; row-- > header_.row;) {
      const auto& cells = sheet_.rows[row].cells;
      if (column < cells.size() && !cells[column].empty()) return trimmed(cells[column]);
    }
    return {};
  }

  bool is_new(const RosterUnit& unit) {
    const auto [first, is_new] = seen_.emplace(names_.key_of(unit.unit, unit.superior), unit.row);
    if (!is_new) {
      note({MessageId::roster_duplicate, {name_, std::to_string(unit.row), std::to_string(first->second), unit.unit}});
    }
    return is_new;
  }

  const Sheet& sheet_;
  const Header& header_;
  std::string name_;
  const RosterRules& rules_;
  UnitNames names_;
  std::unordered_map<std::string, std::size_t> seen_;  ///< rows by the unit's key
  Roster roster_;
  std::size_t more_notes_ = 0;
};

Result<Roster> build(const Sheet& sheet, const HeaderFinder& finder, std::string_view name, const RosterRules& rules) {
  const std::optional<Header> header = finder.find(sheet);
  if (!header) return Message{MessageId::roster_no_unit_column, {std::string(name), std::to_string(limits::kRosterHeaderRows)}};
  return RosterBuilder(sheet, *header, name, rules).build();
}

Result<Roster> read_workbook(std::string_view bytes, std::string_view name, const RosterRules& rules) {
  const HeaderFinder finder(rules);
  auto found = find_xlsx_sheet(bytes, name, [&](const Sheet& sheet) { return finder.find(sheet).has_value(); });
  if (!found) return found.error();
  return build(found->value_or(Sheet{}), finder, name, rules);
}

/// The separator by which most columns of the header are told.
char separator_of(std::string_view text, const HeaderFinder& finder, std::string_view name) {
  char best = ',';
  std::size_t most = 0;
  for (const char separator : {',', '\t', ';'}) {
    const auto sheet = read_csv(text, separator, name, limits::kRosterHeaderRows);
    if (!sheet) continue;
    const std::optional<Header> header = finder.find(*sheet);
    const std::size_t named = header ? header->named : 0;
    if (named <= most) continue;
    most = named;
    best = separator;
  }
  return best;
}

Result<Roster> read_text(std::string_view bytes, std::string_view name, const RosterRules& rules) {
  auto decoded = decode(std::as_bytes(std::span(bytes.data(), bytes.size())), name);
  if (!decoded) {
    const bool is_binary = decoded.error().id == MessageId::input_binary;
    return is_binary ? Message{MessageId::roster_other_kind, {std::string(name)}} : decoded.error();
  }
  const std::string_view text = decoded->utf8;
  const std::size_t begin = text.find_first_not_of(" \n\t");
  if (begin != std::string_view::npos && text[begin] == '<') return Message{MessageId::roster_other_kind, {std::string(name)}};
  const HeaderFinder finder(rules);
  auto sheet = read_csv(text, separator_of(text, finder, name), name, limits::kRosterRows + 1);
  if (!sheet) return sheet.error();
  if (sheet->rows.size() > limits::kRosterRows) {
    return Message{MessageId::roster_too_many_rows, {std::string(name), std::to_string(limits::kRosterRows)}};
  }
  return build(*sheet, finder, name, rules);
}

}  // namespace

Result<Roster> read_roster(std::string_view bytes, std::string_view name, const RosterRules& rules) {
  constexpr std::string_view kZip = "PK\x03\x04";
  constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0";
  if (bytes.size() > limits::kRosterBytes) {
    return Message{MessageId::roster_too_large, {std::string(name), mebibytes(bytes.size()), mebibytes(limits::kRosterBytes)}};
  }
  if (bytes.starts_with(kCompoundFile)) return Message{MessageId::roster_other_kind, {std::string(name)}};
  return bytes.starts_with(kZip) ? read_workbook(bytes, name, rules) : read_text(bytes, name, rules);
}

}  // namespace fazhi
