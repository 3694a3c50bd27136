#include "batch/file_stem.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include "base/ascii.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kStemBytes = 100;
constexpr std::string_view kReserved = "<>:\"/\\|?*";
constexpr std::string_view kNameless = "未署名";

std::size_t hash_of(std::string_view stem) { return std::hash<std::string>()(ascii::lower(stem)); }

bool is_invisible(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point <= 0x9F) || point == 0xAD || (point >= 0x200B && point <= 0x200F) ||
         (point >= 0x2028 && point <= 0x202E) || (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF ||
         (point >= 0xFFF0 && point <= 0xFFFF) || (point >= 0xE0000 && point <= 0xE0FFF);
}

/// Windows takes these for devices, whatever extension follows.
bool is_device(std::string_view stem) {
  constexpr std::array<std::string_view, 4> kDevices{"con", "prn", "aux", "nul"};
  const std::string name = ascii::lower(stem.substr(0, stem.find('.')));
  if (std::find(kDevices.begin(), kDevices.end(), name) != kDevices.end()) return true;
  return name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt")) && name[3] >= '0' && name[3] <= '9';
}

bool is_edge(char c) { return c == '.' || c == ' '; }

void trim(std::string& stem) {
  while (!stem.empty() && is_edge(stem.back())) stem.pop_back();
  stem.erase(0, static_cast<std::size_t>(std::find_if_not(stem.begin(), stem.end(), is_edge) - stem.begin()));
}

}  // namespace

std::string file_stem(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const utf8::CodePoint point = utf8::decode(name, at);
    at += point.size_bytes;
    if (is_invisible(point.value)) continue;
    const bool is_reserved = point.size_bytes == 1 && kReserved.find(name[at - 1]) != std::string_view::npos;
    if (out.size() + point.size_bytes > kStemBytes) break;
    if (is_reserved) {
      out += '_';
    } else {
      utf8::append(out, point.value);
    }
  }
  trim(out);
  if (out.empty()) return std::string(kNameless);
  return is_device(out) ? file_stem('_' + out) : out;
}

void StemBook::reserve(std::string_view stem) { taken_.insert(hash_of(stem)); }

std::string StemBook::take(const std::string& base) {
  std::string stem = base;
  for (std::size_t number = 2; !taken_.insert(hash_of(stem)).second; ++number) stem = base + '-' + std::to_string(number);
  return stem;
}

bool is_stem_of(std::string_view stem, std::string_view base) {
  if (!stem.starts_with(base)) return false;
  const std::string_view rest = stem.substr(base.size());
  if (rest.empty()) return true;
  return rest.size() > 1 && rest[0] == '-' && rest.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

}  // namespace fazhi
