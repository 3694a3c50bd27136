#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "document/fixed/page_model.hpp"
#include "text/page_number.hpp"
#include "text/utf8.hpp"

namespace fazhi::layout {
namespace {

/// Rows at either end of a page that may be a running head or foot.
constexpr std::size_t kEdgeRows = 3;
/// Heights on two pages are the same within so many em, places on a line within
/// so many.
constexpr double kSameHeight = 0.7;
constexpr double kSameSide = 1.5;
/// Pages on which a mark printed over the text stands, of all.
constexpr std::size_t kMarkedPages = 3;
constexpr std::size_t kMarkedPercent = 60;
/// Small print in the outermost part of a page is no text of the report.
constexpr double kSmallPrint = 0.8;
constexpr double kOuterMargin = 0.06;
/// A lone figure is a page number only where it stands this far, in em of the
/// body, from the text.
constexpr double kLoneFigureGap = 0.8;

/// A running head of two pages alone stands off the text by so many of the
/// distances between lines: a title and a signature on top of the next page may
/// have the same words.
constexpr double kApartLines = 1.5;
constexpr std::size_t kCertainPages = 3;

enum class Edge { head, foot };

/// Whether `text` is a page number with marks around it: wherever it stands, it
/// is nothing else.
bool is_marked_page_number(std::string_view text) {
  const bool bare = std::all_of(text.begin(), text.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
  return !bare && text.find('/') == std::string_view::npos && is_page_number_line(text);
}

/// `text` without white space, each row of figures as one sign.
std::string shape_of(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = utf8::decode(text, at);
    if ((value >= U'0' && value <= U'9') || (value >= U'０' && value <= U'９')) {
      if (out.empty() || out.back() != '#') out += '#';
    } else if (!utf8::is_white_space(value)) {
      out.append(text, at, size);
    }
    at += size;
  }
  return out;
}

class FurnitureFinder {
 public:
  explicit FurnitureFinder(std::vector<Page>& pages) : pages_(pages), em_(body_em_of(pages)), pitch_(pitch_of(pages)) {}

  void run() {
    set_marks_apart();
    count_edges(Edge::head);
    count_edges(Edge::foot);
    for (Page& page : pages_) {
      set_edge_apart(page, Edge::foot);
      set_edge_apart(page, Edge::head);
      set_numbers_apart(page);
    }
  }

 private:
  struct Place {
    double distance;  ///< from the page's edge
    double left;      ///< from the page's left side
    double right;     ///< from its right side
    int page;

    /// A line in the middle on one page and at the side on another is no running
    /// head: a title and a signature. Those of facing pages are mirrored.
    [[nodiscard]] bool is_at(const Place& other, double em) const {
      const auto near = [em](double a, double b) { return std::abs(a - b) < kSameSide * em; };
      return std::abs(distance - other.distance) < kSameHeight * em &&
             (near(left, other.left) || near(right, other.right) || (near(left, other.right) && near(right, other.left)));
    }
  };
  using Key = std::pair<Edge, std::string>;

  [[nodiscard]] static const Row& edge_row(const Page& page, Edge edge, std::size_t index) {
    return edge == Edge::head ? page.rows[index] : page.rows[page.rows.size() - 1 - index];
  }
  [[nodiscard]] static double distance_of(const Page& page, Edge edge, const Row& row) {
    return edge == Edge::head ? row.box.middle_y() : page.height - row.box.middle_y();
  }

  [[nodiscard]] static Place place_of(const Page& page, Edge edge, const Row& row) {
    return {distance_of(page, edge, row), row.box.left, page.width - row.box.right, page.number};
  }

  void count_edges(Edge edge) {
    for (const Page& page : pages_) {
      for (std::size_t index = 0; index < std::min(kEdgeRows, page.rows.size()); ++index) {
        const Row& row = edge_row(page, edge, index);
        places_[{edge, shape_of(row.text())}].push_back(place_of(page, edge, row));
      }
    }
  }

  [[nodiscard]] bool is_repeated(const Page& page, Edge edge, const Row& row) const {
    const auto found = places_.find({edge, shape_of(row.text())});
    if (found == places_.end()) return false;
    const Place here = place_of(page, edge, row);
    if (found->second.size() < kCertainPages && !stands_off(page, edge)) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const Place& place) {
      return place.page != page.number && place.is_at(here, row.em);
    });
  }

