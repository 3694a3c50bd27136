#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>

#include "document/fixed/page_model.hpp"
#include "document/fixed/page_table.hpp"
#include "document/list_marker.hpp"
#include "text/utf8.hpp"

namespace fazhi::layout {
namespace {

/// Where the gutter between columns is looked for: this share of the page's
/// width at either side is left out. Positions are counted in bins.
constexpr double kOuterShare = 0.2;
constexpr std::size_t kBins = 600;
/// A gutter is at least this wide, in em. Those that fewer rows cross are tried
/// first: a short last column leaves a strip that few cross, too.
constexpr double kGutterWidth = 0.9;
constexpr std::array kCrossingShares = {0.0, 0.05, 0.3};
constexpr std::size_t kGuttersTried = 3;
/// A column of running text has so many lines, so many characters in each, and
/// most of them fill it, of one column at least and fewer of the other; the
/// columns are about equally wide.
constexpr std::size_t kColumnLines = 4;
constexpr std::size_t kLineCharacters = 7;
constexpr double kFullShare = 0.75;
constexpr double kFullLinesShare = 0.5;
constexpr double kFewerFullLinesShare = 0.3;
constexpr double kNarrowestShare = 0.6;
/// Texts on one line are apart from each other by such a gap, in em.
constexpr double kApartGap = 2.0;
/// A heading whose line break was lost has so many bytes at most, the text
/// behind it so many characters at least.
constexpr std::size_t kHeadingBytes = 90;
constexpr std::size_t kTextCharacters = 11;
/// Columns of lines that were broken before they were set do not fill theirs;
/// they are told by their number, their length and their even widths.
constexpr std::size_t kBrokenLines = 12;
constexpr std::size_t kBrokenLineCharacters = 10;
constexpr double kEvenShare = 0.85;
/// Gutters on two pages are the same within so many em.
constexpr double kSameGutter = 2.0;
/// Rows across the gutter of other pages, of all rows of a page with columns:
/// headings and tables.
constexpr std::size_t kCrossingPercent = 30;

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

std::size_t characters_of(const std::vector<Segment>& segments) {
  std::size_t count = 0;
  for (const Segment& each : segments) count += each.characters;
  return count;
}

bool is_running_text(const std::vector<Segment>& segments, double full_share) {
  if (segments.size() < kColumnLines) return false;
  const Box box = box_of(segments);
  const auto full = std::count_if(segments.begin(), segments.end(), [&](const Segment& each) {
    return each.box.width() >= kFullShare * box.width();
  });
  return static_cast<double>(full) >= full_share * static_cast<double>(segments.size()) &&
         characters_of(segments) >= kLineCharacters * segments.size();
}

bool is_broken_text(const std::vector<Segment>& segments) {
  return segments.size() >= kBrokenLines && characters_of(segments) >= kBrokenLineCharacters * segments.size();
}

/// Whether the two sides of a gutter are columns of running text.
bool are_columns(const std::vector<Segment>& left, const std::vector<Segment>& right) {
  if (left.empty() || right.empty()) return false;
  const double first = box_of(left).width();
  const double second = box_of(right).width();
  const double share = std::min(first, second) / std::max({first, second, 1e-3});
  if (share >= kEvenShare && is_broken_text(left) && is_broken_text(right)) return true;
  return share >= kNarrowestShare && is_running_text(left, kFewerFullLinesShare) &&
         is_running_text(right, kFewerFullLinesShare) &&
         (is_running_text(left, kFullLinesShare) || is_running_text(right, kFullLinesShare));
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

/// A strip of the page from top to bottom, in bins.
struct Strip {
  std::size_t begin;
  std::size_t end;

  [[nodiscard]] std::size_t bins() const { return end - begin; }
};

double mean_em(const Page& page) {
  double sum = 0;
  for (const Row& row : page.rows) sum += row.em;
  return page.rows.empty() ? 0 : sum / static_cast<double>(page.rows.size());
}

/// How many segments cover each bin.
std::vector<int> coverage_of(const Page& page) {
  const double bin = page.width / static_cast<double>(kBins);
  const auto bin_of = [&](double x) { return std::min(static_cast<std::size_t>(std::max(x, 0.0) / bin), kBins); };
  std::vector<int> covering(kBins + 2);
  for (const Row& row : page.rows) {
    for (const Segment& each : row.segments) {
      ++covering[bin_of(each.box.left)];
      --covering[bin_of(each.box.right) + 1];
    }
  }
  std::partial_sum(covering.begin(), covering.end(), covering.begin());
  return covering;
}

/// The widest strips in the middle of the page that at most `most` rows cross.
std::vector<Strip> strips_of(const std::vector<int>& covering, double most) {
  const auto first = static_cast<std::size_t>(kOuterShare * static_cast<double>(kBins));
  std::vector<Strip> strips;
  bool open = false;
  for (std::size_t at = first; at < kBins - first; ++at) {
    const bool free = covering[at] <= most;
    if (free && !open) strips.push_back({at, at});
    if (free) strips.back().end = at + 1;
    open = free;
  }
  std::stable_sort(strips.begin(), strips.end(), [](const Strip& a, const Strip& b) { return a.bins() > b.bins(); });
  if (strips.size() > kGuttersTried) strips.resize(kGuttersTried);
  return strips;
}

/// Where the gutter may be, the likeliest place first.
std::vector<double> gutters_of(const Page& page) {
  std::vector<double> out;
  if (page.rows.empty() || page.width <= 0) return out;
  const double bin = page.width / static_cast<double>(kBins);
  const double width = kGutterWidth * mean_em(page);
  const std::vector<int> covering = coverage_of(page);
  for (const double share : kCrossingShares) {
    for (const Strip& strip : strips_of(covering, share * static_cast<double>(page.rows.size()))) {
      if (static_cast<double>(strip.bins()) * bin < width) continue;
      out.push_back(static_cast<double>(strip.begin + strip.end) / 2 * bin);
    }
  }
  return out;
}

/// A heading with its marker, short and without the marks of a sentence.
bool is_heading(std::string_view text) {
  const MarkerAtBegin marker = list_marker_of(text);
  if (marker.kind != ListMarker::chapter && marker.kind != ListMarker::arabic) return false;
  if (text.size() > kHeadingBytes || text.size() < marker.size_bytes + kHeadingBytes / 15) return false;
  for (const std::string_view mark : {"。", "，", "；"}) {
    if (text.find(mark) != std::string_view::npos) return false;
  }
  return true;
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
    for (const double gutter : gutters_of(page)) {
      for (const Band& band : bands_of(page, gutter)) {
        if (are_columns(band.left, band.right)) return gutter;
      }
    }
    return std::nullopt;
  }

  /// The gutter of other pages, where this one holds too little to tell.
  [[nodiscard]] std::optional<double> known_gutter(const Page& page) const {
    for (std::size_t index = 0; index < pages_.size(); ++index) {
      const bool same = gutters_[index] && std::abs(pages_[index].width - page.width) < kSameGutter;
      if (same && leaves_free(page, *gutters_[index])) return gutters_[index];
    }
    return std::nullopt;
  }

  /// Whether hardly a row of the page runs across `gutter`: a table on one page
  /// must not cut the lines of the others.
  [[nodiscard]] static bool leaves_free(const Page& page, double gutter) {
    const auto crossing = std::count_if(page.rows.begin(), page.rows.end(), [gutter](const Row& row) {
      return std::any_of(row.segments.begin(), row.segments.end(),
                         [gutter](const Segment& each) { return each.box.left < gutter && each.box.right > gutter; });
    });
    return static_cast<std::size_t>(crossing) * 100 <= page.rows.size() * kCrossingPercent;
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
        add_row(rows[at], page, column);
        ++at;
        continue;
      }
      for (const Segment& cell : cells_of(rows, at, end)) {
        lines_.push_back({cell.box, cell.em, cell.text, page.number, column, true});
      }
      at = end;
    }
  }

