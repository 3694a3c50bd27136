#include "outline/years.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

#include "outline/lone_year.hpp"
#include "text/normalize.hpp"

namespace fazhi {
namespace {

std::string years_in(std::string_view text) {
  const std::string normal = normalize_phrase(text);
  std::string out;
  for (const YearMention& each : find_years(normal, {0, static_cast<std::uint32_t>(normal.size())})) {
    out += (out.empty() ? "" : " ") + std::to_string(each.year) + (each.since ? "+" : "");
  }
  return out;
}

struct Case {
  std::string_view text;
  std::string_view years;  ///< “+” behind a year that something goes on since
};

constexpr auto kCases = std::to_array<Case>({
    {"2024年，我镇", "2024"},
    {"２０２４年度报告", "2024"},
    {"2024 年法治政府建设", "2024"},
    {"二〇二四年十二月", "2024"},
    {"二○二四年", "2024"},
    {"二零二四年", "2024"},
    {"一九九八年", "1998"},
    {"2021—2025年", "2021 2025"},
    {"2021-2025年", "2021 2025"},
    {"2021至2025年", "2021 2025"},
    {"2023年和2024年", "2023 2024"},
    {"2021年以来", "2021+"},
    {"云溪镇2024法治政府建设", "2024"},
    {"云溪街道2024度法治政府建设", "2024"},
    {"用电2024度", ""},
    {"2024以来", "2024+"},
    {"2024人次", ""},
    {"2021年起", "2021+"},
    {"2021年至今", "2021+"},
    {"2021年后", "2021+"},
    {"2024年度以来", "2024+"},
    {"2024年初", "2024"},
    {"较2023年增长", "2023"},
    // No year is named
    {"《法治社会建设实施纲要（2020—2025年）》", ""},
    {"《2024年工作要点》", ""},
    {"云政发〔2024〕5号", ""},
    {"云政发［2024］5号", ""},
    {"发放2024份", ""},
    {"2024人次", ""},
    {"12024年", ""},
    {"1800年", ""},
    {"2100年", ""},
    {"202年", ""},
    {"电话88202024", ""},
    {"十四五", ""},
    {"今年", ""},
    {"三年来", ""},
    {"", ""},
    // Behind brackets they count again.
    {"《要点》印发后，2024年", "2024"},
    {"）2024年", "2024"},
});

}  // namespace

BOOST_AUTO_TEST_SUITE(years)

BOOST_AUTO_TEST_CASE(mentions) {
  for (const Case& each : kCases) {
    BOOST_TEST_CONTEXT(each.text) { BOOST_TEST(years_in(each.text) == each.years); }
  }
}

BOOST_AUTO_TEST_CASE(range_is_of_the_digits) {
  const std::string text = "在二〇二四年内";
  const auto found = find_years(text, {0, static_cast<std::uint32_t>(text.size())});
  BOOST_TEST_REQUIRE(found.size() == 1U);
  BOOST_TEST(found[0].range.of(text) == "二〇二四");
  const std::string arabic = "在2024年内";
  BOOST_TEST(find_years(arabic, {3, 10})[0].range.of(arabic) == "2024");
}

BOOST_AUTO_TEST_CASE(looks_into_its_range_alone) {
  const std::string text = "2023年与2024年";
  BOOST_TEST(find_years(text, {0, 4}).empty());
  BOOST_TEST(find_years(text, {0, 7}).size() == 1U);
  BOOST_TEST(find_years(text, {1, 7}).empty());
}

BOOST_AUTO_TEST_CASE(lines_that_say_a_year_alone) {
  const auto year_of = [](std::string_view line) {
    const std::optional<YearMention> year = lone_year(normalize_phrase(line));
    return year ? year->year : 0;
  };
  for (const std::string_view line : {"2024", "2024年", "2024年度", "（2024）", "——2024年", "—2024年—", "（二〇二四年度）", "【2024年】",
                                      "报告年度：2024", "2024年1月—12月", "（2024年1月至2024年12月）", "二○二四年"}) {
    BOOST_TEST_CONTEXT(line) { BOOST_TEST(year_of(line) == 2024); }
  }
  for (const std::string_view line : {"2024年12月", "2024年1月10日", "2023—2024年", "2024年1月—2025年1月", "2024年工作", "202", "第2024号", ""}) {
    BOOST_TEST_CONTEXT(line) { BOOST_TEST(year_of(line) == 0); }
  }
  const std::string line = normalize_phrase("（2024）");
  BOOST_TEST(lone_year(line)->range.of(line) == "2024");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
