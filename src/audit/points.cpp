#include "audit/points.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace fazhi {
namespace {

constexpr double kExponentFrom = 1e15;
constexpr double kExponentBelow = 1e-6;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

int share_of(std::int32_t hundredths, std::int32_t possible_hundredths) {
  if (possible_hundredths <= 0) return 0;
  const std::int64_t whole = possible_hundredths;
  return static_cast<int>((std::int64_t{hundredths} * 10'000 * 2 + whole) / (whole * 2));
}

std::string points_text(std::int32_t hundredths) {
  const std::int64_t wide = hundredths;
  const std::int64_t magnitude = wide < 0 ? -wide : wide;
  std::string out = wide < 0 ? "-" : "";
  out += std::to_string(magnitude / 100);
  const std::int64_t rest = magnitude % 100;
  if (rest == 0) return out;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
  return out;
}

std::optional<std::int32_t> points_from(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view part = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  const bool has_point = point != std::string_view::npos;
  constexpr std::size_t kMostDigits = 8;
  if (whole.empty() || whole.size() > kMostDigits || part.size() > 2 || has_point == part.empty()) return std::nullopt;
  std::int64_t hundredths = 0;
  for (const char c : whole) {
    if (!is_digit(c)) return std::nullopt;
    hundredths = hundredths * 10 + (c - '0');
  }
  for (std::size_t i = 0; i < 2; ++i) {
    const char c = i < part.size() ? part[i] : '0';
    if (!is_digit(c)) return std::nullopt;
    hundredths = hundredths * 10 + (c - '0');
  }
  if (hundredths > std::numeric_limits<std::int32_t>::max()) return std::nullopt;
  return static_cast<std::int32_t>(negative ? -hundredths : hundredths);
}

std::string value_text(double value) {
  const double magnitude = std::fabs(value);
  const bool exponent = magnitude >= kExponentFrom || (magnitude != 0 && magnitude < kExponentBelow);
  std::array<char, 64> digits{};
  const auto format = exponent ? std::chars_format::scientific : std::chars_format::fixed;
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value, format);
  return std::string(digits.data(), written.ptr);
}

}  // namespace fazhi
