#include "text/write_numeral.hpp"

#include <array>

namespace fazhi {
namespace {

constexpr std::array<std::string_view, 10> kDigits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr std::int64_t kMyriad = 10'000;
constexpr std::int64_t kBeyond = 100'000'000;

/// 1 … 9999. `leads`: nothing stands before it, so that 十二 needs no 一.
std::string below_myriad(std::int64_t value, bool leads) {
  constexpr std::array<std::pair<std::int64_t, std::string_view>, 4> kPlaces{{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}}};
  std::string out;
  bool gap = false;
  for (const auto& [place, name] : kPlaces) {
    const auto digit = static_cast<std::size_t>(value / place % 10);
    if (digit == 0) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += kDigits[0];
    gap = false;
    const bool bare_ten = place == 10 && digit == 1 && out.empty() && leads;
    if (!bare_ten) out += digit == 2 && place == 1000 ? std::string_view("两") : kDigits[digit];
    out += name;
  }
  return out;
}

}  // namespace

std::string write_chinese(std::int64_t value, bool counts) {
  if (value < 0 || value >= kBeyond) return {};
  if (value == 0) return std::string(kDigits[0]);
  if (value == 2 && counts) return "两";
  std::string out;
  if (value >= kMyriad) {
    out = (value / kMyriad == 2 ? "两" : below_myriad(value / kMyriad, true)) + "万";
    value %= kMyriad;
    if (value == 0) return out;
    if (value < kMyriad / 10) out += kDigits[0];
  }
  return out + below_myriad(value, out.empty());
}

std::string write_chinese_digits(std::string_view digits, std::string_view zero) {
  std::string out;
  for (const char each : digits) {
    if (each < '0' || each > '9') return {};
    out += each == '0' ? zero : kDigits[static_cast<std::size_t>(each - '0')];
  }
  return out;
}

}  // namespace fazhi
