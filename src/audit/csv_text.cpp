#include "audit/csv_text.hpp"

#include <algorithm>
#include <array>

namespace fazhi {
namespace {

constexpr auto kBeginnings = std::to_array<std::string_view>({"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"});

bool is_hazard(std::string_view text) {
  const std::size_t at = text.find_first_not_of('\'');
  if (at == std::string_view::npos) return false;
  text.remove_prefix(at);
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view each) { return text.starts_with(each); });
}

}  // namespace

std::string csv_text(std::string_view text) { return is_hazard(text) ? "'" + std::string(text) : std::string(text); }

std::string csv_id(std::string_view id) {
  const bool is_number = !id.empty() && id.find_first_not_of("0123456789eE") == std::string_view::npos;
  return is_number ? "'" + std::string(id) : csv_text(id);
}

std::string_view text_from_csv(std::string_view cell) {
  if (cell.starts_with('\'') && is_hazard(cell)) cell.remove_prefix(1);
  return cell;
}

}  // namespace fazhi
