#include <algorithm>
#include <cmath>
#include <optional>

#include "document/fixed/page_model.hpp"
#include "document/lines.hpp"
#include "document/list_marker.hpp"
#include "text/utf8.hpp"

namespace fazhi::layout {
namespace {

/// Lengths in em. What is told from the margin as an indent, and the widest one
/// of a paragraph; how far the ends of full lines differ; how far the sides of
/// a centred line may differ and how much room it leaves at least.
constexpr double kIndent = 1.2;
constexpr double kWidestIndent = 6.0;
constexpr double kEndSlack = 0.4;
constexpr double kCenteredSlack = 0.8;
constexpr double kCenteredRoom = 2.6;
constexpr double kSameIndent = 0.4;
/// Width of a Latin letter or figure.
constexpr double kNarrow = 0.5;
/// Lines that reach a margin before it is one.
constexpr std::size_t kMarginLines = 3;
/// Lines are apart where they are this many times as far from each other as
/// lines mostly are; of another size where their ems differ so.
constexpr double kApart = 1.22;
constexpr double kOtherSize = 1.25;
/// In a document with indents one of so many full lines is followed by one.
constexpr std::size_t kFewestIndents = 2;
/// A margin read off one page may be this much narrower than the others'.
constexpr double kNarrowerPage = 0.97;
constexpr std::size_t kLinesOfPage = 6;
/// Characters that an unbreakable group at a line's beginning is measured to.
constexpr int kGroupCharacters = 24;

bool is_one_of(char32_t value, std::u32string_view set) { return set.find(value) != std::u32string_view::npos; }

bool is_opening(char32_t value) { return is_one_of(value, U"“‘「『（(〔［[【《〈{"); }

bool is_closing(char32_t value) { return is_one_of(value, U"，。、；：？！”’」』）)〕］]】》〉}…,.;:?!%％"); }

bool is_narrow(char32_t value) { return columns_of(value) == 1 && value != U' '; }

bool is_letter(char32_t value) { return (value >= U'a' && value <= U'z') || (value >= U'A' && value <= U'Z'); }

/// The width, in em, of what must stay together at the beginning of `text`:
/// opening marks, a character or a Latin word, closing marks.
double first_group_em(std::string_view text) {
  double width = 0;
  bool taken = false;
  bool word = false;
  std::size_t at = 0;
  for (int count = 0; count < kGroupCharacters; ++count) {
    const auto [value, size] = utf8::decode(text, at);
    if (size == 0 || value == U' ') break;
    const bool narrow = is_narrow(value);
    if (taken && !is_closing(value) && !(word && narrow)) break;
    if (!is_opening(value)) {
      word = narrow;
      taken = true;
    }
    width += narrow ? kNarrow : 1.0;
    at += size;
  }
  return width;
}

struct Margins {
  double left = 0;
  double right = 0;
  std::size_t lines = 0;

  [[nodiscard]] double width() const { return right - left; }
};

/// The outermost of `positions` that `kMarginLines` of them share; towards the
/// left where `sign` is 1, else the right.
double outermost(std::vector<double> positions, double sign, double em) {
  std::sort(positions.begin(), positions.end(), [&](double a, double b) { return sign * a < sign * b; });
  const std::size_t needed = std::min(kMarginLines, positions.size());
  for (std::size_t at = 0; at + needed <= positions.size(); ++at) {
    if (std::abs(positions[at + needed - 1] - positions[at]) <= kEndSlack * em) return positions[at];
  }
  return positions.front();
}

/// Where the line ends, without a mark that may hang over the margin.
double end_of(const Line& line) {
  const bool hangs = is_closing(utf8::decode_before(line.text, line.text.size()).value);
  return line.box.right - (hangs ? line.em : 0);
}

Margins margins_of(const std::vector<const Line*>& lines, double em) {
  std::vector<double> lefts;
  std::vector<double> rights;
  for (const Line* line : lines) {
    lefts.push_back(line->box.left);
    rights.push_back(end_of(*line));
  }
  return {outermost(std::move(lefts), 1, em), outermost(std::move(rights), -1, em), lines.size()};
}

class ParagraphJoiner {
 public:
  explicit ParagraphJoiner(const std::vector<Line>& lines) : lines_(lines), em_(median_em()) {
    set_margins();
    set_pitch();
    set_indents();
  }

  std::vector<Text> run() {
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      const Line& line = lines_[at];
      if (at > 0 && goes_on(at - 1, at)) {
        join_lines(out_.back().text, line.text);
        out_.back().centered = false;
      } else {
        out_.push_back({line.text, line.page, !line.is_cell && is_centered(at), line.is_cell});
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] double median_em() const {
    std::vector<double> ems;
    for (const Line& line : lines_) ems.push_back(line.em);
    if (ems.empty()) return 1;
    const auto middle = ems.begin() + static_cast<std::ptrdiff_t>(ems.size() / 2);
    std::nth_element(ems.begin(), middle, ems.end());
    return std::max(*middle, 1e-3);
  }

  /// Of each line the margins of its column: those of its page where that has
  /// lines enough to tell, else those of all pages.
  void set_margins() {
    margins_.resize(lines_.size());
    for (const ColumnClass column : {ColumnClass{1, 0}, ColumnClass{2, 0}, ColumnClass{2, 1}}) {
      std::vector<const Line*> all;
      std::vector<std::vector<const Line*>> by_page;
      std::vector<int> pages;
      for (const Line& line : lines_) {
        if (line.is_cell || !(line.column == column)) continue;
        if (pages.empty() || pages.back() != line.page) {
          pages.push_back(line.page);
          by_page.emplace_back();
        }
        by_page.back().push_back(&line);
        all.push_back(&line);
      }
      if (all.empty()) continue;
      const Margins common = margins_of(all, em_);
      std::vector<Margins> of_pages;
      for (const auto& page : by_page) {
        const Margins own = margins_of(page, em_);
        of_pages.push_back(page.size() >= kLinesOfPage && own.width() >= kNarrowerPage * common.width() ? own : common);
      }
      for (std::size_t at = 0; at < lines_.size(); ++at) {
        if (!(lines_[at].column == column)) continue;
        const auto page = std::lower_bound(pages.begin(), pages.end(), lines_[at].page);
        margins_[at] = page != pages.end() && *page == lines_[at].page
                           ? of_pages[static_cast<std::size_t>(page - pages.begin())]
                           : common;
      }
    }
  }

  /// How far a line stands from the one before it, mostly.
  void set_pitch() {
    std::vector<double> distances;
    for (std::size_t at = 1; at < lines_.size(); ++at) {
      if (below(at - 1, at) && !lines_[at].is_cell && is_full(at - 1, at)) distances.push_back(distance(at - 1, at));
    }
    if (distances.empty()) return;
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::nth_element(distances.begin(), middle, distances.end());
    pitch_ = *middle;
  }

  void set_indents() {
    std::size_t indents = 0;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      const double indent = indent_em(at);
      if (!lines_[at].is_cell && indent >= kIndent && indent <= kWidestIndent && !is_centered(at)) ++indents;
    }
    indents_ = indents >= kFewestIndents;
  }

