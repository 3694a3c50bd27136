#include "document/fixed/page_table.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace fazhi::layout {
namespace {

/// A table has so many rows with several cells.
constexpr std::size_t kTableRows = 3;
/// Lines between them, of cells that wrap, at most.
constexpr std::size_t kWrappedLines = 12;
/// Rows further apart than this, in em, are not of one table.
constexpr double kRowDistance = 6.0;
/// Lines of one cell are at most this much further apart, in em, than the
/// closest ones of the table.
constexpr double kLineDistance = 0.25;

bool is_spaced_out(const Row& row) {
  return std::all_of(row.segments.begin(), row.segments.end(),
                     [](const Segment& each) { return each.characters == 1; });
}

bool has_cells(const Row& row) { return row.segments.size() > 1 && !is_spaced_out(row); }

/// Whether a gap of `a` and one of `b` stand one above the other.
bool share_gap(const Row& a, const Row& b) {
  for (std::size_t i = 1; i < a.segments.size(); ++i) {
    const double left = a.segments[i - 1].box.right;
    const double right = a.segments[i].box.left;
    for (std::size_t j = 1; j < b.segments.size(); ++j) {
      if (std::max(left, b.segments[j - 1].box.right) < std::min(right, b.segments[j].box.left)) return true;
    }
  }
  return false;
}

/// Whether the only text of `row` stands in one cell's column of `cells`: it
/// lies between two gaps of it.
bool fits_between(const Row& row, const Row& cells) {
  const Box& box = row.box;
  for (std::size_t i = 1; i < cells.segments.size(); ++i) {
    const double left = cells.segments[i - 1].box.right;
    const double right = cells.segments[i].box.left;
    if (box.left < left && box.right > right) return false;
  }
  return true;
}

/// The x intervals that the cells of a table fill.
struct Strip {
  double left;
  double right;
};

std::vector<Strip> strips_of(const std::vector<Row>& rows, std::size_t begin, std::size_t end) {
  std::vector<Strip> all;
  for (std::size_t row = begin; row < end; ++row) {
    if (!has_cells(rows[row])) continue;
    for (const Segment& each : rows[row].segments) all.push_back({each.box.left, each.box.right});
  }
  std::sort(all.begin(), all.end(), [](const Strip& a, const Strip& b) { return a.left < b.left; });
  std::vector<Strip> out;
  for (const Strip& each : all) {
    if (out.empty() || each.left > out.back().right) {
      out.push_back(each);
    } else {
      out.back().right = std::max(out.back().right, each.right);
    }
  }
  return out;
}

std::size_t strip_of(const std::vector<Strip>& strips, const Segment& segment) {
  std::size_t best = 0;
  for (std::size_t index = 0; index < strips.size(); ++index) {
    if (strips[index].left <= segment.box.middle_x()) best = index;
  }
  return best;
}

/// The distance up to which rows of text are of one row of the table.
double line_distance(const std::vector<Row>& rows, std::size_t begin, std::size_t end) {
  const bool wrapped = std::any_of(rows.begin() + static_cast<std::ptrdiff_t>(begin),
                                   rows.begin() + static_cast<std::ptrdiff_t>(end),
                                   [](const Row& row) { return row.segments.size() == 1; });
  if (!wrapped) return 0;
  double closest = kRowDistance * rows[begin].em;
  for (std::size_t row = begin + 1; row < end; ++row) {
    closest = std::min(closest, rows[row].box.middle_y() - rows[row - 1].box.middle_y());
  }
  return closest + kLineDistance * rows[begin].em;
}

}  // namespace

std::size_t table_end(const std::vector<Row>& rows, std::size_t at) {
  if (!has_cells(rows[at])) return at;
  std::size_t last = at;
  std::size_t with_cells = 1;
  for (std::size_t next = at + 1; next < rows.size() && next - last <= kWrappedLines; ++next) {
    if (rows[next].box.middle_y() - rows[next - 1].box.middle_y() > kRowDistance * rows[at].em) break;
    if (has_cells(rows[next]) && share_gap(rows[last], rows[next])) {
      last = next;
      ++with_cells;
    } else if (!fits_between(rows[next], rows[last])) {
      break;
    }
  }
  return with_cells >= kTableRows ? last + 1 : at;
}

std::vector<Segment> cells_of(const std::vector<Row>& rows, std::size_t begin, std::size_t end) {
  const std::vector<Strip> strips = strips_of(rows, begin, end);
  const double distance = line_distance(rows, begin, end);
  std::vector<Segment> out;
  for (std::size_t row = begin; row < end;) {
    std::vector<std::optional<Segment>> cells(strips.size());
    for (std::size_t first = row; row < end; ++row) {
      if (row > first && rows[row].box.middle_y() - rows[row - 1].box.middle_y() > distance) break;
      for (const Segment& each : rows[row].segments) {
        std::optional<Segment>& cell = cells[strip_of(strips, each)];
        if (!cell) {
          cell = each;
        } else {
          join_lines(cell->text, each.text);
          cell->box.include(each.box);
          cell->characters += each.characters;
        }
      }
    }
    for (std::optional<Segment>& cell : cells) {
      if (cell) out.push_back(std::move(*cell));
    }
  }
  return out;
}

}  // namespace fazhi::layout
