#include "present/wrap.hpp"

#include <algorithm>
#include <cstddef>

#include "present/code_points.hpp"
#include "present/display_width.hpp"

namespace fazhi {
namespace {

constexpr int kNarrowestLine = 10;

constexpr std::u32string_view kClosing = U"，。、；：！？”’）》」』】〕〉…—·％%,.;:!?)]}";
constexpr std::u32string_view kOpening = U"“‘（《「『【〔〈([{";

/// Below the first block of East Asian scripts text breaks at spaces only.
constexpr char32_t kFirstEastAsian = 0x2E80;

bool is_closing(char32_t c) { return kClosing.find(c) != std::u32string_view::npos; }
bool is_opening(char32_t c) { return kOpening.find(c) != std::u32string_view::npos; }
bool is_space(char32_t c) { return c == U' ' || c == U'\u3000'; }
bool is_word(char32_t c) {
  return c < kFirstEastAsian && !is_space(c) && !(c >= 0x80 && (is_closing(c) || is_opening(c)));
}

class Wrapper {
 public:
  Wrapper(std::string_view text, int columns, bool wide_ambiguous)
      : text_(text),
        columns_(std::max(columns, kNarrowestLine)),
        wide_ambiguous_(wide_ambiguous),
        points_(code_points_of(text)) {}

  std::vector<std::string> lines() const {
    std::vector<std::string> out;
    std::size_t begin = past_spaces(0);
    while (begin < points_.size()) {
      const std::size_t end = line_end(begin);
      out.push_back(line(begin, end));
      begin = past_spaces(end);
    }
    return out;
  }

 private:
  std::size_t past_spaces(std::size_t at) const {
    while (at < points_.size() && is_space(points_[at].value)) ++at;
    return at;
  }

  int width_at(std::size_t at) const { return display_width(points_[at].value, wide_ambiguous_); }

  bool may_begin(std::size_t at) const { return width_at(at) > 0 && !is_closing(points_[at].value); }

  bool may_break_before(std::size_t at) const {
    const char32_t before = points_[at - 1].value;
    const char32_t here = points_[at].value;
    if (is_space(here) || !may_begin(at) || is_opening(before)) return false;
    return is_space(before) || !(is_word(before) && is_word(here));
  }

  std::size_t line_end(std::size_t begin) const {
    int left = columns_;
    std::size_t last_break = begin;
    for (std::size_t at = begin; at < points_.size(); ++at) {
      if (at > begin && may_break_before(at)) last_break = at;
      left -= width_at(at);
      if (left < 0 && !is_space(points_[at].value)) return last_break > begin ? last_break : forced_end(begin, at);
    }
    return points_.size();
  }

  /// Where a line without any place to break ends: before `at`, or as much
  /// earlier as the next line needs to begin well.
  std::size_t forced_end(std::size_t begin, std::size_t at) const {
    std::size_t end = at;
    while (end > begin + 1 && (!may_begin(end) || is_opening(points_[end - 1].value))) --end;
    return end > begin + 1 ? end : std::max(at, begin + 1);
  }

  std::string line(std::size_t begin, std::size_t end) const {
    while (end > begin && is_space(points_[end - 1].value)) --end;
    return std::string(text_.substr(points_[begin].begin, points_[end - 1].end - points_[begin].begin));
  }

  std::string_view text_;
  int columns_;
  bool wide_ambiguous_;
  std::vector<CodePoint> points_;
};

}  // namespace

std::vector<std::string> wrap(std::string_view text, int columns, bool wide_ambiguous) {
  return Wrapper(text, columns, wide_ambiguous).lines();
}

}  // namespace fazhi
