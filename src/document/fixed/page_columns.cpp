#include <algorithm>
#include <cmath>
#include <optional>

#include "document/fixed/page_model.hpp"
#include "document/fixed/page_table.hpp"

namespace fazhi::layout {
namespace {

/// Where the gutter between columns is looked for: this share of the page's
/// width at either side is left out. Positions are counted in bins.
constexpr double kOuterShare = 0.2;
constexpr std::size_t kBins = 600;
/// A gutter is at least this wide, in em, and at most this share of the rows
/// crosses it.
constexpr double kGutterWidth = 0.9;
constexpr double kCrossingShare = 0.3;
/// A column of running text has so many lines, so many characters in each, and
/// most of them fill it; the columns are about equally wide.
constexpr std::size_t kColumnLines = 4;
constexpr std::size_t kLineCharacters = 7;
constexpr double kFullShare = 0.75;
constexpr double kFullLinesShare = 0.5;
constexpr double kNarrowestShare = 0.6;
/// Gutters on two pages are the same within so many em.
constexpr double kSameGutter = 2.0;

/// What stands between two rows that cross the gutter, in columns.
struct Band {
  std::vector<Segment> crossing;  ///< before the columns
  std::vector<Segment> left;
  std::vector<Segment> right;
};

Box box_of(const std::vector<Segment>& segments) {
  Box box = segments.front().box;
  for (const Segment& each : segments) box.include(each.box);
  return box;
}

bool is_running_text(const std::vector<Segment>& segments) {
  if (segments.size() < kColumnLines) return false;
  const Box box = box_of(segments);
  std::size_t full = 0;
  std::size_t characters = 0;
  for (const Segment& each : segments) {
    if (each.box.width() >= kFullShare * box.width()) ++full;
    characters += each.characters;
  }
  return static_cast<double>(full) >= kFullLinesShare * static_cast<double>(segments.size()) &&
         characters >= kLineCharacters * segments.size();
}

/// Whether the two sides of a gutter are columns of running text.
bool are_columns(const std::vector<Segment>& left, const std::vector<Segment>& right) {
  if (!is_running_text(left) || !is_running_text(right)) return false;
  const double first = box_of(left).width();
  const double second = box_of(right).width();
  return std::min(first, second) >= kNarrowestShare * std::max(first, second);
}

/// Segments in order of their height, those of one row that cross `gutter`
/// together with what stands beside them, and the columns between such rows.
std::vector<Band> bands_of(const Page& page, double gutter) {
  std::vector<Band> bands(1);
  for (const Row& row : page.rows) {
    const bool crosses = std::any_of(row.segments.begin(), row.segments.end(), [&](const Segment& each) {
      return each.box.left < gutter && each.box.right > gutter;
    });
    if (crosses && !(bands.back().left.empty() && bands.back().right.empty())) bands.emplace_back();
    for (const Segment& each : row.segments) {
      Band& band = bands.back();
      (crosses ? band.crossing : each.box.right <= gutter ? band.left : band.right).push_back(each);
    }
  }
  return bands;
}

/// The middle of the widest strip of the page that few rows cross.
std::optional<double> widest_gutter(const Page& page) {
  if (page.rows.empty() || page.width <= 0) return std::nullopt;
  const double bin = page.width / static_cast<double>(kBins);
  const auto bin_of = [&](double x) {
    return std::min(static_cast<std::size_t>(std::max(x, 0.0) / bin), kBins);
  };
  std::vector<int> steps(kBins + 2);
  double em = 0;
  for (const Row& row : page.rows) {
    em = std::max(em, 0.0) + row.em;
    for (const Segment& each : row.segments) {
      ++steps[bin_of(each.box.left)];
      --steps[bin_of(each.box.right) + 1];
    }
  }
  em /= static_cast<double>(page.rows.size());
  const double most = kCrossingShare * static_cast<double>(page.rows.size());
  const auto first = static_cast<std::size_t>(kOuterShare * static_cast<double>(kBins));
  std::size_t best_begin = 0;
  std::size_t best_end = 0;
  std::size_t begin = first;
  int covering = 0;
  for (std::size_t at = 0; at < kBins - first; ++at) {
    covering += steps[at];
    if (at < first || covering > most) {
      begin = at + 1;
    } else if (at + 1 - begin > best_end - best_begin) {
      best_begin = begin;
      best_end = at + 1;
    }
  }
  if (static_cast<double>(best_end - best_begin) * bin < kGutterWidth * em) return std::nullopt;
  return static_cast<double>(best_begin + best_end) / 2 * bin;
}

class ColumnReader {
 public:
  explicit ColumnReader(const std::vector<Page>& pages) : pages_(pages) {
    for (const Page& page : pages) gutters_.push_back(gutter_of(page));
  }

  std::vector<Line> lines() {
    for (std::size_t index = 0; index < pages_.size(); ++index) add_page(pages_[index], gutters_[index]);
    return std::move(lines_);
  }

 private:
  [[nodiscard]] static std::optional<double> gutter_of(const Page& page) {
    const std::optional<double> gutter = widest_gutter(page);
    if (!gutter) return std::nullopt;
    for (const Band& band : bands_of(page, *gutter)) {
      if (are_columns(band.left, band.right)) return gutter;
    }
    return std::nullopt;
  }

  /// The gutter of other pages, where this one holds too little to tell.
  [[nodiscard]] std::optional<double> known_gutter(const Page& page) const {
    for (std::size_t index = 0; index < pages_.size(); ++index) {
      if (gutters_[index] && std::abs(pages_[index].width - page.width) < kSameGutter) return gutters_[index];
    }
    return std::nullopt;
  }

  void add_page(const Page& page, std::optional<double> gutter) {
    if (page.rows.empty()) return;
    if (!gutter) gutter = known_gutter(page);
    if (!gutter) return add_rows(page.rows, page, {});
    std::vector<Segment> whole;
    for (Band& band : bands_of(page, *gutter)) {
      whole.insert(whole.end(), band.crossing.begin(), band.crossing.end());
      if (band.left.empty() && band.right.empty()) continue;
      add_rows(rows_of(std::move(whole)), page, {});
      whole.clear();
      add_rows(rows_of(std::move(band.left)), page, {2, 0});
      add_rows(rows_of(std::move(band.right)), page, {2, 1});
    }
    add_rows(rows_of(std::move(whole)), page, {});
  }

  void add_rows(const std::vector<Row>& rows, const Page& page, ColumnClass column) {
    for (std::size_t at = 0; at < rows.size();) {
      const std::size_t end = table_end(rows, at);
      if (end == at) {
        lines_.push_back({rows[at].box, em_of_row(rows[at]), rows[at].text(), page.number, column, false});
        ++at;
        continue;
      }
      for (const Segment& cell : cells_of(rows, at, end)) {
        lines_.push_back({cell.box, cell.em, cell.text, page.number, column, true});
      }
      at = end;
    }
  }

  /// The em of the row's longest segment.
  [[nodiscard]] static double em_of_row(const Row& row) {
    return std::max_element(row.segments.begin(), row.segments.end(), [](const Segment& a, const Segment& b) {
             return a.characters < b.characters;
           })->em;
  }

  const std::vector<Page>& pages_;
  std::vector<std::optional<double>> gutters_;
  std::vector<Line> lines_;
};

}  // namespace

std::vector<Line> lines_of(const std::vector<Page>& pages) { return ColumnReader(pages).lines(); }

}  // namespace fazhi::layout
