#include "text/write_numeral.hpp"

#include <boost/test/unit_test.hpp>

#include "text/numerals.hpp"

namespace fazhi {

BOOST_AUTO_TEST_SUITE(write_numeral)

BOOST_AUTO_TEST_CASE(counts_are_written_as_offices_write_them) {
  BOOST_TEST(write_chinese(0) == "零");
  BOOST_TEST(write_chinese(2) == "二");
  BOOST_TEST(write_chinese(2, true) == "两");
  BOOST_TEST(write_chinese(10) == "十");
  BOOST_TEST(write_chinese(12) == "十二");
  BOOST_TEST(write_chinese(105) == "一百零五");
  BOOST_TEST(write_chinese(118) == "一百一十八");
  BOOST_TEST(write_chinese(2000) == "两千");
  BOOST_TEST(write_chinese(3020) == "三千零二十");
  BOOST_TEST(write_chinese(12000) == "一万两千");
  BOOST_TEST(write_chinese(20500) == "两万零五百");
  BOOST_TEST(write_chinese(100'000'000) == "");
  BOOST_TEST(write_chinese(-1) == "");
}

BOOST_AUTO_TEST_CASE(what_is_written_is_read_back) {
  for (std::int64_t value = 1; value < 30'000; value = value * 7 / 5 + 1) {
    BOOST_TEST(parse_numeral(write_chinese(value)) == value);
  }
}

BOOST_AUTO_TEST_CASE(digits_one_by_one) {
  BOOST_TEST(write_chinese_digits("2024", "〇") == "二〇二四");
  BOOST_TEST(write_chinese_digits("20a4", "〇") == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
