#include "text/utf8.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

namespace fazhi {
namespace {

BOOST_AUTO_TEST_SUITE(utf8_text)

BOOST_AUTO_TEST_CASE(invalid_bytes_are_left_out) {
  BOOST_TEST(utf8::without_invalid("云溪镇") == "云溪镇");
  BOOST_TEST(utf8::without_invalid("") == "");
  BOOST_TEST(utf8::without_invalid("\xFF云\xE6\xBA溪\xC0\xAF镇\xED\xA0\x80\xE9") == "云溪镇");
}

BOOST_AUTO_TEST_CASE(what_is_quoted_is_short_and_valid) {
  BOOST_TEST(utf8::quotable("云溪镇", 9) == "云溪镇");
  BOOST_TEST(utf8::quotable("云溪镇", 8) == "云溪…");
  BOOST_TEST(utf8::quotable("云溪镇", 6) == "云溪…");
  BOOST_TEST(utf8::quotable("a\xFF" "b", 9) == "ab");
  BOOST_TEST(utf8::quotable(std::string(10'000, 'a'), 3) == "aaa…");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace fazhi
