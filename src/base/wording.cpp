#include "base/wording.hpp"

#include <algorithm>

namespace fazhi {
namespace {

constexpr std::string_view kNameCharacters = "abcdefghijklmnopqrstuvwxyz_";

const std::string* value_of(std::string_view name, const std::vector<Fact>& facts) {
  const auto found = std::find_if(facts.begin(), facts.end(), [&](const Fact& each) { return each.name == name && !each.value.empty(); });
  return found == facts.end() ? nullptr : &found->value;
}

std::optional<std::string> filled(std::string_view form, const std::vector<Fact>& facts) {
  const auto placeholders = placeholders_of(form);
  if (!placeholders) return std::nullopt;
  std::string out;
  std::size_t copied = 0;
  for (const Placeholder& each : *placeholders) {
    const std::string* value = value_of(each.name, facts);
    if (value == nullptr) return std::nullopt;
    out.append(form, copied, each.byte_offset - copied).append(*value);
    copied = each.byte_offset + each.name.size() + 2;
  }
  return out.append(form, copied, std::string_view::npos);
}

}  // namespace

std::optional<std::vector<Placeholder>> placeholders_of(std::string_view form) {
  std::vector<Placeholder> out;
  for (std::size_t at = form.find_first_of("{}"); at != std::string_view::npos; at = form.find_first_of("{}", at)) {
    const std::size_t end = std::min(form.find_first_not_of(kNameCharacters, at + 1), form.size());
    const bool is_whole = form[at] == '{' && end > at + 1 && end < form.size() && form[end] == '}';
    if (!is_whole) return std::nullopt;
    out.push_back({form.substr(at + 1, end - at - 1), at});
    at = end + 1;
  }
  return out;
}

std::string fill(const Wording& wording, const std::vector<Fact>& facts) {
  for (const std::string& form : wording) {
    if (auto out = filled(form, facts)) return *std::move(out);
  }
  return {};
}

}  // namespace fazhi
