#include "document/fixed/ocr_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "document/fixed/ocr_edges.hpp"
#include "document/fixed/ocr_repair.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kColumns = 12;
constexpr int kPageLevel = 1;
constexpr int kWordLevel = 5;

/// A gap of so many heights of a line parts two texts on it.
constexpr double kGapHeights = 3;

/// A gap of so many heights of a line parts two numbers.
constexpr double kNumberGapHeights = 1;

/// The slope of a page is told by lines of at least so many words, and a page
/// that slants more was turned, not skewed.
constexpr std::size_t kSlopeWords = 6;
constexpr double kSteepest = 0.1;

struct Word {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
  double confidence = 0;
  std::string_view text;

  [[nodiscard]] double right() const { return left + width; }
  [[nodiscard]] double middle_x() const { return left + width / 2; }
  [[nodiscard]] double middle_y() const { return top + height / 2; }
};

struct Row {
  std::array<std::string_view, kColumns> cells;

  [[nodiscard]] std::optional<double> number(std::size_t column) const {
    const std::string_view cell = cells[column];
    double value = 0;
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (read.ec != std::errc() || read.ptr != cell.data() + cell.size() || !std::isfinite(value)) return std::nullopt;
    return value;
  }
};

std::optional<Row> split_row(std::string_view line) {
  Row row;
  for (std::size_t column = 0; column + 1 < kColumns; ++column) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return std::nullopt;
    row.cells[column] = line.substr(0, tab);
    line.remove_prefix(tab + 1);
  }
  row.cells[kColumns - 1] = line;
  return row;
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = utf8::decode(text, at);
    if (utf8::is_han(value)) return true;
    at += size;
  }
  return false;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char each) { return (static_cast<unsigned char>(each) & 0xC0U) != 0x80U; }));
}

bool is_digit(char value) { return value >= '0' && value <= '9'; }

