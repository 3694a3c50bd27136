#include "batch/stored_text.hpp"

#include <boost/test/unit_test.hpp>

namespace fazhi {
namespace {

StoredText sample() {
  StoredText out;
  out.siblings = 2;
  out.unit = "云溪镇";
  out.text = "一、成效\n“学法”１２次。\n";
  out.paragraphs.push_back({{0, 12}, {}});
  out.paragraphs.push_back({{13, 37}, {}});
  out.paragraphs[0].shown.heading_level = 1;
  out.paragraphs[0].shown.heading = {0, 12};
  out.paragraphs[1].shown.page = 3;
  out.paragraphs[1].shown.confidence = 88;
  out.paragraphs[1].shown.touched.push_back({0, 24});
  out.parts.push_back({{13, 25}, 1, Role::achievements, 0});
  out.headings.emplace_back("一、成效");
  return out;
}

BOOST_AUTO_TEST_SUITE(stored_texts)

BOOST_AUTO_TEST_CASE(comes_back_as_it_was) {
  const std::string bytes = bytes_of(sample(), "key");
  const auto back = stored_text_from(bytes, "key");
  BOOST_REQUIRE(back.has_value());
  BOOST_TEST(bytes_of(*back, "key") == bytes);
  BOOST_TEST(back->siblings == 2U);
  const ReportText shown = report_text_of(*back);
  BOOST_REQUIRE(shown.paragraphs.size() == 2U);
  BOOST_TEST(shown.paragraphs[1].text == "“学法”１２次。");
  BOOST_TEST(shown.paragraphs[1].touched.size() == 1U);
}

BOOST_AUTO_TEST_CASE(another_key_or_a_byte_less_is_nothing) {
  const std::string bytes = bytes_of(sample(), "key");
  BOOST_TEST(!stored_text_from(bytes, "other").has_value());
  BOOST_TEST(!stored_text_from(bytes + 'x', "key").has_value());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    BOOST_TEST(!stored_text_from(std::string_view(bytes).substr(0, size), "key").has_value());
  }
}

BOOST_AUTO_TEST_CASE(ranges_outside_of_the_text_are_nothing) {
  StoredText wrong = sample();
  wrong.paragraphs[1].range.end = 1000;
  BOOST_TEST(!stored_text_from(bytes_of(wrong, "key"), "key").has_value());
  wrong = sample();
  wrong.parts[0].section = 7;
  BOOST_TEST(!stored_text_from(bytes_of(wrong, "key"), "key").has_value());
  wrong = sample();
  wrong.paragraphs[1].shown.touched[0].end = 99;
  BOOST_TEST(!stored_text_from(bytes_of(wrong, "key"), "key").has_value());
}

BOOST_AUTO_TEST_CASE(quotes_the_original) {
  const PreparedText text = prepare(sample(), SetPhrases());
  BOOST_TEST(text.normal.text == "一、成效\n学法12次。\n");
  const Evidence quoted = quote(text, {13, 24});
  BOOST_TEST(quoted.paragraph == 2U);
  BOOST_TEST(quoted.section == "一、成效");
  BOOST_TEST(quoted.page == 3);
  BOOST_TEST(quoted.confidence.value_or(0) == 88);
  BOOST_TEST((quoted.role == Role::achievements));
  BOOST_TEST(quoted.start == 1U);
  BOOST_TEST(quoted.quote == "学法”１２次");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace fazhi
