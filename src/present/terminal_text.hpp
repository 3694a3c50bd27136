#pragma once

#include <string>
#include <string_view>

#include "audit/audit.hpp"
#include "present/terminal_options.hpp"
#include "present/wording.hpp"

namespace fazhi {

enum class Color { plain, bold, dim, red, green, yellow, cyan };

/// `text` in `color` where the options ask for colours. `text` is printable.
[[nodiscard]] std::string painted(std::string_view text, Color color, const TerminalOptions& options);

/// Each status, defect and verdict has a colour of its own, and each of the
/// first two a symbol one column wide, so that nothing is told by colour alone.
[[nodiscard]] Color color_of(Status status);
[[nodiscard]] Color color_of(Severity severity);
[[nodiscard]] Color color_of(Verdict verdict);
[[nodiscard]] std::string_view symbol_of(Status status);
inline constexpr std::string_view kDefectSymbol = "!";

[[nodiscard]] int width_of(std::string_view text, const TerminalOptions& options);

/// `text` and spaces up to `columns`.
[[nodiscard]] std::string padded(std::string_view text, int columns, const TerminalOptions& options);

/// What stands before a hanging text: `marked` in its colour, then `plain`.
struct Lead {
  std::string_view marked;
  Color color = Color::plain;
  std::string_view plain = {};
};

/// Appends `text`, made printable and wrapped, behind `indent_columns` spaces
/// and `lead`; all lines but the first are indented to the end of the lead.
/// Where the text is empty, the lead stands alone.
void append_hanging(std::string& out, int indent_columns, const Lead& lead, std::string_view text,
                    const TerminalOptions& options);

}  // namespace fazhi
