#include "evaluate/mutant_text.hpp"

#include <algorithm>

namespace fazhi {
namespace {

/// Where `at` stands once `edit` is made. What stood inside the replaced
/// passage moves to the near end of what stands there now.
std::uint32_t moved(std::uint32_t at, const Edit& edit, bool is_end) {
  const auto size = static_cast<std::uint32_t>(edit.text.size());
  if (at < edit.range.begin || (at == edit.range.begin && !is_end)) return at;
  if (at >= edit.range.end && (at > edit.range.begin || is_end)) return at - edit.range.size() + size;
  return is_end ? edit.range.begin + size : edit.range.begin;
}

}  // namespace

bool MutantText::is_touched(TextRange range) const {
  return std::any_of(touched_.begin(), touched_.end(), [&](TextRange each) { return each.overlaps(range); });
}

void MutantText::apply(std::vector<Edit> edits) {
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) {
    return std::pair(a.range.begin, a.range.end) < std::pair(b.range.begin, b.range.end);
  });
  std::vector<Edit> apart;
  for (Edit& edit : edits) {
    const auto is_same = [&](const Edit& each) { return each.range == edit.range && each.text == edit.text; };
    if (std::any_of(apart.begin(), apart.end(), is_same)) continue;
    if (!apart.empty() && edit.range.begin < apart.back().range.end) continue;
    apart.push_back(std::move(edit));
  }
  for (auto edit = apart.rbegin(); edit != apart.rend(); ++edit) {
    text_.replace(edit->range.begin, edit->range.size(), edit->text);
    for (TextRange& each : touched_) each = {moved(each.begin, *edit, false), moved(each.end, *edit, true)};
  }
}

}  // namespace fazhi
