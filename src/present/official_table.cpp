#include "present/official_table.hpp"

#include <algorithm>
#include <cmath>

#include "present/official_markup.hpp"

namespace fazhi::office {
namespace {

constexpr int kCellMargin = 57;        ///< 1 mm at both sides of a cell's text, half of it over and under
constexpr int kUprightHeight = 12756;  ///< of the text of a page
constexpr int kAcrossHeight = 8845;

class TableWriter {
 public:
  TableWriter(const DocumentTable& table, bool is_across)
      : table_(table),
        half_points_(static_cast<int>(std::lround(table.points * 2))),
        line_(static_cast<int>(std::lround(table.points * 27))),
        page_height_(is_across ? kAcrossHeight : kUprightHeight) {
    for (const TableColumn& column : table_.columns) widths_.push_back(twips_of(column.millimetres));
  }

  std::string markup() {
    int whole = 0;
    for (const int width : widths_) whole += width;
    out_ = "<w:tbl><w:tblPr><w:tblW w:w=\"" + std::to_string(whole) + "\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>" +
           borders() + "<w:tblLayout w:type=\"fixed\"/>" + margins() + "</w:tblPr><w:tblGrid>";
    for (const int width : widths_) out_ += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
    out_ += "</w:tblGrid>";
    header();
    for (const TableRow& each : table_.rows) row(each, whole);
    return out_ += "</w:tbl>";
  }

 private:
  static std::string borders() {
    std::string out = "<w:tblBorders>";
    for (const std::string_view side : {"top", "left", "bottom", "right", "insideH", "insideV"}) {
      out.append("<w:").append(side).append(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
    }
    return out += "</w:tblBorders>";
  }

  static std::string margins() {
    const std::string width = "w:w=\"" + std::to_string(kCellMargin) + "\" w:type=\"dxa\"/>";
    const std::string height = "w:w=\"" + std::to_string(kCellMargin / 2) + "\" w:type=\"dxa\"/>";
    return "<w:tblCellMar><w:top " + height + "<w:left " + width + "<w:bottom " + height + "<w:right " + width +
           "</w:tblCellMar>";
  }

  void header() {
    out_ += "<w:tr><w:trPr><w:cantSplit/>" + height() + "<w:tblHeader/></w:trPr>";
    for (std::size_t column = 0; column < table_.columns.size(); ++column) {
      cell(table_.columns[column].heading, widths_[column], {.is_centred = true, .face = Face::heiti, .is_kept = true});
    }
    out_ += "</w:tr>";
  }

  void row(const TableRow& row, int whole) {
    out_ += "<w:tr><w:trPr>";
    if (row.spans || lines_of(row) * line_ * 2 <= page_height_) out_ += "<w:cantSplit/>";
    out_ += height() + "</w:trPr>";
    if (row.spans) {
      const std::string text = row.cells.empty() ? std::string() : row.cells.front();
      cell(text, whole, {.face = Face::heiti, .is_kept = true, .spanned = static_cast<int>(widths_.size())});
    } else {
      for (std::size_t column = 0; column < widths_.size(); ++column) {
        const std::string text = column < row.cells.size() ? row.cells[column] : std::string();
        cell(text, widths_[column], {.is_centred = table_.columns[column].is_centred});
      }
    }
    out_ += "</w:tr>";
  }

  [[nodiscard]] std::string height() const {
    const auto least = static_cast<int>(std::lround(line_ * table_.row_lines));
    return "<w:trHeight w:val=\"" + std::to_string(least) + "\" w:hRule=\"atLeast\"/>";
  }

  [[nodiscard]] int lines_of(const TableRow& row) const {
    int most = 1;
    for (std::size_t column = 0; column < std::min(row.cells.size(), widths_.size()); ++column) {
      const int room = std::max(1, (widths_[column] - 2 * kCellMargin) / (half_points_ * 5));
      int lines = 0;
      std::string_view rest = row.cells[column];
      for (;;) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        lines += std::max(1, (half_widths(rest.substr(0, end)) + room - 1) / room);
        if (end == rest.size()) break;
        rest.remove_prefix(end + 1);
      }
      most = std::max(most, lines);
    }
    return most;
  }

  struct CellForm {
    bool is_centred = false;
    Face face = Face::fangsong;
    bool is_kept = false;  ///< on the page of the next row
    int spanned = 1;
  };

  void cell(std::string_view text, int width, const CellForm& form) {
    out_ += "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>";
    if (form.spanned > 1) out_ += "<w:gridSpan w:val=\"" + std::to_string(form.spanned) + "\"/>";
    out_ += "<w:vAlign w:val=\"center\"/></w:tcPr>";
    for (;;) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      paragraph(text.substr(0, end), form);
      if (end == text.size()) break;
      text.remove_prefix(end + 1);
    }
    out_ += "</w:tc>";
  }

  void paragraph(std::string_view line, const CellForm& form) {
    out_ += "<w:p><w:pPr><w:pStyle w:val=\"TableText\"/>";
    if (form.is_kept) out_ += "<w:keepNext/>";
    out_ += "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"" + std::to_string(line_) + "\" w:lineRule=\"exact\"/>";
    if (form.is_centred) out_ += "<w:jc w:val=\"center\"/>";
    out_ += run_properties(form.face, half_points_) + "</w:pPr>" + run(line, form.face, half_points_) + "</w:p>";
  }

  const DocumentTable& table_;
  int half_points_;
  int line_;  ///< twentieths of a point
  int page_height_;
  std::vector<int> widths_;
  std::string out_;
};

}  // namespace

std::string table_markup(const DocumentTable& table, bool is_across) { return TableWriter(table, is_across).markup(); }

}  // namespace fazhi::office
