#include "outline/lone_year.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"

namespace fazhi {
namespace {

constexpr std::size_t kLongestLine = 20;
constexpr std::string_view kYear = "年";

bool is_around(std::string_view point) {
  return point == "-" || point == "[" || point == "]" || point == "(" || point == ")" || point == " " ||
         is_mark(point, "（）【】〔〕［］—－─：");
}

/// Bytes of the marks at the start of `line`, and of a label before them: 报告年度：.
std::size_t start_of_year(std::string_view line) {
  constexpr std::string_view kLabel = "年度：";
  const std::size_t label = line.find(kLabel);
  std::size_t at =
      label != std::string_view::npos && count_code_points(line.substr(0, label)) <= 4 ? label + kLabel.size() : 0;
  while (at < line.size() && is_around(line.substr(at, code_point_length(line[at])))) at += code_point_length(line[at]);
  return at;
}

/// 1月—12月, 1月至2024年12月: months of one year, from one to another.
bool tells_months(std::string_view text, int year) {
  bool month = false;
  bool span = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view point = text.substr(at, code_point_length(text[at]));
    const bool digit =
        point.size() == 1 ? point[0] >= '0' && point[0] <= '9' : is_mark(point, "〇○零一二三四五六七八九十");
    const bool joint = point == "-" || point == "~" || is_mark(point, "至到—－～");
    if (!digit && !joint && !is_mark(point, "年月")) return false;
    month = month || point == "月";
    span = span || joint;
    at += point.size();
  }
  const std::vector<YearMention> years = find_years(text, {0, static_cast<std::uint32_t>(text.size())});
  return month && span &&
         std::all_of(years.begin(), years.end(), [&](const YearMention& each) { return each.year == year; });
}

}  // namespace

std::optional<YearMention> lone_year(std::string_view line) {
  if (count_code_points(line) > kLongestLine) return std::nullopt;
  const std::size_t begin = start_of_year(line);
  std::string_view core = line.substr(begin);
  while (!core.empty() && is_around(last_mark(core))) core.remove_suffix(last_mark(core).size());
  // A year that lost its mark, （2024）, is read as one that has it.
  const std::string marked = std::string(core) + std::string(kYear);
  const std::vector<YearMention> years = find_years(marked, {0, static_cast<std::uint32_t>(marked.size())});
  if (years.empty() || years.front().range.begin != 0) return std::nullopt;
  YearMention year = years.front();
  std::string_view rest = core.substr(year.range.end);
  if (rest.starts_with(kYear)) rest.remove_prefix(kYear.size());
  if (rest.starts_with("度")) rest.remove_prefix(std::string_view("度").size());
  if (!rest.empty() && !tells_months(rest, year.year)) return std::nullopt;
  year.range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + year.range.end)};
  year.since = false;
  return year;
}

}  // namespace fazhi
