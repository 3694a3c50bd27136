#include <algorithm>
#include <cmath>
#include <map>

#include "document/fixed/page_model.hpp"
#include "document/lines.hpp"
#include "text/utf8.hpp"

namespace fazhi::layout {
namespace {

/// Of a box's height the em, where nothing else tells it: fonts for Han
/// characters have ascents and descents of some 1.3 em together.
constexpr double kEmOfHeight = 0.77;
/// Han characters from which a text's width tells its em.
constexpr int kWideCharacters = 2;
/// Middles that are closer than this, in em, stand at one height.
constexpr double kSameHeight = 0.5;
/// Closer than this, in em, at the same place: a text printed twice.
constexpr double kSamePlace = 0.3;
/// Gaps, in em, that part segments; that stand for a space beside a Latin
/// letter, between two figures, and between Han characters.
constexpr double kSegmentGap = 1.0;
constexpr double kLatinSpace = 0.15;
constexpr double kFigureSpace = 0.35;
constexpr double kHanSpace = 0.6;
/// A text of several characters this much higher than wide is rotated.
constexpr double kRotatedShape = 1.6;
constexpr std::size_t kRotatedCharacters = 3;

struct Widths {
  int wide = 0;
  int narrow = 0;
  std::size_t characters = 0;
};

Widths widths_of(std::string_view text) {
  Widths out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = utf8::decode(text, at);
    at += size;
    if (is_blank_character(value)) continue;
    ++out.characters;
    if (columns_of(value) == 2) ++out.wide;
    if (columns_of(value) == 1) ++out.narrow;
  }
  return out;
}

bool is_alphanumeric(char32_t value) {
  return (value >= U'a' && value <= U'z') || (value >= U'A' && value <= U'Z') || (value >= U'0' && value <= U'9');
}

bool is_digit(char32_t value) { return value >= U'0' && value <= U'9'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank_character(utf8::decode(text, 0).value)) {
    text.remove_prefix(utf8::decode(text, 0).size_bytes);
  }
  while (!text.empty() && is_blank_character(utf8::decode_before(text, text.size()).value)) {
    text.remove_suffix(utf8::decode_before(text, text.size()).size_bytes);
  }
  return text;
}

bool is_finite(const LaidText& text) {
  return std::isfinite(text.left) && std::isfinite(text.top) && std::isfinite(text.right) &&
         std::isfinite(text.bottom) && std::isfinite(text.font_size);
}

bool is_rotated(const Segment& segment) {
  return segment.characters >= kRotatedCharacters && segment.box.height() > kRotatedShape * segment.box.width();
}

/// Puts the segments of one height in order and joins those that are close.
Row row_of(std::vector<Segment> segments) {
  std::stable_sort(segments.begin(), segments.end(),
                   [](const Segment& a, const Segment& b) { return a.box.left < b.box.left; });
  Row row;
  row.box = segments.front().box;
  const Segment* last_added = nullptr;
  for (const Segment& each : segments) {
    const double near = kSamePlace * each.em;
    const bool again = last_added != nullptr && each.text == last_added->text &&
                       std::abs(each.box.left - last_added->box.left) < near &&
                       std::abs(each.box.middle_y() - last_added->box.middle_y()) < near;
    if (again) continue;
    last_added = &each;
    row.box.include(each.box);
    row.em = std::max(row.em, each.em);
    Segment* const before = row.segments.empty() ? nullptr : &row.segments.back();
    const double em = before == nullptr ? each.em : std::max(before->em, each.em);
    if (before == nullptr || each.box.left - before->box.right >= kSegmentGap * em) {
      row.segments.push_back(each);
      continue;
    }
    append_spaced(before->text, each.text, each.box.left - before->box.right, em);
    before->box.include(each.box);
    before->em = before->characters >= each.characters ? before->em : each.em;
    before->characters += each.characters;
  }
  return row;
}

}  // namespace

void Box::include(const Box& other) {
  left = std::min(left, other.left);
  top = std::min(top, other.top);
  right = std::max(right, other.right);
  bottom = std::max(bottom, other.bottom);
}