  /// Whether the outermost row is farther from the next than lines are.
  [[nodiscard]] bool stands_off(const Page& page, Edge edge) const {
    if (page.rows.size() == 1) return true;
    const double distance = std::abs(edge_row(page, edge, 1).box.middle_y() - edge_row(page, edge, 0).box.middle_y());
    return distance > kApartLines * pitch_;
  }

  /// The usual distance between lines.
  [[nodiscard]] static double pitch_of(const std::vector<Page>& pages) {
    std::vector<double> distances;
    for (const Page& page : pages) {
      for (std::size_t index = 1; index < page.rows.size(); ++index) {
        distances.push_back(page.rows[index].box.middle_y() - page.rows[index - 1].box.middle_y());
      }
    }
    if (distances.empty()) return 0;
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>((distances.size() - 1) / 2);
    std::nth_element(distances.begin(), middle, distances.end());
    return *middle;
  }

  /// A row with a page number, and nothing else of the text's own size.
  [[nodiscard]] bool is_page_number(const Page& page, Edge edge, const Row& row) const {
    const bool all_small = std::all_of(row.segments.begin(), row.segments.end(), [&](const Segment& each) {
      return is_page_number_line(each.text) || each.em < kSmallPrint * em_;
    });
    const bool numbered = std::any_of(row.segments.begin(), row.segments.end(),
                                      [](const Segment& each) { return is_page_number_line(each.text); });
    if (!all_small || !numbered) return false;
    if (page.rows.size() == 1) return true;
    const Row& next = edge_row(page, edge, 1);
    const double gap = edge == Edge::head ? next.box.top - row.box.bottom : row.box.top - next.box.bottom;
    return gap > kLoneFigureGap * em_ || is_page_number_line(next.text());
  }

  [[nodiscard]] bool is_small_print(const Page& page, Edge edge, const Row& row) const {
    return row.em < kSmallPrint * em_ && distance_of(page, edge, row) < kOuterMargin * page.height;
  }

  void set_edge_apart(Page& page, Edge edge) {
    for (std::size_t count = 0; count < kEdgeRows && !page.rows.empty(); ++count) {
      const Row& row = edge_row(page, edge, 0);
      if (!is_repeated(page, edge, row) && !is_page_number(page, edge, row) && !is_small_print(page, edge, row)) return;
      page.furniture.push_back(row.text());
      page.rows.erase(edge == Edge::head ? page.rows.begin() : page.rows.end() - 1);
    }
  }

  /// Page numbers of a text that was paged before it was printed.
  static void set_numbers_apart(Page& page) {
    const auto is_number = [](const Row& row) { return is_marked_page_number(row.text()); };
    for (const Row& row : page.rows) {
      if (is_number(row)) page.furniture.push_back(row.text());
    }
    page.rows.erase(std::remove_if(page.rows.begin(), page.rows.end(), is_number), page.rows.end());
  }

  /// What stands at one place on most pages.
  void set_marks_apart() {
    if (pages_.size() < kMarkedPages) return;
    using Mark = std::tuple<std::string, long, long>;
    std::map<Mark, std::set<int>> marks;
    const auto mark_of = [&](const Segment& each) {
      return Mark{each.text, std::lround(each.box.left / em_), std::lround(each.box.top / em_)};
    };
    for (const Page& page : pages_) {
      for (const Row& row : page.rows) {
        for (const Segment& each : row.segments) marks[mark_of(each)].insert(page.number);
      }
    }
    for (Page& page : pages_) {
      std::vector<Segment> kept;
      bool found = false;
      for (const Row& row : page.rows) {
        for (const Segment& each : row.segments) {
          const std::size_t count = marks[mark_of(each)].size();
          const bool mark = count >= kMarkedPages && count * 100 >= pages_.size() * kMarkedPercent;
          found = found || mark;
          if (mark) {
            page.furniture.push_back(each.text);
          } else {
            kept.push_back(each);
          }
        }
      }
      if (found) page.rows = rows_of(std::move(kept));
    }
  }

  std::vector<Page>& pages_;
  double em_;
  double pitch_;
  std::map<Key, std::vector<Place>> places_;
};

}  // namespace

void set_furniture_apart(std::vector<Page>& pages) {
  if (body_em_of(pages) > 0) FurnitureFinder(pages).run();
}

}  // namespace fazhi::layout
