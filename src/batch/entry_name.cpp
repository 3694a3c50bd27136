#include "batch/entry_name.hpp"

#include <algorithm>

#include "text/convert.hpp"
#include "text/everyday.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_dangerous(char32_t value) {
  return value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0x061C || value == 0x200E || value == 0x200F ||
         (value >= 0x2028 && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069) || value == 0xFEFF;
}

std::string without_controls(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto [value, size] = utf8::decode(utf8, at);
    utf8::append(out, is_dangerous(value) ? kReplacement : value);
    at += size;
  }
  return out;
}

bool has_drive(std::string_view path) {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  return path.size() >= 2 && is_letter(path[0]) && path[1] == ':';
}

}  // namespace

std::string decoded_name(std::string_view bytes) {
  if (!utf8::find_invalid(bytes)) return std::string(bytes);
  Conversion gb18030 = convert(bytes, Encoding::gb18030);
  Conversion big5 = convert(bytes, Encoding::big5);
  const bool reads_better = !big5.invalid_at && everyday_share(big5.utf8).value() > everyday_share(gb18030.utf8).value();
  if (!gb18030.invalid_at && !reads_better) return std::move(gb18030.utf8);
  if (reads_better) return std::move(big5.utf8);
  std::string out;
  for (const char byte : bytes) utf8::append(out, (byte & 0x80) == 0 ? static_cast<char32_t>(byte) : kReplacement);
  return out;
}

std::string decoded_path(std::string_view bytes) {
  std::string out;
  for (;;) {
    const std::size_t slash = bytes.find('/');
    out += decoded_name(bytes.substr(0, slash));
    if (slash == std::string_view::npos) return out;
    out += '/';
    bytes.remove_prefix(slash + 1);
  }
}

std::string harmless_path(std::string_view bytes) {
  std::string path = without_controls(decoded_name(bytes));
  std::replace(path.begin(), path.end(), '\\', '/');
  std::string_view rest = path;
  std::string out;
  while (!rest.empty()) {
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    std::string_view step = rest.substr(0, slash);
    rest.remove_prefix(std::min(slash + 1, rest.size()));
    while (out.empty() && has_drive(step)) step.remove_prefix(2);
    if (step.empty() || step == "." || step == "..") continue;
    if (!out.empty()) out += '/';
    out += step;
  }
  return out;
}

}  // namespace fazhi
