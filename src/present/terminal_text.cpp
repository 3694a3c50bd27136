#include "present/terminal_text.hpp"

#include <vector>

#include "present/display_width.hpp"
#include "present/printable.hpp"
#include "present/wrap.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kReset = "\x1b[0m";

std::string_view sequence_of(Color color) {
  switch (color) {
    case Color::plain:
      return "";
    case Color::bold:
      return "\x1b[1m";
    case Color::dim:
      return "\x1b[2m";
    case Color::red:
      return "\x1b[31m";
    case Color::green:
      return "\x1b[32m";
    case Color::yellow:
      return "\x1b[33m";
    case Color::cyan:
      return "\x1b[36m";
  }
  return "";
}

void append_spaces(std::string& out, int count) {
  if (count > 0) out.append(static_cast<std::size_t>(count), ' ');
}

}  // namespace

std::string painted(std::string_view text, Color color, const TerminalOptions& options) {
  if (!options.color || color == Color::plain || text.empty()) return std::string(text);
  return std::string(sequence_of(color)).append(text) += kReset;
}

Color color_of(Status status) {
  switch (status) {
    case Status::met:
      return Color::green;
    case Status::partial:
      return Color::yellow;
    case Status::missing:
      return Color::red;
    case Status::undecided:
      return Color::cyan;
    case Status::not_applicable:
      return Color::dim;
    case Status::waived:
      return Color::dim;
  }
  return Color::plain;
}

Color color_of(Severity severity) { return severity == Severity::major ? Color::red : Color::yellow; }

Color color_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::passed:
      return Color::green;
    case Verdict::failed:
      return Color::red;
    case Verdict::open:
      return Color::cyan;
    case Verdict::unreadable:
      return Color::red;
  }
  return Color::plain;
}

std::string_view symbol_of(Status status) {
  switch (status) {
    case Status::met:
      return "✓";
    case Status::partial:
      return "~";
    case Status::missing:
      return "✗";
    case Status::undecided:
      return "?";
    case Status::not_applicable:
      return "-";
    case Status::waived:
      return "=";
  }
  return "?";
}

int width_of(std::string_view text, const TerminalOptions& options) {
  return display_width(text, options.wide_ambiguous);
}

std::string padded(std::string_view text, int columns, const TerminalOptions& options) {
  std::string out(text);
  append_spaces(out, columns - width_of(text, options));
  return out;
}

void append_hanging(std::string& out, int indent_columns, const Lead& lead, std::string_view text,
                    const TerminalOptions& options) {
  const int hanging = indent_columns + width_of(lead.marked, options) + width_of(lead.plain, options);
  const std::vector<std::string> lines = wrap(printable(text), columns_of(options) - hanging, options.wide_ambiguous);
  append_spaces(out, indent_columns);
  out += painted(lead.marked, lead.color, options);
  out += lead.plain;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) {
      out += '\n';
      append_spaces(out, hanging);
    }
    out += lines[i];
  }
  if (lines.empty()) out.resize(out.find_last_not_of(' ') + 1);
  out += '\n';
}

}  // namespace fazhi
