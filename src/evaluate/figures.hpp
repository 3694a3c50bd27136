#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evaluate/reading.hpp"

namespace fazhi {

/// A figure as the text states it.
struct Figure {
  double value = 0;
  std::string unit;   ///< "%" for a rate
  bool exact = true;
  TextRange range;    ///< number and unit, in the normal text
  std::uint32_t sentence = 0;
};

/// What a report states of one MeasureRule's object.
struct FigureSet {
  std::optional<Figure> total;
  std::optional<Figure> resolved;
  std::optional<Figure> rate;  ///< per cent
  bool gave_up = false;        ///< a pattern reached a limit: what else there is, is not known
};

/// Finds the figures of every measure: this unit's own, of the report year, told as done.
[[nodiscard]] std::vector<FigureSet> read_figures(const Reading& reading);

}  // namespace fazhi