  [[nodiscard]] bool below(std::size_t above, std::size_t at) const {
    return lines_[above].page == lines_[at].page && lines_[above].column == lines_[at].column &&
           lines_[at].box.middle_y() > lines_[above].box.middle_y();
  }
  [[nodiscard]] double distance(std::size_t above, std::size_t at) const {
    return lines_[at].box.middle_y() - lines_[above].box.middle_y();
  }
  [[nodiscard]] double indent_em(std::size_t at) const { return (lines_[at].box.left - margins_[at].left) / em_; }

  /// Whether the beginning of the line `next` had no room behind the line `at`.
  [[nodiscard]] bool is_full(std::size_t at, std::size_t next) const {
    const double room = margins_[at].right - lines_[at].box.right;
    return room < first_group_em(lines_[next].text) * lines_[at].em - kEndSlack * lines_[at].em;
  }

  [[nodiscard]] bool is_centered(std::size_t at) const {
    const Box& box = lines_[at].box;
    const double left = (box.left - margins_[at].left) / em_;
    const double right = (margins_[at].right - box.right) / em_;
    return left >= kCenteredRoom && right >= kIndent && std::abs(left - right) <= std::max(kCenteredSlack, left * 0.1);
  }

  [[nodiscard]] bool is_apart(std::size_t at, std::size_t next) const {
    return pitch_ > 0 && below(at, next) && distance(at, next) > kApart * pitch_;
  }

  [[nodiscard]] bool goes_on(std::size_t at, std::size_t next) const {
    const Line& line = lines_[at];
    const Line& behind = lines_[next];
    if (line.is_cell || behind.is_cell) return false;
    if (line.column.columns != behind.column.columns) return false;
    if (std::max(line.em, behind.em) > kOtherSize * std::min(line.em, behind.em)) return false;
    if (is_centered(at) || is_centered(next) || !is_full(at, next)) return false;
    if (indent_em(next) >= kIndent) return goes_on_indented(at, next);
    const MarkerAtBegin marker = list_marker_of(behind.text);
    if (!ends_sentence(line.text)) return !is_apart(at, next) || (indents_ && marker.kind == ListMarker::none);
    if (is_apart(at, next) && (!indents_ || marker.kind != ListMarker::none)) return false;
    switch (marker.kind) {
      case ListMarker::none:
        return true;
      case ListMarker::chapter:
        return false;
      case ListMarker::arabic:
      case ListMarker::running:
        return indents_;
    }
    return true;
  }

  /// Lines of a list or a quotation that are all indented.
  [[nodiscard]] bool goes_on_indented(std::size_t at, std::size_t next) const {
    if (is_apart(at, next) || ends_sentence(lines_[at].text)) return false;
    if (list_marker_of(lines_[next].text).kind != ListMarker::none) return false;
    if (list_marker_of(lines_[at].text).kind != ListMarker::none && !starts_lower(at, next)) return false;
    return std::abs(lines_[at].box.left - lines_[next].box.left) < kSameIndent * em_ || starts_lower(at, next);
  }

  /// Whether the line `next` hangs below the text behind a list marker.
  [[nodiscard]] bool starts_lower(std::size_t at, std::size_t next) const {
    const double hang = (lines_[next].box.left - lines_[at].box.left) / em_;
    return list_marker_of(lines_[at].text).kind != ListMarker::none && hang > kSameIndent && hang < 2 * kIndent;
  }

  const std::vector<Line>& lines_;
  double em_;
  std::vector<Margins> margins_;
  double pitch_ = 0;
  bool indents_ = false;
  std::vector<Text> out_;
};

}  // namespace

void join_lines(std::string& text, std::string_view next) {
  const char32_t left = utf8::decode_before(text, text.size()).value;
  const char32_t right = utf8::decode(next, 0).value;
  if ((left == U'-' || left == U'\u2010') && is_letter(right) && text.size() > 1) {
    const std::size_t hyphen = utf8::previous(text, text.size());
    if (is_letter(utf8::decode_before(text, hyphen).value)) text.resize(hyphen);
  } else if ((is_letter(left) && is_narrow(right)) || (is_narrow(left) && is_letter(right))) {
    text += ' ';
  }
  text += next;
}

std::vector<Text> paragraphs_of(const std::vector<Line>& lines) {
  if (lines.empty()) return {};
  return ParagraphJoiner(lines).run();
}

}  // namespace fazhi::layout
