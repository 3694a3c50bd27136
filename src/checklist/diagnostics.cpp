#include "checklist/diagnostics.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/limits.hpp"
#include "text/edit_distance.hpp"

namespace fazhi {
void Diagnostics::error(const SourceFile& file, Place place, Message message, std::optional<Message> hint) {
  has_errors_ = true;
  add(Diagnostic::Kind::error, file, place, std::move(message), std::move(hint));
}

void Diagnostics::warning(const SourceFile& file, Place place, Message message, std::optional<Message> hint) {
  add(Diagnostic::Kind::warning, file, place, std::move(message), std::move(hint));
}

void Diagnostics::add(Diagnostic::Kind kind, const SourceFile& file, Place place, Message message,
                      std::optional<Message> hint) {
  entries_.push_back({file.order(),
                      {.kind = kind,
                       .file = file.path(),
                       .line = place.line,
                       .column = place.column,
                       .length = place.length,
                       .source_line = std::string(file.line(place.line)),
                       .message = std::move(message),
                       .hint = std::move(hint)}});
}

std::vector<Diagnostic> Diagnostics::take() {
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& left, const Entry& right) {
    return std::tie(left.file_order, left.diagnostic.line, left.diagnostic.column) <
           std::tie(right.file_order, right.diagnostic.line, right.diagnostic.column);
  });
  const std::size_t kept = std::min(entries_.size(), limits::kDiagnostics);
  std::vector<Diagnostic> all;
  all.reserve(kept + 1);
  for (std::size_t i = 0; i < kept; ++i) all.push_back(std::move(entries_[i].diagnostic));
  if (kept < entries_.size()) {
    Diagnostic more;
    more.kind = has_errors_ ? Diagnostic::Kind::error : Diagnostic::Kind::warning;
    more.file = all.back().file;
    more.message = {MessageId::checklist_more, {std::to_string(entries_.size() - kept)}};
    all.push_back(std::move(more));
  }
  entries_.clear();
  return all;
}

std::optional<std::string_view> nearest_name(std::string_view name, const std::vector<std::string_view>& known) {
  const auto points = split_code_points(name);
  std::size_t best = std::max<std::size_t>(points.size() / 3, 1) + 1;
  std::optional<std::string_view> nearest;
  for (const std::string_view each : known) {
    const std::size_t distance = edit_distance(points, split_code_points(each));
    if (distance >= best) continue;
    best = distance;
    nearest = each;
  }
  return nearest;
}

std::optional<Message> hint_nearest(std::string_view name, const std::vector<std::string_view>& known) {
  const auto nearest = nearest_name(name, known);
  if (!nearest) return std::nullopt;
  return Message{MessageId::checklist_hint_nearest, {std::string(*nearest)}};
}

std::string listed(const std::vector<std::string_view>& names) {
  if (names.empty()) return "—";
  std::string all;
  for (const std::string_view name : names) {
    if (!all.empty()) all += ", ";
    all += name;
  }
  return all;
}

void IdRegistry::claim(std::string_view family, std::string_view id, const SourceFile& file, Place place,
                       Diagnostics& diagnostics) {
  const std::string key = std::string(family) + '\n' + std::string(id);
  const std::string here = file.path() + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
  const auto [first, is_new] = places_.emplace(key, here);
  if (is_new) return;
  diagnostics.error(file, place, {MessageId::checklist_duplicate_id, {std::string(id), first->second}});
}

}  // namespace fazhi
