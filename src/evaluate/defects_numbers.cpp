#include <array>
#include <string>

#include "base/utf8.hpp"
#include "evaluate/defects_kinds.hpp"
#include "evaluate/defects_text.hpp"

namespace fazhi::defects {
namespace {

/// 70, 2.3万, 十: rounded, so that more may stand behind it.
bool is_round(std::string_view digits) {
  static constexpr auto kRoundEnds = std::to_array<std::string_view>({"0", "十", "百", "千", "万", "亿", "成"});
  return ends_with_any(digits, kRoundEnds);
}

}  // namespace

Occurrences find_approximate_number(const Search& search) {
  static constexpr auto kOdd = word_table({"余", "多"});
  const Report& report = search.report();
  Occurrences found;
  for (std::uint32_t index = 0; index < report.sentences.size(); ++index) {
    if (!is_own_text(report.sentences[index].role)) continue;
    for (const Number& number : search.reading.numbers(index)) {
      if (number.approximation != Approximation::odd || number.is_rate) continue;
      const std::string_view digits = report.text(number.digits);
      const std::string_view behind = report.text({number.digits.end, report.sentences[index].range.end});
      if (is_round(digits) || !starts_with_any(behind, kOdd)) continue;
      if (overlaps_match(report, search.words.except, index, number.range)) continue;
      const std::uint32_t mark_end = number.digits.end + static_cast<std::uint32_t>(kOdd.words.front().size());
      const TextRange passage{number.digits.begin, std::max(mark_end, number.unit_range.end)};
      found.push_back({passage,
                       {MessageId::defect_approximate,
                        {std::string(digits), std::string(report.text({number.digits.end, mark_end}))}},
                       std::nullopt,
                       std::nullopt});
    }
  }
  return found;
}

}  // namespace fazhi::defects