bool is_ascii_word(char value) {
  return is_digit(value) || (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
}

using Line = std::vector<Word>;

/// The words whose boxes tell of their line: marks are small, and boxes of
/// doubtful words may be anything.
std::vector<const Word*> telling(const Line& line) {
  std::vector<double> heights;
  for (const Word& each : line) {
    if (has_han(each.text)) heights.push_back(each.height);
  }
  const double usual = median(heights);
  std::vector<const Word*> out;
  for (const Word& each : line) {
    if (has_han(each.text) && each.height > usual * 0.7 && each.height < usual * 1.3) out.push_back(&each);
  }
  return out;
}

/// Rise per unit of width, by least squares.
std::optional<double> slope_of(const Line& line) {
  const std::vector<const Word*> words = telling(line);
  if (words.size() < kSlopeWords) return std::nullopt;
  double x = 0;
  double y = 0;
  for (const Word* each : words) {
    x += each->middle_x();
    y += each->middle_y();
  }
  x /= static_cast<double>(words.size());
  y /= static_cast<double>(words.size());
  double xx = 0;
  double xy = 0;
  for (const Word* each : words) {
    xx += (each->middle_x() - x) * (each->middle_x() - x);
    xy += (each->middle_x() - x) * (each->middle_y() - y);
  }
  if (xx <= 0) return std::nullopt;
  return xy / xx;
}

/// One page while its rows are read.
class PageReader {
 public:
  PageReader(double width, double height) : width_(width), height_(height) {}

  void begin_line() {
    if (lines_.empty() || !lines_.back().empty()) lines_.emplace_back();
  }
  void add(const Word& word) {
    if (lines_.empty()) lines_.emplace_back();
    lines_.back().push_back(word);
  }

  RecognizedPage finish() {
    RecognizedPage out;
    out.page.width = width_;
    out.page.height = height_;
    make_upright();
    std::vector<double> heights;
    for (const Line& line : lines_) {
      for (const Word* each : telling(line)) heights.push_back(each->height);
    }
    const double usual_height = median(std::move(heights));
    double sum = 0;
    for (const Line& line : lines_) {
      for (const Word& word : line) {
        const std::size_t characters = count_characters(word.text);
        out.characters += characters;
        sum += word.confidence * static_cast<double>(characters);
      }
      add_texts(line, usual_height, out.page);
    }
    settle_edges(out.page);
    if (out.characters > 0) out.confidence = static_cast<int>(std::lround(sum / static_cast<double>(out.characters)));
    for (LaidText& each : out.page.texts) each.confidence = out.confidence;
    return out;
  }

 private:
  void make_upright() {
    std::vector<double> slopes;
    for (const Line& line : lines_) {
      if (const std::optional<double> slope = slope_of(line)) slopes.push_back(*slope);
    }
    const double slope = median(slopes);
    if (std::abs(slope) > kSteepest) return;
    for (Line& line : lines_) {
      for (Word& word : line) {
        const double x = word.middle_x();
        word.left += slope * word.middle_y();
        word.top -= slope * x;
      }
    }
  }

  static void add_texts(const Line& line, double usual_height, LaidPage& page) {
    const std::vector<const Word*> told = telling(line);
    std::vector<double> tops;
    std::vector<double> bottoms;
    for (const Word* each : told) {
      tops.push_back(each->top);
      bottoms.push_back(each->top + each->height);
    }
    for (const Word& each : line) {
      if (!told.empty()) break;
      tops.push_back(each.top);
      bottoms.push_back(each.top + each.height);
    }
    const double top = median(tops);
    const double bottom = median(bottoms);
    // 一 and dashes have no height of their own.
    const double gap = kGapHeights * std::max(bottom - top, usual_height);
    for (std::size_t first = 0; first < line.size();) {
      std::size_t end = first + 1;
      while (end < line.size() && line[end].left - line[end - 1].right() <= gap) ++end;
      LaidText text;
      text.left = line[first].left;
      text.right = line[end - 1].right();
      text.top = top;
      text.bottom = bottom;
      text.text = repair_recognized(joined(line, first, end, bottom - top));
      if (!text.text.empty()) page.texts.push_back(std::move(text));
      first = end;
    }
  }

  /// Words of letters keep a space between them, and numbers where they are
  /// clearly apart: justified lines pull digits of one number asunder.
  static std::string joined(const Line& line, std::size_t first, std::size_t end, double height) {
    std::string out;
    for (std::size_t index = first; index < end; ++index) {
      const std::string_view text = line[index].text;
      const bool words = !out.empty() && is_ascii_word(out.back()) && is_ascii_word(text.front());
      if (words) {
        const bool numbers = is_digit(out.back()) && is_digit(text.front());
        const double gap = line[index].left - line[index - 1].right();
        if (!numbers || gap > kNumberGapHeights * height) out += ' ';
      }
      out += text;
    }
    return out;
  }

  double width_;
  double height_;
  std::vector<Line> lines_;
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::vector<RecognizedPage> read_recognized(std::string_view tsv) {
  std::vector<RecognizedPage> pages;
  std::optional<PageReader> page;
  while (!tsv.empty()) {
    const std::size_t newline = std::min(tsv.find('\n'), tsv.size());
    const std::optional<Row> row = split_row(tsv.substr(0, newline));
    tsv.remove_prefix(std::min(newline + 1, tsv.size()));
    if (!row) continue;
    const auto level = row->number(0);
    const auto left = row->number(6);
    const auto top = row->number(7);
    const auto width = row->number(8);
    const auto height = row->number(9);
    const auto confidence = row->number(10);
    if (!level || !left || !top || !width || !height || !confidence) continue;
    if (*level == kPageLevel) {
      if (page) pages.push_back(page->finish());
      page.emplace(*width, *height);
    } else if (page && *level < kWordLevel) {
      page->begin_line();
    } else if (page) {
      const std::string_view text = trimmed(row->cells[kColumns - 1]);
      if (text.empty() || utf8::find_invalid(text)) continue;
      page->add({*left, *top, *width, *height, std::clamp(*confidence, 0.0, 100.0), text});
    }
  }
  if (page) pages.push_back(page->finish());
  return pages;
}

int mean_confidence(const std::vector<RecognizedPage>& pages) {
  std::size_t characters = 0;
  std::size_t sum = 0;
  for (const RecognizedPage& each : pages) {
    characters += each.characters;
    sum += each.characters * static_cast<std::size_t>(each.confidence);
  }
  return characters == 0 ? 0 : static_cast<int>((sum + characters / 2) / characters);
}

}  // namespace fazhi
