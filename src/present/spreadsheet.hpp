#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.hpp"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace fazhi {

/// What a cell's colour says beside its words.
enum class Tone {
  none,
  good,
  fair,
  poor,
  open,
  title,
  subtitle,
  heading,
  label,
  heading_fill,    ///< over cells that the unit fills in
  heading_review,  ///< over cells that the reviewer fills in
  fill,            ///< for the unit to fill in
  review,          ///< for the reviewer to fill in
  faint,           ///< for programs
};

/// How a cell stands and how its number is shown.
enum class CellForm { text, centred, integer, decimal, per_cent, points, day };

/// An .xlsx file while it is written: rows go to temporary files as they come,
/// so that memory does not grow with their number, and the file is made at
/// close(). The same calls give the same bytes.
class Spreadsheet {
 public:
  struct Properties {
    std::string title;
    std::string as_of;      ///< ISO date, which becomes the date of creation
    std::string page_text;  ///< "第{0}页，共{1}页", for the footer
    bool is_huge = false;   ///< more than 4 GB may come together
  };

  /// `path` is overwritten at close(); temporary files stand in `temporary_folder`.
  Spreadsheet(const std::string& path, const std::string& temporary_folder, Properties properties);
  ~Spreadsheet();
  Spreadsheet(const Spreadsheet&) = delete;
  Spreadsheet& operator=(const Spreadsheet&) = delete;

  /// A sheet set up for A4 landscape, as wide as the page, `header` on top of
  /// each page, maybe ""; none where the file can't be written, which close() tells.
  [[nodiscard]] lxw_worksheet* add_sheet(const std::string& name, std::string_view header);
  [[nodiscard]] lxw_format* format(Tone tone, CellForm form);
  /// What a condition lays over a cell: the tone's colours alone, in bold.
  [[nodiscard]] lxw_format* mark(Tone tone);

  /// What went wrong, in the system's words.
  [[nodiscard]] std::optional<std::string> close();

 private:
  Properties properties_;
  std::string temporary_folder_;
  lxw_workbook* book_ = nullptr;
  std::vector<lxw_worksheet*> sheets_;
  std::map<std::pair<Tone, CellForm>, lxw_format*> formats_;
  std::map<Tone, lxw_format*> marks_;
  bool failed_ = false;
};

/// Bars behind the shares in a column, from 0 to 1.
void add_bars(lxw_worksheet* sheet, std::uint32_t first_row, std::uint32_t last_row, std::uint16_t column);

}  // namespace fazhi
