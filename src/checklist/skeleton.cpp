#include "checklist/skeleton.hpp"

#include <algorithm>
#include <utility>

#include "checklist/builtin.hpp"

namespace fazhi {
namespace {

std::string_view content_of(std::string_view path) { return find_builtin_file(path)->content; }

void fill_in(std::string& text, std::string_view mark, std::string_view value) {
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) {
    text.replace(at, mark.size(), value);
  }
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
  std::string text(content_of(part ? "templates/part.toml.in" : "templates/checklist.toml.in"));
  text += content_of("templates/element.toml.in");
  fill_in(text, "@ID@", id);
  fill_in(text, "@WEIGHT@", part ? "0" : "100");
  return text;
}

}  // namespace fazhi
