#include "document/sheet/csv_sheet.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/limits.hpp"

namespace fazhi {
namespace {

class CsvReader {
 public:
  CsvReader(std::string_view text, char separator, std::size_t cell_bytes)
      : text_(text), separator_(separator), cell_bytes_(cell_bytes) {}

  /// The next row; false at the end of the text.
  bool next(SheetRow& row) {
    if (at_ >= text_.size()) return false;
    row.cells.clear();
    row.number = ++number_;
    while (true) {
      std::string cell = read_cell();
      was_cut_ = cut_cell(cell, cell_bytes_) || was_cut_;
      if (row.cells.size() < limits::kTableColumns) row.cells.push_back(std::move(cell));
      if (at_ >= text_.size() || is_open_) return true;
      if (text_[at_++] == '\n') return true;
    }
  }

  [[nodiscard]] bool is_open() const { return is_open_; }
  [[nodiscard]] bool was_cut() const { return was_cut_; }

 private:
  std::string read_cell() {
    std::string cell;
    std::size_t begin = at_;
    while (begin < text_.size() && text_[begin] == ' ') ++begin;
    if (begin < text_.size() && text_[begin] == '"') {
      at_ = begin + 1;
      read_quoted(cell);
    }
    const std::size_t end = end_of_cell();
    cell += text_.substr(at_, end - at_);
    at_ = end;
    return cell;
  }

  void read_quoted(std::string& cell) {
    while (true) {
      const std::size_t mark = text_.find('"', at_);
      if (mark == std::string_view::npos) {
        is_open_ = true;
        at_ = text_.size();
        return;
      }
      cell += text_.substr(at_, mark - at_);
      at_ = mark + 1;
      if (at_ >= text_.size() || text_[at_] != '"') return;
      cell += '"';
      ++at_;
    }
  }

  [[nodiscard]] std::size_t end_of_cell() const {
    std::size_t end = at_;
    while (end < text_.size() && text_[end] != separator_ && text_[end] != '\n') ++end;
    return end;
  }

  std::string_view text_;
  char separator_;
  std::size_t cell_bytes_;
  std::size_t at_ = 0;
  std::size_t number_ = 0;
  bool is_open_ = false;
  bool was_cut_ = false;
};

}  // namespace

Result<Sheet> read_csv(std::string_view text, char separator, std::string_view name, CsvBounds bounds) {
  CsvReader reader(text, separator, bounds.cell_bytes);
  Sheet sheet;
  SheetRow row;
  for (std::size_t count = 0; count < bounds.rows && reader.next(row); ++count) {
    if (reader.is_open()) return Message{MessageId::table_file_open_quote, {std::string(name), std::to_string(row.number)}};
    if (reader.was_cut() && sheet.first_cut_row == 0) sheet.first_cut_row = row.number;
    if (std::any_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return !cell.empty(); })) {
      sheet.rows.push_back(std::move(row));
      row = {};
    }
  }
  return sheet;
}

}  // namespace fazhi
