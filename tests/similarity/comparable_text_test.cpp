#include "similarity/comparable_text.hpp"

#include <boost/test/unit_test.hpp>

#include "similarity/sample.hpp"
#include "similarity/unit_names.hpp"
#include "text/utf8.hpp"

namespace fazhi {
namespace {

using test::comparable;

std::string shown(const ComparableText& text) {
  std::string out;
  for (const char32_t point : text.points) {
    switch (point) {
      case 0xE000: out += '#'; break;
      case 0xE001: out += '@'; break;
      case 0xE002: out += '*'; break;
      default: utf8::append(out, point);
    }
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(comparable_texts)

BOOST_AUTO_TEST_CASE(figures_of_every_notation_are_one_point) {
  BOOST_TEST(shown(comparable("排查118起，化解率98.5%。")) == "排查#起化解率#");
  BOOST_TEST(shown(comparable("排查一百二十起，化解1,200件。")) == "排查#起化解#件");
  BOOST_TEST(shown(comparable("2024年")) == shown(comparable("二〇二四年")));
}

BOOST_AUTO_TEST_CASE(names_and_titles_are_one_point) {
  const std::vector<std::string> names = names_of_unit("沚湖县蒲荇镇人民政府");
  BOOST_TEST(shown(comparable("沚湖县蒲荇镇学习《中华人民共和国民法典》，蒲荇人说好。", names)) == "@学习*@人说好");
}

BOOST_AUTO_TEST_CASE(punctuation_and_case_do_not_matter) {
  BOOST_TEST(shown(comparable("一、讲APP、讲法；讲理。\n末行")) == "#讲app讲法讲理末行");
}

BOOST_AUTO_TEST_CASE(an_open_title_is_a_mark_alone) {
  BOOST_TEST(shown(comparable("学习《民法典。")) == "学习民法典");
  std::string far = "学《";
  for (int each = 0; each < 200; ++each) far += "民";
  BOOST_TEST(comparable(far + "》").points.size() == 201U);
}

BOOST_AUTO_TEST_CASE(a_title_is_not_sought_beyond_its_part) {
  const std::string text = "学《民法\n典》完";
  BOOST_TEST(shown(comparable(text)) == "学民法典完");
}

BOOST_AUTO_TEST_CASE(ranges_are_those_of_the_text) {
  const std::string text = "共12.5万起，见《法》。";
  const ComparableText made = comparable(text);
  BOOST_REQUIRE(shown(made) == "共#起见*");
  BOOST_TEST(made.ranges[1].of(text) == "12.5万");
  BOOST_TEST(made.ranges[2].of(text) == "起");
  BOOST_TEST(made.ranges[4].of(text) == "《法》");
}

BOOST_AUTO_TEST_CASE(what_stands_in_no_part_is_left_out) {
  const std::string text = "甲镇报告正文在此";
  const TextRange part{12, 18};
  BOOST_TEST(shown(comparable_text(text, std::vector{part}, {}, SetPhrases())) == "正文");
}

BOOST_AUTO_TEST_CASE(set_phrases_are_marked_whatever_their_figures) {
  const std::vector<std::string> phrases = {"党的二十大和二十届三中全会精神", "全会精神要"};
  const ComparableText made = comparable("落实党的19大和19届6中全会精神要紧。", {}, phrases);
  BOOST_TEST(shown(made) == "落实党的#大和#届#中全会精神要紧");
  std::vector<std::uint8_t> marks(made.set_phrase.size(), 1);
  marks[0] = marks[1] = marks.back() = 0;
  BOOST_TEST(made.set_phrase == marks, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(shingles_depend_on_their_points_alone) {
  const ComparableText one = comparable("前面的话各不相同，律师逐条对照说明利害。");
  const ComparableText other = comparable("律师逐条对照说明利害");
  BOOST_REQUIRE(other.shingles.size() == 10 - kShinglePoints + 1);
  BOOST_TEST(std::vector(one.shingles.end() - 3, one.shingles.end()) == other.shingles, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(short_and_empty_texts_have_no_shingle) {
  BOOST_TEST(comparable("").points.empty());
  BOOST_TEST(comparable("七个字的一句话").shingles.empty());
  BOOST_TEST(comparable("。，；").points.empty());
}

BOOST_AUTO_TEST_CASE(names_of_units) {
  const std::vector<std::string> town = {"沚湖县蒲荇镇人民政府", "沚湖县蒲荇镇", "沚湖县", "蒲荇镇", "沚湖", "蒲荇"};
  BOOST_TEST(names_of_unit("沚湖县蒲荇镇人民政府") == town, boost::test_tools::per_element());
  const std::vector<std::string> office = {"棠湖区统计局", "棠湖区", "棠湖"};
  BOOST_TEST(names_of_unit("棠湖区统计局") == office, boost::test_tools::per_element());
  BOOST_TEST(names_of_unit("").empty());
  BOOST_TEST(names_of_unit("镇").empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
