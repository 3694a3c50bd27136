#include "document/fixed/ocr_edges.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "text/utf8.hpp"

namespace fazhi {
namespace {

/// A Han character's ink is so much lower than its square.
constexpr double kInkShare = 0.92;
/// A line is of another size beyond these shares of the usual one.
constexpr double kSmaller = 0.78;
constexpr double kLarger = 1.25;
/// Fewer characters tell no smaller size: 一, a mark.
constexpr std::size_t kTellingCharacters = 4;

/// In em: how far ink is from its square's side, that of a mark, and how far
/// beginnings vary.
constexpr double kEndSlack = 0.6;
constexpr double kMarkSlack = 1.1;
constexpr double kBeginSlack = 0.7;
/// Ends that lie so close, of so many lines, are a margin.
constexpr double kMarginSpread = 0.5;
constexpr std::size_t kMarginLines = 3;

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char each) { return !utf8::is_continuation(each); }));
}

bool ends_with_mark(std::string_view text) {
  const char32_t last = utf8::decode_before(text, text.size()).value;
  return std::u32string_view(U"，。、；：？！”’）》〉】,.;:!?)").find(last) != std::u32string_view::npos;
}

/// The outermost position that `kMarginLines` share: of ascending `positions`
/// from the first, where they are ends in falling order.
std::optional<double> shared(std::vector<double> positions, bool from_right, double em) {
  std::sort(positions.begin(), positions.end());
  if (from_right) std::reverse(positions.begin(), positions.end());
  for (std::size_t at = 0; at + kMarginLines <= positions.size(); ++at) {
    if (std::abs(positions[at] - positions[at + kMarginLines - 1]) <= kMarginSpread * em) return positions[at];
  }
  return std::nullopt;
}

void settle_sizes(LaidPage& page, double usual) {
  for (LaidText& each : page.texts) {
    const double own = (each.bottom - each.top) / kInkShare;
    const bool smaller = own < kSmaller * usual && count_characters(each.text) >= kTellingCharacters;
    each.font_size = own > kLarger * usual || smaller ? own : usual;
  }
}

}  // namespace

void settle_edges(LaidPage& page) {
  if (page.texts.empty()) return;
  std::vector<double> heights;
  std::vector<double> lefts;
  std::vector<double> rights;
  for (const LaidText& each : page.texts) {
    heights.push_back(each.bottom - each.top);
    lefts.push_back(each.left);
    rights.push_back(each.right);
  }
  const double em = median(std::move(heights)) / kInkShare;
  settle_sizes(page, em);
  const std::optional<double> left = shared(std::move(lefts), false, em);
  const std::optional<double> right = shared(std::move(rights), true, em);
  for (LaidText& each : page.texts) {
    if (left && std::abs(each.left - *left) <= kBeginSlack * em) each.left = *left;
    const double slack = (ends_with_mark(each.text) ? kMarkSlack : kEndSlack) * em;
    if (right && std::abs(each.right - *right) <= slack) each.right = *right;
  }
}

}  // namespace fazhi
