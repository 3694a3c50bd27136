#pragma once

#include <string>

#include "present/official_document.hpp"

namespace fazhi::office {

/// A table with its header row repeated on every page, the lines of its cells
/// spaced by its own characters and not by the page's grid. A row stays on one
/// page unless it may fill more than half of one.
[[nodiscard]] std::string table_markup(const DocumentTable& table, bool is_across);

}  // namespace fazhi::office
