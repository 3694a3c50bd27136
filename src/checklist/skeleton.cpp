#include "checklist/skeleton.hpp"

#include <algorithm>
#include <utility>

#include "checklist/builtin.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kIdMark = "@ID@";

std::string filled(std::string_view path, std::string_view id) {
  std::string text(find_builtin_file(path)->content);
  for (std::size_t at = text.find(kIdMark); at != std::string::npos; at = text.find(kIdMark, at + id.size())) {
    text.replace(at, kIdMark.size(), id);
  }
  return text;
}

}  // namespace

std::optional<std::string> builtin_checklist_with(std::string_view id) {
  const auto has_id = [&](const auto& each) { return each.id == id; };
  for (std::string& name : builtin_checklist_ids()) {
    const LoadedChecklist loaded = load_builtin_checklist(name);
    if (!loaded.checklist) continue;
    const Checklist& checklist = *loaded.checklist;
    if (std::any_of(checklist.elements.begin(), checklist.elements.end(), has_id) ||
        std::any_of(checklist.defects.begin(), checklist.defects.end(), has_id)) {
      return std::move(name);
    }
  }
  return std::nullopt;
}

std::string skeleton(std::string_view id, bool part) {
  return filled(part ? "templates/part.toml.in" : "templates/checklist.toml.in", id) +
         filled("templates/element.toml.in", id);
}

}  // namespace fazhi
