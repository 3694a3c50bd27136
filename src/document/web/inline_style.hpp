#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fazhi {

/// What an element's `style` attribute says that concerns its text.
struct InlineStyle {
  enum class Display { of_tag, none, inline_text, block };

  Display display = Display::of_tag;
  bool invisible = false;           ///< visibility: hidden, mso-hide: all
  std::optional<bool> centered;
  std::optional<bool> preformatted;
  bool word_marker = false;         ///< mso-list: Ignore: a list's number as Word wrote it
  std::string list_type;            ///< list-style-type, "" where it says none
};

/// Reads `style` (CSS declarations); unknown ones are passed over.
[[nodiscard]] InlineStyle inline_style_of(std::string_view style);

}  // namespace fazhi
