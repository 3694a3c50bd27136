#include "cli/terminal_view.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <clocale>
#include <cstdlib>
#include <cwchar>
#include <string_view>

namespace fazhi {
namespace {

constexpr int kDefaultColumns = 100;

int terminal_columns() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  if (const char* columns = std::getenv("COLUMNS")) {
    int number = 0;
    std::from_chars(columns, columns + std::string_view(columns).size(), number);
    return std::max(number, 0);
  }
  return kDefaultColumns;
}

bool wants_color(const std::string& color, const std::string& output) {
  if (color != "auto") return color == "always";
  if (!output.empty() || ::isatty(STDOUT_FILENO) != 1) return false;
  const char* refused = std::getenv("NO_COLOR");
  return refused == nullptr || *refused == '\0';
}

/// Whether this terminal draws characters of ambiguous width in two columns.
bool draws_ambiguous_wide() { return std::setlocale(LC_CTYPE, "") != nullptr && ::wcwidth(L'…') == 2; }

}  // namespace

TerminalOptions terminal_view(const std::string& color, const std::string& output, Language language) {
  TerminalOptions view;
  view.color = wants_color(color, output);
  view.language = language;
  view.width_columns = terminal_columns();
  view.wide_ambiguous = draws_ambiguous_wide();
  return view;
}

}  // namespace fazhi
