#pragma once

#include <cstddef>
#include <optional>
#include <pugixml.hpp>
#include <string_view>
#include <vector>

#include "document/fixed/page_layout.hpp"

namespace fazhi {

struct OfdPoint {
  double x = 0;
  double y = 0;
};

/// A transformation of GB/T 33190 (CTM): x' = a x + c y + e, y' = b x + d y + f.
struct OfdMatrix {
  double a = 1;
  double b = 0;
  double c = 0;
  double d = 1;
  double e = 0;
  double f = 0;

  /// Where a point goes.
  [[nodiscard]] OfdPoint at(OfdPoint point) const {
    return {a * point.x + c * point.y + e, b * point.x + d * point.y + f};
  }
  /// What becomes of a distance.
  [[nodiscard]] OfdPoint along(OfdPoint way) const { return {a * way.x + c * way.y, b * way.x + d * way.y}; }
  /// First `inner`, then this.
  [[nodiscard]] OfdMatrix after(const OfdMatrix& inner) const;
};

/// Which way a text runs on its page, in quarter turns clockwise.
enum class OfdDirection { rightwards, downwards, leftwards, upwards, skewed };

struct OfdText {
  LaidText laid;
  OfdDirection direction = OfdDirection::rightwards;
};

/// The numbers of an ST_Array, at most `most`; none where one is no number, or
/// beyond ten million.
[[nodiscard]] std::optional<std::vector<double>> ofd_numbers(std::string_view array, std::size_t most);

/// DeltaX or DeltaY: an ST_Array in which `g n v` stands for n times v. Never
/// more than `most` values, however large n is. None as above.
[[nodiscard]] std::optional<std::vector<double>> ofd_deltas(std::string_view array, std::size_t most);

/// The matrix that leads from the inside of a graphic unit (its Boundary and
/// CTM) to what it stands in. None where either is no array of its size.
[[nodiscard]] std::optional<OfdMatrix> ofd_matrix_of(const pugi::xml_node& unit);

/// What of a TextObject could be read.
struct OfdTextObject {
  std::vector<OfdText> texts;           ///< no white space at either end of any
  std::size_t glyphs_without_text = 0;  ///< glyphs of CGTransforms for which TextCode has no character
  std::size_t codes = 0;                ///< TextCodes
};

/// The texts of the TextObject `object` (GB/T 33190-2016, 11): each TextCode,
/// cut where the next character stands away from the last. `page` leads from the
/// inside of what holds the object to the page. A text without deltas runs on by
/// the usual widths of its characters. None where a number is none.
[[nodiscard]] std::optional<OfdTextObject> read_ofd_text(const pugi::xml_node& object, const OfdMatrix& page);

}  // namespace fazhi
