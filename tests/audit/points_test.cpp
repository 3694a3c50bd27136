#include "audit/points.hpp"

#include <boost/test/unit_test.hpp>
#include <limits>

namespace fazhi {

BOOST_AUTO_TEST_SUITE(points)

BOOST_AUTO_TEST_CASE(as_decimals) {
  BOOST_TEST(points_text(0) == "0");
  BOOST_TEST(points_text(450) == "4.5");
  BOOST_TEST(points_text(10000) == "100");
  BOOST_TEST(points_text(5) == "0.05");
  BOOST_TEST(points_text(-225) == "-2.25");
  BOOST_TEST(points_text(std::numeric_limits<std::int32_t>::min()) == "-21474836.48");
}

BOOST_AUTO_TEST_CASE(there_and_back) {
  for (std::int32_t hundredths = -12345; hundredths < 12345; ++hundredths) {
    BOOST_REQUIRE_EQUAL(points_from(points_text(hundredths)).value(), hundredths);
  }
  BOOST_TEST(points_from("4.50").value() == 450);
  BOOST_TEST(points_from("21474836.47").value() == std::numeric_limits<std::int32_t>::max());
}

BOOST_AUTO_TEST_CASE(no_points) {
  for (const char* text :
       {"", "-", ".5", "4.", "4.505", "4,5", " 4", "4 ", "1e2", "--1", "21474836.48", "99999999999"}) {
    BOOST_TEST(!points_from(text).has_value(), text);
  }
}

BOOST_AUTO_TEST_CASE(values_are_short_and_plain) {
  BOOST_TEST(value_text(118) == "118");
  BOOST_TEST(value_text(100000) == "100000");
  BOOST_TEST(value_text(98.31) == "98.31");
  BOOST_TEST(value_text(0.1) == "0.1");
  BOOST_TEST(value_text(1e22) == "1e+22");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
