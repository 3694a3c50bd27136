#include "document/fixed/ofd_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>

#include "document/lines.hpp"
#include "document/xml_part.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

constexpr double kLargestNumber = 1e7;
constexpr double kUsualSize = 5.64;  ///< mm: size 3 (三号), where the file names none
/// How much of a character stands above its baseline, as a part of its size.
constexpr double kAscent = 0.88;
/// Gap between two characters, as a part of their size, that parts two texts.
constexpr double kWideGap = 0.8;
/// How far off the line a character of the same text may stand.
constexpr double kOffLine = 0.5;
/// Sideways part of a text's way, up to which it still runs straight.
constexpr double kStraight = 0.2;

std::string_view next_word(std::string_view& rest) {
  constexpr std::string_view kBetween = " \t\r\n,";
  rest.remove_prefix(std::min(rest.find_first_not_of(kBetween), rest.size()));
  const std::string_view word = rest.substr(0, std::min(rest.find_first_of(kBetween), rest.size()));
  rest.remove_prefix(word.size());
  return word;
}

std::optional<double> number_of(std::string_view word) {
  if (word.starts_with('+')) word.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  if (!std::isfinite(value) || std::abs(value) > kLargestNumber) return std::nullopt;
  return value;
}

/// `usual` where the attribute is not there.
std::optional<double> number_attribute(const pugi::xml_node& node, std::string_view name, double usual) {
  std::string_view rest = attribute_named(node, name);
  const std::string_view word = next_word(rest);
  return word.empty() ? usual : number_of(word);
}

/// The quarter turn clockwise nearest to an angle of ReadDirection or
/// CharDirection, as a way.
OfdPoint way_of(double degrees) {
  const double radians = degrees * std::numbers::pi / 180;
  return {std::round(std::cos(radians)), std::round(std::sin(radians))};
}

OfdDirection direction_of(OfdPoint way) {
  const double x = std::abs(way.x);
  const double y = std::abs(way.y);
  if (y <= kStraight * x) return way.x >= 0 ? OfdDirection::rightwards : OfdDirection::leftwards;
  if (x <= kStraight * y) return way.y >= 0 ? OfdDirection::downwards : OfdDirection::upwards;
  return OfdDirection::skewed;
}

/// What the attributes of a TextObject say of all its characters.
struct Style {
  double size = kUsualSize;  ///< inside of the object
  double width_scale = 1;    ///< HScale
  OfdPoint reading{1, 0};
  OfdPoint upright{1, 0};    ///< where a character's own right side is
};

struct Character {
  std::string_view bytes;
  bool is_blank = false;
  double width = 0;  ///< usual width, inside of the object
  OfdPoint origin;   ///< left end of its baseline, inside of the object
};

std::optional<Style> style_of(const pugi::xml_node& object) {
  const auto size = number_attribute(object, "Size", kUsualSize);
  const auto width_scale = number_attribute(object, "HScale", 1);
  const auto reading = number_attribute(object, "ReadDirection", 0);
  const auto upright = number_attribute(object, "CharDirection", 0);
  if (!size || !width_scale || !reading || !upright) return std::nullopt;
  return Style{*size > 0 ? *size : kUsualSize, *width_scale > 0 ? *width_scale : 1, way_of(*reading), way_of(*upright)};
}

/// The characters of a TextCode's `text`. A line break in the XML is no part of
/// the text, nor is the indent of the next line.
std::vector<Character> characters_of(std::string_view text, const Style& style) {
  std::vector<Character> characters;
  bool in_break = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = utf8::decode(text, at);
    if (value == U'\n' || value == U'\r') {
      in_break = true;
      while (!characters.empty() && characters.back().bytes == " ") characters.pop_back();
    }
    in_break = in_break && (value <= U' ');
    if (!in_break) {
      const double width = 0.5 * (value == U'\t' ? 1 : columns_of(value)) * style.size * style.width_scale;
      characters.push_back({text.substr(at, size), is_blank_character(value), width, {}});
    }
    at += size;
  }
  return characters;
}

