#include "outline/years.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "text/numerals.hpp"

namespace fazhi {
namespace {

constexpr int kFirstYear = 1949;
constexpr int kLastYear = 2099;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The three bytes of most characters as one number, for telling them quickly; 0 of any other text.
constexpr std::uint32_t packed(std::string_view text) {
  if (text.size() < 3 || static_cast<unsigned char>(text[0]) < 0xE0) return 0;
  std::uint32_t bytes = 0;
  for (std::size_t at = 0; at < 3; ++at) bytes = bytes << 8 | static_cast<unsigned char>(text[at]);
  return bytes;
}

bool is_han_digit(std::uint32_t point) {
  switch (point) {
    case packed("〇"):
    case packed("○"):
    case packed("零"):
    case packed("一"):
    case packed("二"):
    case packed("三"):
    case packed("四"):
    case packed("五"):
    case packed("六"):
    case packed("七"):
    case packed("八"):
    case packed("九"):
      return true;
    default:
      return false;
  }
}

/// What a character is to who looks for years.
enum class Sign { none, opens_title, closes_title, begins_year };

/// Whether `bytes`, without the 0 at their end, stand at `place`: 1 or 0. Without a branch.
template <std::size_t N>
unsigned char stands_at(const char* place, const char (&bytes)[N]) {
  unsigned char same = 1;
  for (std::size_t at = 0; at + 1 < N; ++at) same = static_cast<unsigned char>(same & (place[at] == bytes[at]));
  return same;
}

/// Whether a year from 1949 to 2099 may stand in `text`: 19, 20, 一九 or 二, which most sentences lack.
/// Every place is asked the same, so that a compiler asks sixteen at once.
bool may_hold_year(std::string_view text) {
  constexpr std::size_t kLongest = 5;
  unsigned char found = 0;
  for (std::size_t at = 0; at + kLongest <= text.size(); ++at) {
    const char* place = text.data() + at;
    found = static_cast<unsigned char>(found | stands_at(place, "19") | stands_at(place, "20") |
                                       stands_at(place, "二") | stands_at(place, "\xE4\xB8\x80\xE4\xB9"));
  }
  return found != 0;
}

/// A year from 1949 to 2099 begins with 1 or 2.
Sign sign_of(std::string_view text) {
  const char lead = text.front();
  if (lead == '1' || lead == '2') return Sign::begins_year;
  // All others begin with one of these.
  if (lead != '\xE3' && lead != '\xE4' && lead != '\xEF') return Sign::none;
  switch (packed(text)) {
    case packed("一"):
    case packed("二"):
      return Sign::begins_year;
    case packed("《"):
    case packed("〔"):
    case packed("［"):
      return Sign::opens_title;
    case packed("》"):
    case packed("〕"):
    case packed("］"):
      return Sign::closes_title;
    default:
      return Sign::none;
  }
}

/// Bytes of a year's four digits at the start of `text`; 0 where there are none.
std::size_t digits_length(std::string_view text) {
  if (text.size() >= 4 && std::all_of(text.begin(), text.begin() + 4, is_digit)) {
    return text.size() > 4 && is_digit(text[4]) ? 0 : 4;
  }
  if (text.size() < 12) return 0;
  for (std::size_t at = 0; at < 12; at += 3) {
    if (!is_han_digit(packed(text.substr(at)))) return 0;
  }
  return 12;
}

int year_value(std::string_view digits) {
  if (digits.size() == 4) return std::stoi(std::string(digits));
  std::string plain;
  for (std::size_t at = 0; at < digits.size(); at += 3) {
    const std::string_view point = digits.substr(at, 3);
    plain += is_mark(point, "〇○零") ? std::string("0") : std::to_string(parse_numeral(point));
  }
  return std::stoi(plain);
}

bool tells_since(std::string_view behind) {
  constexpr std::array<std::string_view, 6> kSince{"以来", "起", "至今", "以后", "之后", "后"};
  return std::any_of(kSince.begin(), kSince.end(), [&](std::string_view each) { return behind.starts_with(each); });
}

/// Whether a year's mark follows: 年, 年度, or a dash and another year, or what
/// a year that lost its mark stands before: 某镇2024法治政府建设…, 2025度法治政府建设….
bool has_year_mark(std::string_view behind) {
  constexpr std::array<std::string_view, 6> kMarks{"年", "法治", "依法", "以来", "度法治", "度推进"};
  for (const std::string_view mark : kMarks) {
    if (behind.starts_with(mark)) return true;
  }
  return behind.starts_with("—") || behind.starts_with("-") || behind.starts_with("～") || behind.starts_with("至");
}

}  // namespace

std::vector<YearMention> find_years(std::string_view normal, TextRange range) {
  std::vector<YearMention> out;
  if (!may_hold_year(range.of(normal))) return out;
  int depth = 0;
  for (std::uint32_t at = range.begin; at < range.end;) {
    const std::string_view rest = normal.substr(at, range.end - at);
    const Sign sign = sign_of(rest);
    if (sign == Sign::opens_title) ++depth;
    if (sign == Sign::closes_title && depth > 0) --depth;
    const bool begins_year =
        sign == Sign::begins_year && depth == 0 && (at == range.begin || !is_digit(normal[at - 1]));
    const std::size_t digits = begins_year ? digits_length(rest) : 0;
    if (digits == 0 || !has_year_mark(rest.substr(digits))) {
      at += code_point_length(normal[at]);
      continue;
    }
    const int year = year_value(rest.substr(0, digits));
    if (year >= kFirstYear && year <= kLastYear) {
      std::string_view behind = rest.substr(digits);
      if (behind.starts_with("年")) behind.remove_prefix(3);
      if (behind.starts_with("度")) behind.remove_prefix(3);
      out.push_back({{at, at + static_cast<std::uint32_t>(digits)}, year, tells_since(behind)});
    }
    at += static_cast<std::uint32_t>(digits);
  }
  return out;
}

}  // namespace fazhi
