#include "present/plain_table.hpp"

#include <boost/test/unit_test.hpp>

namespace fazhi {

BOOST_AUTO_TEST_SUITE(plain_tables)

BOOST_AUTO_TEST_CASE(columns_are_as_wide_as_their_widest_cell) {
  const std::vector<std::vector<std::string>> rows{{"a", "1/2"}, {"要素", "10"}};
  BOOST_TEST(plain_table({"id", "全部"}, rows, {}) ==
             "id    全部\n"
             "----------\n"
             "a      1/2\n"
             "要素    10\n");
}

BOOST_AUTO_TEST_CASE(header_stands_alone_without_rows) {
  BOOST_TEST(plain_table({"a", "b"}, {}, {}) == "a  b\n----\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace fazhi