/// Sets the characters' places by the deltas, the first one's being `start`.
void place(std::vector<Character>& characters, OfdPoint start, std::vector<double> across, std::vector<double> down,
           const Style& style) {
  const auto is_zero = [](double value) { return value == 0; };
  if (std::all_of(across.begin(), across.end(), is_zero) && std::all_of(down.begin(), down.end(), is_zero)) {
    across.clear();
    down.clear();
  }
  for (std::size_t index = 0; index < characters.size(); ++index) {
    characters[index].origin = start;
    const double width = characters[index].width;
    const bool is_told = index < across.size() || index < down.size();
    start.x += index < across.size() ? across[index] : is_told ? 0 : style.reading.x * width;
    start.y += index < down.size() ? down[index] : is_told ? 0 : style.reading.y * width;
  }
}

/// The way in which most of the characters follow each other.
OfdPoint way_of_all(const std::vector<Character>& characters, const Style& style) {
  OfdPoint lengths;
  OfdPoint signs;
  for (std::size_t index = 1; index < characters.size(); ++index) {
    const double x = characters[index].origin.x - characters[index - 1].origin.x;
    const double y = characters[index].origin.y - characters[index - 1].origin.y;
    lengths.x += std::abs(x);
    lengths.y += std::abs(y);
    signs.x += x > 0 ? 1 : x < 0 ? -1 : 0;
    signs.y += y > 0 ? 1 : y < 0 ? -1 : 0;
  }
  if (lengths.x == 0 && lengths.y == 0) return style.reading;
  if (lengths.x >= lengths.y) return {signs.x >= 0 ? 1.0 : -1.0, 0};
  return {0, signs.y >= 0 ? 1.0 : -1.0};
}

/// Whether `next` does not stand close behind `last` in a text that runs `way`.
bool are_apart(const Character& last, const Character& next, OfdPoint way, const Style& style) {
  const OfdPoint step{next.origin.x - last.origin.x, next.origin.y - last.origin.y};
  const double along = step.x * way.x + step.y * way.y;
  const double off = std::abs(step.x * way.y) + std::abs(step.y * way.x);
  return along - last.width > kWideGap * style.size || along < -2 * style.size || off > kOffLine * style.size;
}

void cover(LaidText& laid, OfdPoint point) {
  laid.left = std::min(laid.left, point.x);
  laid.right = std::max(laid.right, point.x);
  laid.top = std::min(laid.top, point.y);
  laid.bottom = std::max(laid.bottom, point.y);
}

void cover(LaidText& laid, const Character& character, const Style& style, const OfdMatrix& matrix) {
  const OfdPoint across = style.upright;
  const OfdPoint down{-style.upright.y, style.upright.x};
  for (const double x : {0.0, character.width}) {
    for (const double y : {-kAscent * style.size, (1 - kAscent) * style.size}) {
      cover(laid, matrix.at({character.origin.x + x * across.x + y * down.x,
                             character.origin.y + x * across.y + y * down.y}));
    }
  }
}

/// The text of the characters from `first` up to `end`, both not blank.
OfdText text_of(const std::vector<Character>& characters, std::size_t first, std::size_t end, OfdPoint way,
                const Style& style, const OfdMatrix& matrix) {
  constexpr double kFar = std::numeric_limits<double>::max();
  OfdText out;
  out.laid = {kFar, kFar, -kFar, -kFar, 0, {}, 100};
  const OfdPoint height = matrix.along({-style.upright.y * style.size, style.upright.x * style.size});
  out.laid.font_size = std::hypot(height.x, height.y);
  out.direction = direction_of(matrix.along(way));
  for (std::size_t index = first; index < end; ++index) {
    out.laid.text += characters[index].bytes;
    cover(out.laid, characters[index], style, matrix);
  }
  return out;
}

void cut(const std::vector<Character>& characters, const Style& style, const OfdMatrix& matrix,
         std::vector<OfdText>& out) {
  const OfdPoint way = way_of_all(characters, style);
  const std::size_t size = characters.size();
  for (std::size_t first = 0; first < size;) {
    if (characters[first].is_blank) {
      ++first;
      continue;
    }
    std::size_t last = first;
    for (std::size_t next = first + 1; next < size; ++next) {
      if (characters[next].is_blank) continue;
      if (are_apart(characters[last], characters[next], way, style)) break;
      last = next;
    }
    out.push_back(text_of(characters, first, last + 1, way, style, matrix));
    first = last + 1;
  }
}

std::string text_inside(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
  }
  return text;
}

