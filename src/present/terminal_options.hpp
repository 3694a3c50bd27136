#pragma once

#include "base/message.hpp"

namespace fazhi {

/// How the terminal view is drawn.
struct TerminalOptions {
  bool color = false;  ///< ANSI colours (SGR) around words that are told in symbols as well
  Language language = Language::zh;
  bool details = false;    ///< the findings of each report below the table
  int width_columns = 80;  ///< of the terminal; under kNarrowestColumns counts as that
  /// Whether “ ” … — and their like (East Asian width “ambiguous”) take two
  /// columns, as terminals set to Chinese draw them, or one, as most others do.
  bool wide_ambiguous = true;
};

/// Below this a table of eight columns has no room for units.
inline constexpr int kNarrowestColumns = 60;

[[nodiscard]] inline int columns_of(const TerminalOptions& options) {
  return options.width_columns < kNarrowestColumns ? kNarrowestColumns : options.width_columns;
}

}  // namespace fazhi
