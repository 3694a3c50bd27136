#pragma once

#include <string>

#include "present/terminal_options.hpp"

namespace fazhi {

/// How text is drawn on this terminal. `color` is auto, always or never; auto
/// colours what goes to a terminal (`output` "") unless NO_COLOR forbids it.
[[nodiscard]] TerminalOptions terminal_view(const std::string& color, const std::string& output, Language language);

}  // namespace fazhi