/// Glyphs that `transform` draws for characters behind the end of a text of
/// `count` characters.
std::size_t glyphs_behind(const pugi::xml_node& transform, std::size_t count) {
  const double position = number_attribute(transform, "CodePosition", 0).value_or(0);
  const double codes = number_attribute(transform, "CodeCount", 1).value_or(1);
  if (position + codes <= static_cast<double>(count)) return 0;
  const std::string glyphs = text_inside(child_named(transform, "Glyphs"));
  std::string_view rest = glyphs;
  std::size_t number = 0;
  while (!next_word(rest).empty()) ++number;
  return position >= static_cast<double>(count) ? number : 0;
}

}  // namespace

OfdMatrix OfdMatrix::after(const OfdMatrix& inner) const {
  const OfdPoint x = along({inner.a, inner.b});
  const OfdPoint y = along({inner.c, inner.d});
  const OfdPoint origin = at({inner.e, inner.f});
  return {x.x, x.y, y.x, y.y, origin.x, origin.y};
}

std::optional<std::vector<double>> ofd_numbers(std::string_view array, std::size_t most) {
  std::vector<double> numbers;
  for (std::string_view word = next_word(array); !word.empty() && numbers.size() < most; word = next_word(array)) {
    const std::optional<double> number = number_of(word);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

std::optional<std::vector<double>> ofd_deltas(std::string_view array, std::size_t most) {
  std::vector<double> deltas;
  while (deltas.size() < most) {
    const std::string_view word = next_word(array);
    if (word.empty()) break;
    std::optional<double> count = 1;
    std::optional<double> value = number_of(word);
    if (word == "g" || word == "G") {
      count = number_of(next_word(array));
      value = number_of(next_word(array));
    }
    if (!count || !value || *count < 0) return std::nullopt;
    const double room = static_cast<double>(most - deltas.size());
    deltas.insert(deltas.end(), static_cast<std::size_t>(std::min(*count, room)), *value);
  }
  return deltas;
}

std::optional<OfdMatrix> ofd_matrix_of(const pugi::xml_node& unit) {
  const auto boundary = ofd_numbers(attribute_named(unit, "Boundary"), 4);
  const auto ctm = ofd_numbers(attribute_named(unit, "CTM"), 6);
  if (!boundary || !ctm || (!boundary->empty() && boundary->size() < 4) || (!ctm->empty() && ctm->size() < 6)) {
    return std::nullopt;
  }
  OfdMatrix matrix;
  if (!ctm->empty()) matrix = {(*ctm)[0], (*ctm)[1], (*ctm)[2], (*ctm)[3], (*ctm)[4], (*ctm)[5]};
  if (!boundary->empty()) {
    matrix.e += (*boundary)[0];
    matrix.f += (*boundary)[1];
  }
  return matrix;
}

std::optional<OfdTextObject> read_ofd_text(const pugi::xml_node& object, const OfdMatrix& page) {
  const std::optional<OfdMatrix> inside = ofd_matrix_of(object);
  const std::optional<Style> style = style_of(object);
  if (!inside || !style) return std::nullopt;
  const OfdMatrix matrix = page.after(*inside);
  OfdTextObject out;
  OfdPoint start;
  std::vector<pugi::xml_node> transforms;
  for (const pugi::xml_node& child : object.children()) {
    if (local_name(child) == "CGTransform") transforms.push_back(child);
    if (local_name(child) != "TextCode") continue;
    ++out.codes;
    const auto x = number_attribute(child, "X", start.x);
    const auto y = number_attribute(child, "Y", start.y);
    if (!x || !y) return std::nullopt;
    start = {*x, *y};
    const std::string text = text_inside(child);
    std::vector<Character> characters = characters_of(text, *style);
    for (const pugi::xml_node& each : transforms) out.glyphs_without_text += glyphs_behind(each, characters.size());
    transforms.clear();
    if (characters.empty()) continue;
    auto across = ofd_deltas(attribute_named(child, "DeltaX"), characters.size() - 1);
    auto down = ofd_deltas(attribute_named(child, "DeltaY"), characters.size() - 1);
    if (!across || !down) return std::nullopt;
    place(characters, start, std::move(*across), std::move(*down), *style);
    cut(characters, *style, matrix, out.texts);
  }
  for (const pugi::xml_node& each : transforms) out.glyphs_without_text += glyphs_behind(each, 0);
  return out;
}

}  // namespace fazhi
