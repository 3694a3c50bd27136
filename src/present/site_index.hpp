#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "audit/batch_summary.hpp"

namespace fazhi {

/// Takes the next bytes of a page; what it fails with ends the writing.
using PageSink = std::function<std::optional<Message>(std::string_view bytes)>;

/// index.html of a batch: counts, ranking, distribution of scores, the rate at
/// which each element is met, units × elements, roster, copied reports, files
/// that no unit owes, notes. It is whole in itself, loads nothing, and links to
/// reports/STEM.html beside it. The matrix is drawn by the page's own script,
/// as much of it as is in view; everything else is in the markup. The same
/// summary gives the same bytes, in pieces of some 64 KB. O(n log n) in units and
/// reports. Fails with what `sink` fails with.
[[nodiscard]] std::optional<Message> write_index_page(const BatchSummary& batch, Language language, const PageSink& sink);

/// The same in one piece.
[[nodiscard]] std::string index_page(const BatchSummary& batch, Language language);

}  // namespace fazhi
