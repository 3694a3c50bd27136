#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "present/display_width.hpp"
#include "present/printable.hpp"
#include "present/wrap.hpp"

namespace fazhi {
namespace {

constexpr std::string_view kNeverFirst = "，。、；：！？”’）》」』】〕…";
constexpr std::string_view kNeverLast = "“‘（《「『【〔";

std::string_view first_of(std::string_view line) { return line.substr(0, 3); }
std::string_view last_of(std::string_view line) { return line.size() < 3 ? line : line.substr(line.size() - 3); }
bool in(std::string_view set, std::string_view one) {
  return one.size() == 3 && set.find(one) != std::string_view::npos;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "|";
  return out;
}

std::string wrapped(std::string_view text, int columns) { return joined(wrap(text, columns, true)); }

}  // namespace

BOOST_AUTO_TEST_SUITE(text)

BOOST_AUTO_TEST_CASE(width_of_characters) {
  const std::vector<std::pair<char32_t, std::pair<int, int>>> table{
      {U'a', {1, 1}},          {U'~', {1, 1}},      {U'法', {2, 2}},     {U'，', {2, 2}},     {U'（', {2, 2}},
      {U'Ａ', {2, 2}},         {U'～', {2, 2}},     {U'〇', {2, 2}},     {U'\u3000', {2, 2}}, {U'“', {2, 1}},
      {U'”', {2, 1}},          {U'…', {2, 1}},      {U'—', {2, 1}},      {U'①', {2, 1}},      {U'×', {2, 1}},
      {U'·', {2, 1}},          {U'✓', {1, 1}},      {U'✗', {1, 1}},      {U'é', {2, 1}},      {U'ｱ', {1, 1}},
      {U'가', {2, 2}},         {U'\u1160', {0, 0}}, {U'\u0301', {0, 0}}, {U'\u200b', {0, 0}}, {U'\u200d', {0, 0}},
      {U'\U00020BB7', {2, 2}}, {U'😀', {2, 2}},      {U'\ufffd', {2, 1}}, {U'\u00ad', {2, 1}}, {U'\u001b', {0, 0}}};
  for (const auto& [code_point, widths] : table) {
    const auto number = static_cast<std::uint32_t>(code_point);
    BOOST_TEST(display_width(code_point, true) == widths.first, "U+" << std::hex << number);
    BOOST_TEST(display_width(code_point, false) == widths.second, "U+" << std::hex << number);
  }
}

BOOST_AUTO_TEST_CASE(width_of_texts) {
  BOOST_TEST(display_width("", true) == 0);
  BOOST_TEST(display_width("湟中区2024", true) == 10);
  BOOST_TEST(display_width("“八五”", true) == 8);
  BOOST_TEST(display_width("“八五”", false) == 6);
  BOOST_TEST(display_width("e\u0301", false) == 1);
}

BOOST_AUTO_TEST_CASE(cutting) {
  BOOST_TEST(cut_end("上五庄镇", 8, true) == "上五庄镇");
  BOOST_TEST(cut_end("上五庄镇", 7, true) == "上五…");
  BOOST_TEST(cut_end("上五庄镇", 7, false) == "上五庄…");
  BOOST_TEST(cut_front("上五庄镇.txt", 9, true) == "…镇.txt");
  BOOST_TEST(cut_front("a.txt", 5, true) == "a.txt");
  for (int columns = 2; columns < 20; ++columns) {
    for (const bool wide : {true, false}) {
      BOOST_TEST(display_width(cut_end("a上b五“庄”c镇人民政府", columns, wide), wide) <= columns);
      BOOST_TEST(display_width(cut_front("a上b五“庄”c镇人民政府", columns, wide), wide) <= columns);
    }
  }
}

BOOST_AUTO_TEST_CASE(nothing_that_a_terminal_obeys_is_printable) {
  using namespace std::string_literals;
  BOOST_TEST(printable("\x1b[31m法\x07治\x7f"s) == "�[31m法�治�");
  BOOST_TEST(printable("甲\u009b31m乙") == "甲�31m乙");
  BOOST_TEST(printable("甲\0乙"s) == "甲�乙");
  BOOST_TEST(printable("甲\u202e乙\u2066丙\u200f") == "甲�乙�丙�");
  BOOST_TEST(printable("法\u200b治\ufeff政\u2060府") == "法治政府");
  BOOST_TEST(printable("第一行\r\n\t第二行\n") == "第一行 第二行");
  BOOST_TEST(printable("甲\u2028乙") == "甲 乙");
  BOOST_TEST(printable("　　两字 缩进　") == "两字 缩进");
  BOOST_TEST(printable("甲\xff\xe6\xb3") == "甲��");
  BOOST_TEST(printable("真�字") == "真�字");
  BOOST_TEST(printable("\n\t ").empty());
}

BOOST_AUTO_TEST_CASE(lines_break_between_han_characters) {
  BOOST_TEST(wrapped("法治政府建设年度报告", 10) == "法治政府建|设年度报告|");
  BOOST_TEST(wrapped("法治政府建设", 11) == "法治政府建|设|");
  BOOST_TEST(wrapped("", 20).empty());
  BOOST_TEST(wrapped("   ", 20).empty());
}

BOOST_AUTO_TEST_CASE(closing_punctuation_never_begins_a_line) {
  BOOST_TEST(wrapped("法治政府建，设年度", 10) == "法治政府|建，设年度|");
  BOOST_TEST(wrapped("法治政府”。建设", 10) == "法治政|府”。建设|");
}

BOOST_AUTO_TEST_CASE(opening_punctuation_never_ends_a_line) {
  BOOST_TEST(wrapped("法治政府《纲要》", 10) == "法治政府|《纲要》|");
}

BOOST_AUTO_TEST_CASE(words_and_numbers_stay_whole) {
  BOOST_TEST(wrapped("化解率98.1%为全县", 10) == "化解率|98.1%为全|县|");
  BOOST_TEST(wrapped("the rule of law", 10) == "the rule|of law|");
  BOOST_TEST(wrapped("abcdefghijklmnopqrstuvwxyz", 10) == "abcdefghij|klmnopqrst|uvwxyz|");
}

BOOST_AUTO_TEST_CASE(dashes_and_ellipses_are_not_torn) {
  BOOST_TEST(wrapped("法治政府——建设", 10) == "法治政|府——建设|");
  BOOST_TEST(wrapped("法治政府……建设", 10) == "法治政|府……建设|");
}

BOOST_AUTO_TEST_CASE(nothing_but_spaces_is_lost_and_lines_fit) {
  static constexpr auto kPieces =
      std::to_array<std::string_view>({"法", "治", "政府", "，", "。", "“", "”", "（", "）", "《", "》", "98.1%", "abc",
                                       " ", "——", "、", "𠮷", "2024年"});
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t n = random() % 60; n > 0; --n) text += kPieces[random() % kPieces.size()];
    const int columns = 12 + static_cast<int>(random() % 40);
    std::string together;
    for (const std::string& line : wrap(text, columns, true)) {
      BOOST_TEST(display_width(line, true) <= columns, text);
      together += line;
    }
    std::erase(text, ' ');
    std::erase(together, ' ');
    BOOST_REQUIRE_EQUAL(together, text);
  }
}

BOOST_AUTO_TEST_CASE(running_text_keeps_both_rules_at_every_width) {
  const std::string text =
      "《法治政府建设实施纲要（2021—2025年）》要求：“谁执法、谁普法”；全年排查矛盾纠纷213件，化解209件"
      "（化解率98.1%），“八五”普法规划、“一村一法律顾问”等均已落实……下一步，将继续推进！";
  for (int columns = 16; columns <= 120; ++columns) {
    for (const std::string& line : wrap(text, columns, true)) {
      BOOST_TEST(!in(kNeverFirst, first_of(line)), columns << ": " << line);
      BOOST_TEST(!in(kNeverLast, last_of(line)), columns << ": " << line);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