  /// The texts of a row, as one line unless they stand far apart.
  void add_row(const Row& row, const Page& page, ColumnClass column) {
    bool first = true;
    std::size_t longest = 0;
    for (const Segment& each : row.segments) {
      if (first || is_apart(lines_.back(), each)) {
        lines_.push_back({each.box, each.em, each.text, page.number, column, false});
        longest = each.characters;
        first = false;
        continue;
      }
      Line& line = lines_.back();
      append_spaced(line.text, each.text, each.box.left - line.box.right, line.em);
      line.box.include(each.box);
      if (each.characters > longest) line.em = each.em;
      longest = std::max(longest, each.characters);
    }
  }

  /// A lone character is part of a spaced-out word, a marker of its item.
  [[nodiscard]] static bool is_apart(const Line& line, const Segment& next) {
    if (is_heading(line.text) && next.characters >= kTextCharacters) return true;
    if (next.box.left - line.box.right < kApartGap * std::max(line.em, next.em)) return false;
    const bool lone = utf8::decode(line.text, 0).size_bytes == line.text.size() || next.characters == 1;
    return !lone && list_marker_of(line.text).size_bytes < line.text.size();
  }

  const std::vector<Page>& pages_;
  std::vector<std::optional<double>> gutters_;
  std::vector<Line> lines_;
};

}  // namespace

std::vector<Line> lines_of(const std::vector<Page>& pages) { return ColumnReader(pages).lines(); }

}  // namespace fazhi::layout