std::string Row::text() const {
  std::string out;
  for (const Segment& each : segments) {
    if (!out.empty()) out += ' ';
    out += each.text;
  }
  return out;
}

std::size_t Row::characters() const {
  std::size_t count = 0;
  for (const Segment& each : segments) count += each.characters;
  return count;
}

double em_of(const Box& box, std::string_view text, double font_size) {
  if (font_size > 0) return font_size;
  const Widths widths = widths_of(text);
  if (widths.wide >= kWideCharacters && widths.wide >= widths.narrow && box.width() >= box.height()) {
    return box.width() / (widths.wide + 0.5 * widths.narrow);
  }
  return kEmOfHeight * (box.height() > 0 ? std::min(box.height(), std::max(box.width() * 2, 1.0)) : 1.0);
}

void append_spaced(std::string& text, std::string_view next, double gap, double em) {
  const char32_t left = utf8::decode_before(text, text.size()).value;
  const char32_t right = utf8::decode(next, 0).value;
  const bool figures = is_digit(left) && is_digit(right);
  const bool latin = is_alphanumeric(left) && is_alphanumeric(right);
  const double space = figures ? kFigureSpace : latin ? kLatinSpace : kHanSpace;
  if (gap > space * em) text += ' ';
  text += next;
}

std::vector<Row> rows_of(std::vector<Segment> segments) {
  std::stable_sort(segments.begin(), segments.end(),
                   [](const Segment& a, const Segment& b) { return a.box.middle_y() < b.box.middle_y(); });
  std::vector<Row> rows;
  std::vector<Segment> open;
  double middle = 0;
  double em = 0;
  for (Segment& each : segments) {
    if (!open.empty() && each.box.middle_y() - middle > kSameHeight * std::max(em, each.em)) {
      rows.push_back(row_of(std::move(open)));
      open.clear();
      em = 0;
    }
    if (each.em > em) {
      em = each.em;
      middle = each.box.middle_y();
    }
    open.push_back(std::move(each));
  }
  if (!open.empty()) rows.push_back(row_of(std::move(open)));
  return rows;
}

std::vector<Page> pages_of(const std::vector<LaidPage>& laid) {
  std::vector<Page> pages;
  for (const LaidPage& each : laid) {
    Page page;
    page.number = static_cast<int>(pages.size()) + 1;
    page.width = each.width;
    page.height = each.height;
    std::vector<Segment> segments;
    std::size_t characters = 0;
    double confidence = 0;
    for (const LaidText& text : each.texts) {
      const std::string_view content = trimmed(text.text);
      if (content.empty() || !is_finite(text)) continue;
      Segment segment;
      segment.box = {text.left, text.top, std::max(text.left, text.right), std::max(text.top, text.bottom)};
      segment.text = content;
      segment.characters = widths_of(content).characters;
      segment.em = em_of(segment.box, content, text.font_size);
      page.width = std::max(page.width, segment.box.right);
      page.height = std::max(page.height, segment.box.bottom);
      characters += segment.characters;
      confidence += static_cast<double>(text.confidence) * static_cast<double>(segment.characters);
      if (is_rotated(segment)) {
        page.furniture.push_back(std::move(segment.text));
      } else {
        segments.push_back(std::move(segment));
      }
    }
    if (characters > 0) page.confidence = static_cast<int>(std::lround(confidence / static_cast<double>(characters)));
    page.rows = rows_of(std::move(segments));
    pages.push_back(std::move(page));
  }
  return pages;
}

double body_em_of(const std::vector<Page>& pages) {
  std::map<long, std::size_t> characters;
  for (const Page& page : pages) {
    for (const Row& row : page.rows) {
      for (const Segment& each : row.segments) characters[std::lround(each.em * 2)] += each.characters;
    }
  }
  const auto most = std::max_element(characters.begin(), characters.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == characters.end() ? 0 : static_cast<double>(most->first) / 2;
}

}  // namespace fazhi::layout
